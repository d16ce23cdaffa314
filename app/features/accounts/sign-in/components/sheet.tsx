import type { ReactNode } from "react";
import { ButtonLink } from "~/ui/button";
import { GuestPage } from "~/ui/guest-page";
import { languageLinks } from "~/web/language-links";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";
import { signInWords } from "../messages";

interface SheetProps {
  office: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** The one sheet of each page on the way in. */
export function SignInSheet({ office, title, lead, children }: SheetProps) {
  const t = useWords(signInWords);
  const locale = useLocale();
  const { path, query } = useAddress();
  return (
    <GuestPage
      organizer={office}
      title={title}
      lead={lead}
      languagesLabel={t.languages}
      languages={languageLinks(path + query, locale)}
    >
      <div className="stack">{children}</div>
    </GuestPage>
  );
}

/** What an old, used or mistyped link or code shows: nothing but the way to a new letter. */
export function Gone({ office, again }: { office: string; again: string }) {
  const t = useWords(signInWords);
  return (
    <SignInSheet office={office} title={t.goneTitle} lead={t.goneLead}>
      <ButtonLink href={again} plain variant="primary" size="large" wide>
        {t.askNew}
      </ButtonLink>
    </SignInSheet>
  );
}
