import { taskWords } from "~/features/tasks/messages";
import { viewWords } from "~/features/tasks/views/messages";
import { dueText } from "~/features/tasks/wording.rules";
import { formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";
import { DueEntry } from "./day-cell";
import type { CalendarPage } from "./load.server";

/** What lasts through the page: the campaign's phases, and tasks whose deadline is a month, a quarter or a half-year. */
export function Strip({ phases, tasks }: { phases: CalendarPage["phases"]; tasks: CalendarPage["inPeriod"] }) {
  const t = useWords(viewWords);
  const tt = useWords(taskWords);
  if (phases.length + tasks.length === 0) return null;
  const periods = [...new Set(tasks.map((task) => dueText(task, tt)))];
  return (
    <section className="calendar-strip" aria-label={t.during}>
      {phases.length > 0 && (
        <div>
          <h3>{t.phases}</h3>
          <ul>
            {phases.map(({ id, title, from, to }) => (
              <li key={id}>
                {title} ·{" "}
                <bdi>
                  {formatDay(from)} – {formatDay(to)}
                </bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {periods.map((period) => (
        <details key={period} open={tasks.length <= 8}>
          <summary>
            {t.due}: {period} · {tt.count(tasks.filter((task) => dueText(task, tt) === period).length)}
          </summary>
          <ul>
            {tasks
              .filter((task) => dueText(task, tt) === period)
              .map((task) => (
                <DueEntry key={task.id} task={task} />
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
