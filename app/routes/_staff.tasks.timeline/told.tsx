import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";
import { viewWords } from "~/features/tasks/views/messages";
import type { GanttRow, Timeline } from "./load.server";

/** What the last press moved, what it brought out of order, and the ways on. Stands over the picture, which stays in place. */
export function Told({ told, rows, query }: { told: Timeline["told"]; rows: GanttRow[]; query: string }) {
  const t = useWords(viewWords);
  return (
    <div className="gantt-told no-print" role="status">
      {told && (
        <Notice
          tone={told.early.length > 0 ? "warning" : "success"}
          title={t.moved(told.taskIds.length, rows.find(({ id }) => id === told.taskIds[0])?.title ?? "")}
          action={
            <Form method="post" action={paths.taskTimeline + query} preventScrollReset className="cluster">
              <input type="hidden" name="batchId" value={told.batchId} />
              {told.mayPush && (
                <Button size="small" name="do" value="push">
                  {t.push}
                </Button>
              )}
              <Button size="small" icon="history" name="do" value="undo">
                {t.undo}
              </Button>
            </Form>
          }
        >
          {told.early.map(({ task, predecessor, on, predecessorDueOn }) => (
            <p key={`${task.id} ${predecessor.id}`}>
              {t.earlyPair(named(task), formatDay(on), named(predecessor), formatDay(predecessorDueOn))}
            </p>
          ))}
        </Notice>
      )}
    </div>
  );
}

const named = ({ code, title }: { code: string; title: string }) => (code ? `${code} ${title}` : title);
