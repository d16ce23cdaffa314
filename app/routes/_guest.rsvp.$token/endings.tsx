import { answerWords } from "~/features/participants/answer/messages";
import { GuestPage } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { languageLinks } from "~/web/language-links";
import { inLanguage, type Localized, languageOf } from "~/web/localized";
import { useLocale, useWords } from "~/web/use-words";
import { Contact } from "./facts";

interface Office {
  name: string;
  phone: string;
  email: string;
}

/** The same for every link that opens nothing: what may have happened and what to do, never what exists. */
export function DeadLink({ office }: { office: Office | null }) {
  const { dead, languages } = useWords(answerWords);
  const locale = useLocale();
  return (
    <GuestPage
      organizer={office?.name ?? "TenTen"}
      title={dead.title}
      languagesLabel={languages}
      languages={languageLinks("", locale)}
    >
      <div className="stack">
        <p>{dead.todo}</p>
        {office && (
          <p>
            <Contact {...office} />
          </p>
        )}
        <p>{dead.lead}</p>
        <ul className="rsvp-reasons">
          {dead.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
    </GuestPage>
  );
}

interface FarewellProps {
  answer: "yes" | "no" | "substitute";
  event: { title: Localized };
  host: string;
  office: { name: string } | null;
  contact: Office;
  principal: { name: string } | null;
  standIn: { fullName: string; email: string | null } | null;
}

/** The last page of a link that its own answer has ended. */
export function Farewell({ answer, event, host, office, contact, principal, standIn }: FarewellProps) {
  const t = useWords(answerWords);
  const locale = useLocale();
  const handedOver = answer === "substitute" && standIn;
  return (
    <GuestPage
      organizer={office?.name ?? host}
      kicker={<span lang={languageOf(event.title, locale)}>{inLanguage(event.title, locale)}</span>}
      title={t.thanks}
      languagesLabel={t.languages}
      languages={[]}
    >
      <Notice tone="success" title={handedOver ? t.handedOver : t.givenBack}>
        {handedOver ? t.handedOverTo(standIn.fullName) : principal && t.givenBackText(principal.name)}
      </Notice>
      <div className="stack">
        {handedOver && <p>{standIn.email ? t.letterToSubstitute : t.callSubstitute}</p>}
        <p>{t.linkEnded}</p>
        <p>
          <Contact {...contact} />
        </p>
      </div>
    </GuestPage>
  );
}
