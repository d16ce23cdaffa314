import { Link } from "~/ui/link";
import { type Column, Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { DoneOf } from "../../components/task-looks";
import type { Counts } from "../../counts.rules";
import { countWords } from "../messages";
import type { UnitSort } from "../rules";

export interface UnitRow {
  id: string;
  name: string;
  counts: Counts;
}

interface UnitTableProps<R extends UnitRow> {
  rows: R[];
  sort: UnitSort;
  /** The query string of the page, without the order. */
  query: string;
  anchor?: string;
  more?: Column<R>[];
}

/** Lead units with their figures; a press on a head orders them by it. */
export function UnitTable<R extends UnitRow>({ rows, sort, query, anchor = "", more = [] }: UnitTableProps<R>) {
  const t = useWords(countWords);
  const locale = useLocale();
  const by = (key: UnitSort, direction: "ascending" | "descending") => ({
    href: `${query}&sort=${key}${anchor}`,
    direction: sort === key ? direction : undefined,
  });
  const figure = (key: "red" | "amber" | "waiting"): Column<R> => ({
    ...{ key, head: t[key], numeric: true, sort: by(key, "descending") },
    cell: ({ counts }) => formatNumber(counts[key], locale),
  });
  return (
    <Table
      caption={t.units}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id || "none"}
      columns={[
        {
          ...{ key: "name", head: t.unit, primary: true, sort: by("name", "ascending") },
          cell: ({ id, name }) =>
            id ? <Link href={paths.unitTasks(id)}>{name}</Link> : <span className="soft">{t.noUnit}</span>,
        },
        {
          ...{ key: "done", head: t.done, numeric: true, nowrap: true, sort: by("done", "ascending") },
          cell: ({ counts }) => <DoneOf {...counts} />,
        },
        ...(["red", "amber", "waiting"] as const).map(figure),
        ...more,
      ]}
    />
  );
}
