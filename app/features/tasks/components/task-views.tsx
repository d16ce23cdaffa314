import { Tabs } from "~/ui/tabs";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { taskListWords } from "../list/messages";
import { carried, type TaskQuery, taskAddress } from "../query.rules";

/** The views of the tasks that there are; each takes the same filters from its address. */
const views = {
  list: paths.tasks,
  board: paths.taskBoard,
  timeline: paths.taskTimeline,
  calendar: paths.taskCalendar,
  dashboard: paths.taskDashboard,
} as const;
export type TaskView = keyof typeof views;

/** Links between the views of the same tasks; what is asked for goes along. */
export function TaskViews({ current, query }: { current: TaskView; query: TaskQuery }) {
  const t = useWords(taskListWords);
  return (
    <Tabs
      label={t.views}
      items={(Object.keys(views) as TaskView[]).map((view) => ({
        href: views[view] + taskAddress(carried(query)),
        label: t.tabs[view],
        current: view === current,
      }))}
    />
  );
}
