import { Link } from "~/ui/link";
import { type Column, Table } from "~/ui/table";
import type { Day } from "~/web/time";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import type { Coloured } from "../../colour.rules";
import { ColourBadge, Due, StateBadge } from "../../components/task-looks";
import type { DuePrecision, TaskState } from "../../rules";
import { countWords } from "../messages";

export interface TaskRow {
  id: string;
  code: string;
  title: string;
  state: TaskState;
  dueOn: Day | null;
  duePrecision: DuePrecision;
  coloured: Coloured | null;
}

/** Tasks as a page about a unit or a person lists them. */
export function TaskRows<R extends TaskRow>({
  caption,
  rows,
  more = [],
}: {
  caption: string;
  rows: R[];
  more?: Column<R>[];
}) {
  const t = useWords(countWords);
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="panel-foot soft">{t.noTask}</p>}
      columns={[
        {
          ...{ key: "task", head: t.task, primary: true },
          cell: ({ id, code, title }) => <Link href={paths.task(id)}>{[code, title].filter(Boolean).join(" · ")}</Link>,
        },
        { key: "due", head: t.due, nowrap: true, cell: (row) => <Due {...row} /> },
        { key: "state", head: t.state, cell: ({ state }) => <StateBadge state={state} /> },
        { key: "colour", head: t.colour, cell: ({ coloured }) => (coloured ? <ColourBadge {...coloured} /> : "–") },
        ...more,
      ]}
    />
  );
}
