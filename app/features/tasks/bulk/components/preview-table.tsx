import { Link } from "~/ui/link";
import { type Column, Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { taskWords } from "../../messages";
import { taskPageWords } from "../../messages/page";
import { bulkWords } from "../messages";
import { refusedWords } from "../refusals.rules";
import type { BulkRow } from "../writes.server";
import { changeWords, type Due } from "./change-words";

interface Props {
  rows: BulkRow[];
  names: Record<string, string>;
  due: Due | null;
}

const mostShown = 200;

/** Each task with what it is and what it would be, or why it stays; those that stay stand first. */
export function PreviewTable({ rows, names, due }: Props) {
  const t = useWords(bulkWords);
  const words = useWords(taskWords);
  const p = useWords(taskPageWords);
  const locale = useLocale();
  const said = (row: BulkRow) => changeWords(row.changes, { names, due, t: words, p, locale });
  const column = (side: "from" | "to"): Column<BulkRow> => ({
    key: side,
    head: t[side],
    cell: (row) => said(row).map((line) => <div key={line.label}>{line[side]}</div>),
  });
  const shown = [...rows].sort((a, b) => Number(b.refused !== null) - Number(a.refused !== null)).slice(0, mostShown);
  return (
    <>
      <Table
        caption={t.table}
        hideCaption
        rows={shown}
        rowKey={({ taskId }) => taskId}
        rowTone={({ refused }) => (refused ? "warning" : undefined)}
        columns={[
          {
            key: "title",
            head: words.fields.title,
            primary: true,
            cell: ({ taskId, code, title }) => (
              <Link href={paths.task(taskId)}>
                {code && <Ltr>{code}. </Ltr>}
                {title}
              </Link>
            ),
          },
          {
            key: "field",
            head: t.what,
            cell: (row) => said(row).map(({ label }) => <div key={label}>{label}</div>),
          },
          column("from"),
          column("to"),
          { key: "why", head: t.why, cell: ({ refused }) => refused && refusedWords(refused, words) },
        ]}
      />
      {rows.length > mostShown && <p className="soft panel-note">{t.andMore(rows.length - mostShown)}</p>}
    </>
  );
}
