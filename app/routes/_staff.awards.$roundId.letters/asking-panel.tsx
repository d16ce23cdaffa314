import { awardWords } from "~/features/awards/messages";
import type { AskingLetters } from "~/features/awards/rounds/letters.reads.server";
import { roundWords } from "~/features/awards/rounds/messages";
import { stepOf } from "~/features/awards/rounds/reminders.rules";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { Ltr, Time } from "~/ui/text";
import { formatNumber, localeNames } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { Readers } from "./readers";

/** One letter of a round: whom it would reach and whom not, what it says, what has left, and its button. */
export function AskingPanel({ roundId, asking }: { roundId: string; asking: AskingLetters }) {
  const t = useWords(roundWords);
  const awards = useWords(awardWords);
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const { matter, why, due, had, unheard, previews } = asking;
  const { title, text } = t.matters[matter];
  const words = why && t.why[why];
  const reason = typeof words === "function" ? words(awards.phases[stepOf(matter)]) : words;
  return (
    <Panel title={title} description={text}>
      <div className="stack gap-3">
        <Left left={asking.left} />
        {reason && <p>{reason}</p>}
        {why === null && due.length === 0 && <p>{t.nobodyLeft}</p>}
        {due.length > 0 && (
          <p>
            <strong>{why === null ? t.willGet(n(due.length)) : t.wouldGet(n(due.length))}</strong>
          </p>
        )}
        {had.length > 0 && <p className="soft">{t.hadIt(n(had.length))}</p>}
        {due.length + had.length > 0 && (
          <Disclosure summary={t.readers}>
            <Readers caption={title} rows={[...due, ...had]} counts={matter === "drafts" || matter === "score"} />
          </Disclosure>
        )}
        {unheard.length > 0 && (
          <Disclosure summary={t.unheard(n(unheard.length))}>
            <p>{t.unheardText}</p>
            <ul className="plain-list">
              {unheard.map(({ name, people }) => (
                <li key={name}>
                  <bdi>{name}</bdi>: <span className="soft">{people.join(", ") || t.nobodyNamed}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        {previews.length > 0 && (
          <Disclosure summary={t.preview}>
            {previews.map(({ locale: language, name, subject, text: letter }) => (
              <div key={language} className="stack gap-2">
                <p className="soft small">
                  {t.previewFor(name)} · {localeNames[language]}
                </p>
                <p>
                  <span className="soft">{t.subject}:</span>{" "}
                  <strong dir="auto" lang={language}>
                    {subject}
                  </strong>
                </p>
                <div
                  className="prose"
                  dir="auto"
                  lang={language}
                  style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
                >
                  {letter}
                </div>
              </div>
            ))}
          </Disclosure>
        )}
        {why === null && due.length > 0 && (
          <Form method="post">
            <Button icon="letter" name="do" value={matter}>
              {t.send(n(due.length))}
            </Button>
          </Form>
        )}
        {why === "draft" && matter === "call" && (
          <div>
            <ButtonLink href={paths.award(roundId)}>{t.toOverview}</ButtonLink>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Left({ left }: { left: AskingLetters["left"] }) {
  const t = useWords(roundWords);
  const locale = useLocale();
  const zone = useZone();
  if (!left.lastAt) return <p className="soft">{t.never}</p>;
  const counts = (["sent", "waiting", "failed"] as const).filter((state) => left[state] > 0);
  return (
    <p className="soft">
      {t.lastAt}:{" "}
      <Time at={left.lastAt}>
        <Ltr>{formatMoment(left.lastAt, zone)}</Ltr>
      </Time>
      {counts.map((state) => ` · ${formatNumber(left[state], locale)} ${t.counts[state]}`)}
    </p>
  );
}
