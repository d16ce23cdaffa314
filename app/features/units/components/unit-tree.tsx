import { Link } from "~/ui/link";
import { Tree, type TreeItem } from "~/ui/tree";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import { unitWords } from "../messages";
import type { Shown } from "../rules";

/** Units under units; more than fits on one page is a link to the page of that branch. */
export function UnitTree({ units }: { units: Shown[] }) {
  const t = useWords(unitWords);
  const locale = useLocale();
  const number = (n: number) => formatNumber(n, locale);
  const item = (unit: Shown): TreeItem => ({
    id: unit.id,
    label: <Link href={paths.unit(unit.id)}>{unit.name}</Link>,
    note: unit.activeTo
      ? `${t.closedState} · ${formatDay(unit.activeTo)}`
      : unit.size > 0
        ? number(unit.size)
        : undefined,
    open: unit.open,
    below: unit.groups.length === 1 ? unit.groups[0]?.units.map(item) : unit.groups.flatMap(group(unit.id, unit.open)),
    more: unit.hidden > 0 && <Link href={`${paths.units}?under=${unit.id}`}>{t.open(number(unit.hidden))}</Link>,
  });
  // A heading over one thing says less than the thing with its kind beside it.
  const group =
    (id: string, open: boolean) =>
    ({ kind, units: members }: Shown["groups"][number]): TreeItem[] =>
      members.length === 1
        ? members.map(item).map((one) => ({ ...one, note: one.note ?? t.kinds[kind] }))
        : [
            {
              id: `${id}:${kind}`,
              label: t.kinds[kind],
              note: number(members.length),
              open: open && members.length <= 12,
              below: members.map(item),
            },
          ];
  return <Tree label={t.tree} items={units.map(item)} />;
}
