import { unitWords } from "~/features/units/messages";
import type { UnitKind } from "~/features/units/rules";
import { Status } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";

interface Found {
  id: string;
  name: string;
  kind: UnitKind;
  code: string | null;
  activeTo: string | null;
  parent: string | null;
}

/** What a search of units found. */
export function FoundUnits({ rows }: { rows: Found[] }) {
  const t = useWords(unitWords);
  return (
    <Table
      caption={t.title}
      hideCaption
      rows={rows}
      rowKey={(unit) => unit.id}
      rowTone={(unit) => (unit.activeTo ? "muted" : undefined)}
      empty={
        <EmptyState title={t.nothingFound} level={3}>
          {t.nothingFoundAdvice}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          head: t.name,
          primary: true,
          cell: (unit) => <Link href={paths.unit(unit.id)}>{unit.name}</Link>,
        },
        { key: "kind", head: t.kind, cell: (unit) => t.kinds[unit.kind] },
        { key: "parent", head: t.parent, cell: (unit) => unit.parent ?? "–" },
        { key: "code", head: t.code, nowrap: true, cell: (unit) => <Ltr>{unit.code ?? "–"}</Ltr> },
        {
          key: "state",
          head: t.period,
          cell: (unit) =>
            unit.activeTo ? (
              <Status icon="history">{t.until(formatDay(unit.activeTo))}</Status>
            ) : (
              <Status tone="success">{t.active}</Status>
            ),
        },
      ]}
    />
  );
}
