import { Status } from "~/ui/badge";
import { Link } from "~/ui/link";
import { StackedBar } from "~/ui/stacked-bar";
import { type Column, Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";
import { type Category, type Counts, sumCounts } from "../../rules";
import { guestWords } from "../messages";
import { useParts } from "./answers-head";

export interface CountedRow {
  key: string;
  name: string;
  counts: Counts;
  /** Seats of a point; null: no limit. */
  capacity?: number | null;
  hrefOf: (category?: Category) => string;
}

/** Invited = confirmed + substitute + declined + silent, row by row, with the sum; each figure leads to its people. */
export function CountsTable({
  caption,
  head,
  rows,
  seats,
}: {
  caption: string;
  head: string;
  rows: CountedRow[];
  seats?: boolean;
}) {
  const t = useWords(guestWords);
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const sum = sumCounts(rows.map(({ counts }) => counts));
  const figure = (key: keyof Counts & ("confirmed" | "substitute" | "declined" | "silent")): Column<CountedRow> => ({
    key,
    head: t.states[key],
    numeric: true,
    cell: ({ counts, hrefOf }) =>
      counts[key] > 0 ? <Link href={hrefOf(key)}>{number(counts[key])}</Link> : <span className="soft">0</span>,
  });
  const columns: Column<CountedRow>[] = [
    { key: "name", head, primary: true, cell: ({ name, hrefOf }) => <Link href={hrefOf()}>{name}</Link> },
    { key: "bar", head: t.answers, wideOnly: true, cell: ({ name, counts }) => <Bar name={name} counts={counts} /> },
    { key: "invited", head: t.invited, numeric: true, cell: ({ counts }) => <strong>{number(counts.invited)}</strong> },
    figure("confirmed"),
    figure("substitute"),
    figure("declined"),
    figure("silent"),
  ];
  if (sum.notInvited > 0)
    columns.push({
      key: "notInvited",
      head: t.states["not-invited"],
      numeric: true,
      cell: ({ counts, hrefOf }) =>
        counts.notInvited > 0 ? (
          <Link href={hrefOf("not-invited")}>{number(counts.notInvited)}</Link>
        ) : (
          <span className="soft">0</span>
        ),
    });
  if (seats) columns.push({ key: "seats", head: t.seats, numeric: true, cell: (row) => <Seats row={row} /> });
  const foot = {
    invited: sum.invited,
    confirmed: sum.confirmed,
    substitute: sum.substitute,
    declined: sum.declined,
    silent: sum.silent,
    notInvited: sum.notInvited,
  };
  return (
    <Table
      caption={caption}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      foot={{ name: t.total, ...Object.fromEntries(Object.entries(foot).map(([key, value]) => [key, number(value)])) }}
    />
  );
}

function Bar({ name, counts }: { name: string; counts: Counts }) {
  const parts = useParts(counts);
  return counts.invited > 0 ? <StackedBar compact label={name} parts={parts} /> : null;
}

function Seats({ row: { counts, capacity } }: { row: CountedRow }) {
  const t = useWords(guestWords);
  if (capacity === null || capacity === undefined) return <span className="soft">–</span>;
  return (
    <div>
      <Ltr>
        {counts.coming}/{capacity}
      </Ltr>
      {counts.coming > capacity && (
        <span className="block">
          <Status tone="warning">{t.overSeats}</Status>
        </span>
      )}
    </div>
  );
}
