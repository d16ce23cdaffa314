import { inviteWords } from "~/features/participants/invitation/messages";
import type { Preview } from "~/features/participants/invitation/preview.reads.server";
import type { InviteRefusal } from "~/features/participants/invitation/rules";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Tabs } from "~/ui/tabs";
import { TextArea } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { Audience } from "./audience";

interface Props {
  eventId: string;
  preview: Preview;
  refusal: InviteRefusal | null;
  tooLong: boolean;
}

/** Who gets the letter, the letter itself, and the button that names how many it sends. */
export function PreviewPage({ eventId, preview, refusal, tooLong }: Props) {
  const t = useWords(inviteWords);
  const { to, only, note, press, letters, letter } = preview;
  const here = paths.invite(eventId);
  const shown = to === "chosen" ? (["new", "silent", "chosen"] as const) : (["new", "silent"] as const);
  const kept = (
    <>
      <input type="hidden" name="to" value={to} />
      {only.map((id) => (
        <input key={id} type="hidden" name="guest" value={id} />
      ))}
    </>
  );
  return (
    <>
      <Tabs
        label={t.audience}
        items={shown.map((one) => ({
          href: one === "chosen" ? "#chosen" : `${here}?to=${one}`,
          label: t.audiences[one],
          current: one === to,
        }))}
      />
      {refusal && (
        <Notice
          tone="warning"
          action={
            <ButtonLink href={paths.event(eventId)} size="small">
              {t.openEvent}
            </ButtonLink>
          }
        >
          {t.refusals[refusal]}
        </Notice>
      )}
      <div className="stack gap-6" id="chosen">
        <Audience eventId={eventId} preview={preview} />
        {letters === 0 && <Notice title={t.nobody}>{t.nobodyText[to]}</Notice>}
        {letter && (
          <Panel title={t.letter} description={t.letterFor(letter.name)}>
            <p>
              <span className="soft">{t.subject}:</span> <strong dir="auto">{letter.subject}</strong>
            </p>
            <div className="prose" dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {letter.text}
            </div>
            <form method="post" action={`${here}/paper`} target="_blank" rel="noopener">
              <input type="hidden" name="guest" value={letter.guestId} />
              <input type="hidden" name="note" value={note} />
              <Button icon="external" variant="quiet">
                {t.paper}
              </Button>
            </form>
          </Panel>
        )}
        {letters > 0 && (
          <Form method="post" action={here} className="stack gap-4" noValidate key={press}>
            {kept}
            <input type="hidden" name="press" value={press} />
            <TextArea
              name="note"
              label={t.note}
              hint={t.noteHint}
              optional
              rows={3}
              defaultValue={note}
              error={tooLong ? t.tooLong : undefined}
            />
            <FormActions>
              {!refusal && (
                <Button variant="primary" icon="letter" name="do" value="send">
                  {to === "silent" ? t.sendAgain(letters) : t.send(letters)}
                </Button>
              )}
              <Button name="do" value="preview" icon="view">
                {t.look}
              </Button>
            </FormActions>
          </Form>
        )}
      </div>
    </>
  );
}
