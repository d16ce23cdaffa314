import { StateBadge } from "~/features/tasks/components/task-looks";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { TaskState } from "~/features/tasks/rules";
import { Icon } from "~/ui/icon";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { paths } from "~/web/paths";
import { type Day, formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";

interface Ref {
  id: string;
  code: string;
  title: string;
  state: TaskState;
  dueOn: Day | null;
}

interface Props {
  relations: { before: Ref[]; after: Ref[] };
  tooEarly: { predecessorId: string; predecessorDueOn: Day }[];
}

/** What must end first, and what waits; dates that contradict it are named. */
export function Relations({ relations, tooEarly }: Props) {
  const t = useWords(taskPageWords);
  const { before, after } = relations;
  if (before.length + after.length === 0) return null;
  const early = new Map(tooEarly.map((one) => [one.predecessorId, one.predecessorDueOn]));
  return (
    <Section title={t.relations}>
      {(
        [
          [t.before, before],
          [t.after, after],
        ] as const
      ).map(
        ([title, refs]) =>
          refs.length > 0 && (
            <div key={title} className="stack gap-2">
              <h3>{title}</h3>
              <ul className="plain-list">
                {refs.map((one) => (
                  <li key={one.id}>
                    <Link href={paths.task(one.id)}>{[one.code, one.title].filter(Boolean).join(" ")}</Link>{" "}
                    <StateBadge state={one.state} />
                    {one.dueOn && <span className="soft"> {formatDay(one.dueOn)}</span>}
                    {early.has(one.id) && (
                      <span className="warn block">
                        <Icon name="warning" size={16} /> {t.tooEarly(one.title, formatDay(early.get(one.id) ?? ""))}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </Section>
  );
}
