import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { useWords } from "~/web/use-words";
import { listWords } from "../messages";

interface Props {
  /** The page of this import, and the one where another file is chosen. */
  here: string;
  otherFile: string;
  /** Where what was taken over is seen. */
  seen: { href: string; label: string };
  applied: boolean;
  outcome: { add: number; update: number; mend: number; writes: number };
  words: {
    applied: string;
    nothing: string;
    nothingText: string;
    held: (n: number) => string;
    heldHint: string;
    take: (n: number) => string;
    takeDetail: (add: number, update: number) => string;
  };
  /** What waits for an answer. */
  children?: ReactNode;
}

/** The last step of an import: what the press would write, and what has to be mended first. */
export function TakeOverForm({ here, otherFile, seen, applied, outcome, words: t, children }: Props) {
  const sheet = useWords(listWords);
  const { add, update, mend, writes } = outcome;
  return (
    <>
      {applied && <Notice tone="success">{t.applied}</Notice>}
      {!applied && writes === 0 && <Notice title={t.nothing}>{t.nothingText}</Notice>}
      {children}
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
            <ButtonLink href={seen.href} variant={writes > 0 ? "secondary" : "primary"}>
              {seen.label}
            </ButtonLink>
          )}
          <ButtonLink href={`${here}/columns`} variant="quiet">
            {sheet.changeColumns}
          </ButtonLink>
          <ButtonLink href={otherFile} variant="quiet">
            {sheet.otherFile}
          </ButtonLink>
        </FormActions>
        {writes > 0 && <p className="soft small">{t.takeDetail(add, update)}</p>}
      </Form>
    </>
  );
}
