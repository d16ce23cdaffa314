import { listWords } from "~/features/participants/list/messages";
import { taskImportWords } from "~/features/tasks/import/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  importId: string;
  applied: boolean;
  acts: { add: number; update: number; mend: number };
}

/** What the press would write, and what has to be mended first. */
export function TakeOver({ importId, applied, acts: { add, update, mend } }: Props) {
  const t = useWords(taskImportWords);
  const sheet = useWords(listWords);
  const here = paths.taskImportOf(importId);
  const writes = add + update;
  return (
    <>
      {applied && <Notice tone="success">{t.applied}</Notice>}
      {!applied && writes === 0 && <Notice title={t.nothing}>{t.nothingText}</Notice>}
      {mend > 0 && (
        <Notice
          tone="warning"
          title={t.held(mend)}
          action={
            <ButtonLink href={`${here}/held.xlsx`} plain size="small" icon="download">
              {sheet.heldFile}
            </ButtonLink>
          }
        >
          {t.heldHint}
        </Notice>
      )}
      <Form method="post">
        <FormActions>
          {writes > 0 && (
            <Button variant="primary" name="do" value="take">
              {t.take(writes)}
            </Button>
          )}
          {applied && (
            <ButtonLink href={paths.tasks} variant={writes > 0 ? "secondary" : "primary"}>
              {t.toTasks}
            </ButtonLink>
          )}
          <ButtonLink href={`${here}/columns`} variant="quiet">
            {sheet.changeColumns}
          </ButtonLink>
          <ButtonLink href={paths.taskImport} variant="quiet">
            {sheet.otherFile}
          </ButtonLink>
        </FormActions>
        {writes > 0 && <p className="soft small">{t.takeDetail(add, update)}</p>}
      </Form>
    </>
  );
}
