import { useEffect, useState } from "react";
import { viewWords } from "~/features/tasks/views/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel } from "~/ui/page";
import { Dialog } from "~/ui/dialog";
import { DateField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import type { GanttRow } from "./load.server";

interface Props {
  row: GanttRow;
  query: string;
  /** What the server made of the last try. */
  answer: unknown;
  onDone?: () => void;
}

/** The two dates of a task, for everybody without a mouse. */
function MoveForm({ row, query, answer, onDone }: Props) {
  const t = useWords(viewWords);
  const { values, errors } = triedOf(answer);
  const problem = (field: string) => {
    const code = errors[field];
    return code && code in t.refused ? t.refused[code as keyof typeof t.refused] : undefined;
  };
  return (
    <Form
      method="post"
      action={paths.taskTimeline + query}
      preventScrollReset
      className="stack"
      onSubmit={() => onDone?.()}
    >
      <input type="hidden" name="taskId" value={row.id} />
      <input type="hidden" name="seen" value={row.seen} />
      <div className="cluster">
        <DateField
          id={`start-${row.id}`}
          name="startsOn"
          label={t.start}
          defaultValue={values.startsOn ?? row.startsOn ?? ""}
          error={problem("startsOn")}
        />
        <DateField
          id={`due-${row.id}`}
          name="dueOn"
          label={t.due}
          defaultValue={values.dueOn ?? row.dueOn ?? ""}
          error={problem("dueOn")}
        />
      </div>
      <FormActions>
        <Button variant="primary">{t.save}</Button>
        {onDone ? (
          <Button type="button" variant="quiet" onClick={onDone}>
            {t.cancel}
          </Button>
        ) : (
          <ButtonLink variant="quiet" href={paths.taskTimeline + query}>
            {t.cancel}
          </ButtonLink>
        )}
      </FormActions>
    </Form>
  );
}

function triedOf(answer: unknown): { values: Record<string, string>; errors: Record<string, string> } {
  const tried = answer as { values?: Record<string, string>; errors?: Record<string, string> } | undefined;
  return { values: tried?.values ?? {}, errors: tried?.errors ?? {} };
}

/** The form as a part of the page, where no script runs. */
export function MovePanel(props: Props) {
  const t = useWords(viewWords);
  return (
    <Panel id="move" title={t.moveTitle(props.row.title)}>
      <MoveForm {...props} />
    </Panel>
  );
}

/** The same over the picture. */
export function MoveDialog({ row, query, onClose }: { row: GanttRow | null; query: string; onClose: () => void }) {
  const t = useWords(viewWords);
  // The words stay while the dialog closes.
  const [last, setLast] = useState(row);
  useEffect(() => {
    if (row) setLast(row);
  }, [row]);
  return (
    <Dialog open={row !== null} onClose={onClose} title={t.moveTitle(last?.title ?? "")}>
      {row && <MoveForm row={row} query={query} answer={undefined} onDone={onClose} />}
    </Dialog>
  );
}
