import { awardWords } from "~/features/awards/messages";
import type { RoundState } from "~/features/awards/terms.rules";
import { roundWords } from "~/features/awards/rounds/messages";
import type { AskingMatter } from "~/features/awards/rounds/reminders.rules";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { TextArea } from "~/ui/text-field";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  roundId: string;
  state: RoundState;
  /** How many people a letter would reach now. */
  waiting: { matter: AskingMatter; count: number }[];
  /** Dossiers handed in on which the council has not decided. */
  undecided: number;
  /** The reason as typed, when it was refused. */
  reason: string | undefined;
  error: string | undefined;
}

/** What who runs the round does with it as a whole. */
export function RunRound({ roundId, state, waiting, undecided, reason, error }: Props) {
  const t = useWords(awardWords);
  const letters = useWords(roundWords);
  const locale = useLocale();
  return (
    <>
      {state === "published" && (
        <Panel
          title={letters.letters}
          actions={
            <ButtonLink href={paths.awardLetters(roundId)} size="small" icon="letter">
              {letters.lookAndSend}
            </ButtonLink>
          }
        >
          {waiting.length === 0 ? (
            <p className="soft">{letters.nobodyAtAll}</p>
          ) : (
            <ul className="plain-list">
              {waiting.map(({ matter, count }) => (
                <li key={matter}>
                  {letters.matters[matter].title}: {letters.willGet(formatNumber(count, locale))}
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      {state === "published" && (
        <Disclosure summary={t.close}>
          <Form method="post" className="stack gap-3">
            <p>{t.closeText}</p>
            {undecided > 0 && (
              <p>
                <strong>{t.closeUndecided(formatNumber(undecided, locale))}</strong>
              </p>
            )}
            <div>
              <Button name="do" value="close">
                {t.close}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
      <Disclosure summary={t.callOff} open={error !== undefined}>
        <Form method="post" noValidate className="stack gap-3">
          <p>{state === "draft" ? t.callOffDraftText : t.callOffText}</p>
          <TextArea name="reason" label={t.fields.reason} rows={2} defaultValue={reason} error={error} />
          <div>
            <Button variant="danger" name="do" value="call-off">
              {t.callOff}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </>
  );
}
