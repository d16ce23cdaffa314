import { Form } from "@remix-run/react";
import { votingWords } from "~/features/awards/voting/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

/** The code that a voter takes home. */
export function Receipt({ code, back }: { code: string; back: string }) {
  const t = useWords(votingWords);
  return (
    <Panel title={t.receipt} description={t.receiptLead}>
      <p className="receipt">
        <Ltr>{code}</Ltr>
      </p>
      <ButtonLink size="large" wide href={back}>
        {t.backToMeeting}
      </ButtonLink>
    </Panel>
  );
}

/** Whether the paper of a receipt was counted. */
export function CheckReceipt({ checked }: { checked?: { typed: string; isIn: boolean } }) {
  const t = useWords(votingWords);
  return (
    <Panel title={t.check} description={t.checkLead}>
      <Form method="post" className="stack gap-4">
        {checked && <Notice tone={checked.isIn ? "success" : "warning"}>{checked.isIn ? t.isIn : t.isNotIn}</Notice>}
        <TextField
          name="receipt"
          label={t.receipt}
          defaultValue={checked?.typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          width="s"
        />
        <div>
          <Button name="do" value="check">
            {t.checkButton}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
