import { bulkWords } from "~/features/tasks/bulk/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  query: string;
  batchId: string;
  count: number;
  undone: boolean;
}

/** What a press has changed, and the press that takes it back. */
export function Done({ query, batchId, count, undone }: Props) {
  const t = useWords(bulkWords);
  return (
    <div className="stack">
      <Notice tone={undone ? "info" : "success"} title={undone ? t.undoneAlready : t.done(count)}>
        {!undone && count > 0 && t.undoHint}
      </Notice>
      <Form method="post" action={paths.taskBulk}>
        <input type="hidden" name="press" value={batchId} />
        <input type="hidden" name="query" value={query} />
        <FormActions>
          <ButtonLink variant="primary" href={paths.tasks + query}>
            {t.back}
          </ButtonLink>
          {!undone && count > 0 && (
            <Button icon="history" name="do" value="undo">
              {t.undo}
            </Button>
          )}
        </FormActions>
      </Form>
    </div>
  );
}
