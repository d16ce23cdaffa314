import type { BulkAct } from "~/features/tasks/bulk/rules";

/** What goes through every step unseen: which rows, as they were seen, which field, and the way back. */
export const Rows = ({ act, rows, query }: { act: BulkAct; rows: string[]; query: string }) => (
  <>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="query" value={query} />
    {rows.map((row) => (
      <input key={row} type="hidden" name="row" value={row} />
    ))}
  </>
);
