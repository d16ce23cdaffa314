import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { inviteWords } from "~/features/participants/invitation/messages";
import { countReasons, type Exclusion, type MailingKind } from "~/features/participants/invitation/rules";
import { ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { ProgressBar } from "~/ui/progress";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

interface Mailing {
  id: string;
  kind: MailingKind;
  at: Date;
  byName: string;
  audience: number;
  written: number;
  letters: number;
  doneAt: Date | null;
  excluded: { id: string; fullName: string; position: string; reason: Exclusion }[];
}

const everySeconds = 2;

/** One press on "send": how far the writing is, then what became of it. */
export function Progress({ eventId, mailing, zone }: { eventId: string; mailing: Mailing; zone: string }) {
  const t = useWords(inviteWords);
  const locale = useLocale();
  const { revalidate } = useRevalidator();
  const done = mailing.doneAt !== null;
  useEffect(() => {
    if (done) return;
    const timer = setInterval(revalidate, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [done, revalidate]);
  const passed = mailing.written - mailing.letters;
  const groups = countReasons(mailing.excluded);
  return (
    <Section
      title={done ? t.doneTitle(mailing.letters) : t.progress(mailing.written, mailing.audience)}
      description={
        <>
          {t.kinds[mailing.kind]} · <Ltr>{formatMoment(mailing.at, zone)}</Ltr>
          {mailing.byName && ` · ${mailing.byName}`}
        </>
      }
    >
      {!done && (
        <noscript>
          <meta httpEquiv="refresh" content={String(everySeconds + 1)} />
        </noscript>
      )}
      <ProgressBar
        done={mailing.written}
        total={mailing.audience}
        label={t.progress(mailing.written, mailing.audience)}
        hideLabel
      />
      <p>{done ? t.doneText : t.progressText}</p>
      {done && passed > 0 && <Notice>{t.passed(passed)}</Notice>}
      <div className="cluster">
        <ButtonLink href={paths.eventLetters(eventId)} variant={done ? "primary" : "secondary"}>
          {t.toLetters}
        </ButtonLink>
        <ButtonLink href={paths.invite(eventId)} variant="quiet">
          {t.back}
        </ButtonLink>
      </div>
      {mailing.excluded.length > 0 && (
        <div className="stack gap-2">
          <h3>{t.decided(mailing.excluded.length)}</h3>
          {groups.map(({ reason, people }) => (
            <Disclosure key={reason} summary={`${t.reasons[reason]}: ${formatNumber(people, locale)}`}>
              <ul className="plain-list gap-1">
                {mailing.excluded
                  .filter((guest) => guest.reason === reason)
                  .slice(0, 300)
                  .map((guest) => (
                    <li key={guest.id}>
                      <Link href={paths.guest(eventId, guest.id)}>
                        <bdi>{guest.fullName}</bdi>
                      </Link>
                      {guest.position && <span className="soft"> · {guest.position}</span>}
                    </li>
                  ))}
              </ul>
            </Disclosure>
          ))}
        </div>
      )}
    </Section>
  );
}
