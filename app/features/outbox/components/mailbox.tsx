import { Button } from "~/ui/button";
import { GuestPage } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Ltr, Time } from "~/ui/text";
import { SelectField, TextField } from "~/ui/text-field";
import { localeNames, locales } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { letterWords } from "../messages";
import type { WholeLetter } from "./letter-sheet";
import { LetterStatus, type ListedLetter } from "./letters-list";

function useLanguages(here: string) {
  const locale = useLocale();
  const join = here.includes("?") ? "&" : "?";
  return locales.map((lang) => ({
    lang,
    label: localeNames[lang],
    href: `${here}${join}lang=${lang}`,
    current: lang === locale,
  }));
}

interface ListProps {
  letters: ListedLetter[];
  total: number;
  perPage: number;
  page: number;
  term: string;
  kind: string;
  office: string;
}

/** The demo's mailbox: every letter of the installation, newest first. */
export function MailboxList({ letters, total, perPage, page, term, kind, office }: ListProps) {
  const t = useWords(letterWords);
  const zone = useZone();
  const first = (page - 1) * perPage + 1;
  const last = Math.min(total, first + perPage - 1);
  const at = (n: number) => `${paths.mailbox}?${new URLSearchParams({ q: term, kind, page: String(n) })}`;
  return (
    <GuestPage
      organizer={office}
      kicker="TenTen"
      title={t.mailbox}
      lead={t.mailboxAbout}
      languagesLabel={t.language}
      languages={useLanguages(at(page))}
    >
      <form method="get" action={paths.mailbox} className="stack gap-3">
        <TextField name="q" type="search" label={t.find} defaultValue={term} />
        <SelectField
          name="kind"
          label={t.kind}
          defaultValue={kind}
          choices={[
            { value: "", label: t.allKinds },
            ...Object.entries(t.kinds).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Button icon="search">{t.search}</Button>
      </form>
      {letters.length === 0 ? (
        <Notice title={term || kind ? t.noMatch : t.none}>{term || kind ? t.noMatchText : t.noneText}</Notice>
      ) : (
        <ul className="letter-list">
          {letters.map((letter) => (
            <li key={letter.id}>
              <a href={paths.mailboxLetter(letter.id)}>{letter.subject}</a>
              <div className="small soft">
                {letter.toName} · <Ltr>{letter.toAddress}</Ltr>
              </div>
              <div className="small soft split">
                <span>{t.kinds[letter.kind] ?? letter.kind}</span>
                <Time at={letter.writtenAt}>
                  <Ltr>{formatMoment(letter.writtenAt, zone)}</Ltr>
                </Time>
              </div>
            </li>
          ))}
        </ul>
      )}
      {total > perPage && (
        <div className="split small">
          {page > 1 ? <a href={at(page - 1)}>←</a> : <span />}
          <span>{t.shown(first, last, total)}</span>
          {last < total ? <a href={at(page + 1)}>→</a> : <span />}
        </div>
      )}
    </GuestPage>
  );
}

/** One letter as it lies in its reader's mailbox. */
export function MailboxLetter({ letter, office }: { letter: WholeLetter; office: string }) {
  const t = useWords(letterWords);
  const zone = useZone();
  const here = paths.mailboxLetter(letter.id);
  return (
    <GuestPage
      organizer={office}
      kicker={t.kinds[letter.kind] ?? letter.kind}
      title={letter.subject}
      lead={
        <>
          {letter.toName} · <Ltr>{letter.toAddress}</Ltr> ·{" "}
          <Time at={letter.writtenAt}>
            <Ltr>{formatMoment(letter.writtenAt, zone)}</Ltr>
          </Time>
        </>
      }
      languagesLabel={t.language}
      languages={useLanguages(here)}
    >
      <div className="split">
        <LetterStatus state={letter.state} />
        <a href={`${paths.mailbox}?q=${encodeURIComponent(letter.toAddress)}`}>{t.allFor}</a>
      </div>
      {letter.text === null ? (
        <Notice>{t.forgotten}</Notice>
      ) : (
        <>
          <iframe className="letter-paper" src={`${here}/paper`} title={letter.subject} />
          <p className="small">
            <a href={`${here}/paper`}>{t.asPaper}</a>
          </p>
        </>
      )}
      <p>
        <a href={paths.mailbox}>{t.back}</a>
      </p>
    </GuestPage>
  );
}
