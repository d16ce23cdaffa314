import { awardWords } from "~/features/awards/messages";
import type { RoundLack } from "~/features/awards/rounds/rules";
import type { RoundState } from "~/features/awards/terms.rules";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { TextArea } from "~/ui/text-field";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  state: RoundState;
  lacks: RoundLack[];
  /** How many would be reminded of what. */
  remind: { silent: number; drafts: number; score: number };
  error: string | undefined;
  counts: string;
}

/** What who runs the round does with it as a whole. */
export function RunRound({ state, lacks, remind, error }: Props) {
  const t = useWords(awardWords);
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const blocking = lacks.filter((lack) => lack !== "chair");
  const waves = [
    { what: "silent", count: remind.silent, label: t.remindSilent(n(remind.silent)) },
    { what: "drafts", count: remind.drafts, label: t.remindDrafts(n(remind.drafts)) },
    { what: "score", count: remind.score, label: t.remindScores(n(remind.score)) },
  ].filter(({ count }) => count > 0);
  return (
    <>
      {state === "draft" && (
        <Panel title={t.before} description={t.publishText}>
          {lacks.length > 0 && (
            <ul>
              {lacks.map((lack) => (
                <li key={lack}>{t.lacks[lack]}</li>
              ))}
            </ul>
          )}
          <Form method="post">
            <Button variant="primary" name="do" value="publish" disabled={blocking.length > 0}>
              {t.publish}
            </Button>
          </Form>
        </Panel>
      )}
      {state === "published" && (
        <Panel title={t.remind}>
          {waves.length === 0 ? (
            <p className="soft">{t.nobodyToRemind}</p>
          ) : (
            <Form method="post" className="cluster">
              {waves.map(({ what, label }) => (
                <Button key={what} name="do" value={what} icon="reminder">
                  {label}
                </Button>
              ))}
            </Form>
          )}
        </Panel>
      )}
      {state === "published" && (
        <Disclosure summary={t.close}>
          <Form method="post" className="stack gap-3">
            <p>{t.closeText}</p>
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
          <TextArea name="reason" label={t.fields.reason} rows={2} error={error} />
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
