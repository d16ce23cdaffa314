import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { DoneOf } from "../../components/task-looks";
import { taskWords } from "../../messages";
import { countWords } from "../messages";
import type { TaskSummary } from "../summary.reads.server";

/** The tasks of a document or a campaign in figures, with the way to them; `query` narrows the list and the dashboard. */
export function SummaryPanel({ summary, query }: { summary: TaskSummary; query: string }) {
  const t = useWords(countWords);
  const { tasks } = useWords(taskWords);
  return (
    <Panel
      title={tasks}
      actions={
        <Link href={paths.taskDashboard + query} className="small">
          {t.dashboardLink}
        </Link>
      }
    >
      <p>
        <strong>
          <DoneOf {...summary} />
        </strong>{" "}
        <Link href={paths.tasks + query}>{t.list}</Link>
      </p>
      <ul className="plain-list">
        {summary.groups.map((group) => (
          <li key={group.id} className="line-item">
            <span>{group.title}</span>
            <span className="nowrap">
              <DoneOf {...group} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
