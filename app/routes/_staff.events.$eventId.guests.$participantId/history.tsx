import { LetterStatus } from "~/features/outbox/components/letters-list";
import { letterWords } from "~/features/outbox/messages";
import type { LetterState } from "~/features/outbox/rules";
import { guestWords } from "~/features/participants/guests/messages";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { Ltr, Time } from "~/ui/text";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useWords } from "~/web/use-words";

const At = ({ at, zone }: { at: Date; zone: string }) => (
  <Time at={at}>
    <Ltr>{formatMoment(at, zone)}</Ltr>
  </Time>
);

interface Answer {
  id: string;
  answer: "none" | "yes" | "no" | "substitute";
  via: "link" | "staff" | "calendar";
  reason: string;
  at: Date;
  pointName: string | null;
  substituteName: string | null;
  byName: string | null;
}

/** Every answer this guest has given, the newest first. */
export function AnswerHistory({ answers, zone }: { answers: Answer[]; zone: string }) {
  const t = useWords(guestWords).page;
  const words = ({ answer, pointName, reason, substituteName }: Answer) => {
    if (answer === "yes") return t.log.yes(pointName ?? "");
    if (answer === "no") return t.log.no(reason);
    return answer === "substitute" ? t.log.substitute(substituteName ?? "") : t.log.none;
  };
  return (
    <Section title={t.history}>
      {answers.length === 0 ? (
        <p className="soft">{t.noHistory}</p>
      ) : (
        <ol className="plain-list gap-3">
          {answers.map((entry) => (
            <li key={entry.id}>
              <span className="block">{words(entry)}</span>
              <span className="soft small">
                <At at={entry.at} zone={zone} /> · {entry.byName ? t.by(entry.byName) : t.via[entry.via]}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

interface Letter {
  id: string;
  kind: string;
  subject: string;
  state: LetterState;
  writtenAt: Date;
  sentAt: Date | null;
  response: string;
  toAddress: string;
}

/** What was written to this person, where it went, and what the server said. `open`: the letters may be read. */
export function LettersPanel({
  title,
  letters,
  zone,
  open,
}: {
  title: string;
  letters: Letter[];
  zone: string;
  open: boolean;
}) {
  const t = useWords(guestWords).page;
  const { kinds } = useWords(letterWords);
  return (
    <Section title={title}>
      {letters.length === 0 ? (
        <p className="soft">{t.noLetters}</p>
      ) : (
        <ol className="plain-list gap-3">
          {letters.map((letter) => (
            <li key={letter.id}>
              <span className="split gap-2">
                {open ? (
                  <Link href={paths.letter(letter.id)}>{kinds[letter.kind] ?? letter.subject}</Link>
                ) : (
                  (kinds[letter.kind] ?? letter.subject)
                )}
                <LetterStatus state={letter.state} />
              </span>
              <span className="soft small block">
                <At at={letter.sentAt ?? letter.writtenAt} zone={zone} /> · <Ltr>{letter.toAddress}</Ltr>
              </span>
              {letter.state !== "sent" && letter.response && (
                <span className="soft small block">
                  <Ltr>{letter.response}</Ltr>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
