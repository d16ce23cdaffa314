import { ColourBadge, DoneOf, Due, StateBadge } from "~/features/tasks/components/task-looks";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { Coloured } from "~/features/tasks/colour.rules";
import type { Rolled } from "~/features/tasks/progress.rules";
import type { DuePrecision, TaskState } from "~/features/tasks/rules";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { Table } from "~/ui/table";
import { paths } from "~/web/paths";
import type { Day } from "~/web/time";
import { useWords } from "~/web/use-words";

interface Part {
  id: string;
  code: string;
  title: string;
  isGroup: boolean;
  state: TaskState;
  dueOn: Day | null;
  duePrecision: DuePrecision;
  rolled: Rolled | null;
  coloured: Coloured | null;
}

/** What stands directly below, in the order of the plan. */
export function Parts({ task, parts }: { task: { isGroup: boolean }; parts: Part[] }) {
  const t = useWords(taskPageWords);
  const w = useWords(taskWords);
  if (parts.length === 0 && !task.isGroup) return null;
  return (
    <Section title={t.parts}>
      <Table
        caption={t.parts}
        hideCaption
        rows={parts}
        rowKey={({ id }) => id}
        empty={<p className="soft">{t.noParts}</p>}
        columns={[
          {
            key: "title",
            head: w.fields.title,
            primary: true,
            cell: ({ id, code, title }) => <Link href={paths.task(id)}>{[code, title].filter(Boolean).join(" ")}</Link>,
          },
          {
            key: "state",
            head: w.fields.state,
            cell: ({ isGroup, state, rolled }) =>
              isGroup ? rolled && <DoneOf done={rolled.done} total={rolled.total} /> : <StateBadge state={state} />,
          },
          {
            key: "due",
            head: w.fields.dueOn,
            nowrap: true,
            cell: (part) => (part.isGroup ? "–" : <Due dueOn={part.dueOn} duePrecision={part.duePrecision} />),
          },
          {
            key: "colour",
            head: w.fields.colour,
            cell: ({ coloured }) => coloured && <ColourBadge {...coloured} />,
          },
        ]}
      />
    </Section>
  );
}
