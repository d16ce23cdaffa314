import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Ltr, Time } from "~/ui/text";
import { localeNames, type Locale } from "~/web/i18n";
import { formatMoment } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";
import { letterWords } from "../messages";
import { LetterStatus, type ListedLetter } from "./letters-list";

export interface WholeLetter extends ListedLetter {
  locale: Locale;
  dueAt: Date;
  sendBy: Date | null;
  attempts: number;
  endedBy: string;
  messageId: string;
  /** Null where the words are hidden or gone; `why` says which. */
  text: string | null;
  why: "hidden" | "forgotten" | null;
  calendar: "REQUEST" | "CANCEL" | null;
}

/** One letter: what left, to whom, when, and what the server said. */
export function LetterSheet({ letter, paperHref }: { letter: WholeLetter; paperHref: string }) {
  const t = useWords(letterWords);
  const zone = useZone();
  const moment = (at: Date) => (
    <Time at={at}>
      <Ltr>{formatMoment(at, zone)}</Ltr>
    </Time>
  );
  const waits = letter.state === "queued" || letter.state === "claimed";
  return (
    <div className="columns-2">
      <Panel
        title={t.asText}
        actions={
          letter.text !== null && (
            <Link href={paperHref} plain target="_blank" rel="noopener">
              {t.asPaper}
            </Link>
          )
        }
      >
        {letter.text === null ? (
          <Notice tone="info">{letter.why === "hidden" ? t.hidden : t.forgotten}</Notice>
        ) : (
          <div
            className="prose"
            dir="auto"
            lang={letter.locale}
            style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
          >
            {letter.text}
          </div>
        )}
      </Panel>
      <Panel>
        <DescriptionList
          items={[
            { term: t.state, detail: <LetterStatus state={letter.state} /> },
            {
              term: t.to,
              detail: (
                <>
                  {letter.toName}
                  <div className="small soft">
                    <Ltr>{letter.toAddress}</Ltr>
                  </div>
                </>
              ),
            },
            { term: t.kind, detail: t.kinds[letter.kind] ?? letter.kind },
            { term: t.language, detail: localeNames[letter.locale] },
            letter.calendar && { term: t.calendarPart, detail: t.calendar[letter.calendar] },
            { term: t.written, detail: moment(letter.writtenAt) },
            letter.sentAt && { term: t.sent, detail: moment(letter.sentAt) },
            waits && { term: t.due, detail: moment(letter.dueAt) },
            letter.sendBy && { term: t.sendBy, detail: moment(letter.sendBy) },
            { term: t.attempts, detail: letter.attempts },
            { term: t.answer, detail: letter.response ? <Ltr>{letter.response}</Ltr> : t.noAnswer },
            letter.endedBy ? { term: t.endedBy, detail: letter.endedBy } : null,
            {
              term: t.messageId,
              detail: (
                <span className="small" style={{ overflowWrap: "anywhere" }}>
                  <Ltr>{letter.messageId}</Ltr>
                </span>
              ),
            },
          ]}
        />
      </Panel>
    </div>
  );
}
