import type { Frame } from "../frame.reads.server";
import { QuickViews } from "./quick-views";
import { TaskFilter } from "./task-filter";

interface Props {
  frame: Frame;
  /** The view's own address, and what it asks for beside the query. */
  here: string;
  keep?: Record<string, string>;
}

/** Above the tasks of every view: the same ready views, one's own, and the same filter, hence the same address. */
export const TaskFrame = ({ frame, here, keep = {} }: Props) => (
  <>
    <QuickViews {...frame} here={here} keep={keep} />
    <TaskFilter {...frame} here={here} keep={keep} />
  </>
);
