import { listWords } from "~/features/participants/list/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  eventId: string;
  importId: string;
  applied: boolean;
  outcome: { add: number; update: number; ask: number; mend: number; writes: number };
}

/** What the press would write, what waits, and what has to be mended first. */
export function TakeOver({ eventId, importId, applied, outcome }: Props) {
  const t = useWords(listWords);
  const { add, update, ask, mend, writes } = outcome;
  const here = paths.guestImportOf(eventId, importId);
  return (
    <>
      {applied && <Notice tone="success">{t.applied}</Notice>}
      {!applied && writes === 0 && <Notice title={t.nothing}>{t.nothingText}</Notice>}
      {ask > 0 && (
        <Notice
          tone="warning"
          action={
            <ButtonLink href={`${here}?fate=at-two-points`} size="small">
              {t.choose}
            </ButtonLink>
          }
        >
          {t.waiting(ask)}
        </Notice>
      )}
      {mend > 0 && (
        <Notice
          tone="warning"
          title={t.held(mend)}
          action={
            <ButtonLink href={`${here}/held.xlsx`} plain size="small" icon="download">
              {t.heldFile}
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
            <ButtonLink href={paths.guests(eventId)} variant={writes > 0 ? "secondary" : "primary"}>
              {t.toGuests}
            </ButtonLink>
          )}
          <ButtonLink href={`${here}/columns`} variant="quiet">
            {t.changeColumns}
          </ButtonLink>
          <ButtonLink href={paths.guestImport(eventId)} variant="quiet">
            {t.otherFile}
          </ButtonLink>
        </FormActions>
        {writes > 0 && <p className="soft small">{t.takeDetail(add, update)}</p>}
      </Form>
    </>
  );
}
