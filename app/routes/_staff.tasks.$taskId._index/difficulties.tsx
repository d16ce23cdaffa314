import { taskPageWords } from "~/features/tasks/messages/page";
import { Badge } from "~/ui/badge";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { paths } from "~/web/paths";
import { type Day, formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";

interface Row {
  id: string;
  title: string;
  state: "open" | "resolved" | "dropped";
  resolver: string | null;
  openedOn: Day;
  solution: string;
}

/** What stands in the way of the task. */
export function Difficulties({ rows }: { rows: Row[] }) {
  const t = useWords(taskPageWords);
  if (rows.length === 0) return null;
  return (
    <Section title={t.difficulties}>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={paths.difficulty(row.id)}>{row.title}</Link>{" "}
            <Badge tone={row.state === "open" ? "warning" : "neutral"}>{t.difficultyStates[row.state]}</Badge>
            <div className="soft small">
              {formatDay(row.openedOn)} · {row.resolver ? t.resolver(row.resolver) : t.noResolver}
            </div>
            {row.solution && <bdi className="block lines">{row.solution}</bdi>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
