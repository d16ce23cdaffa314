import type { ReactNode } from "react";
import { Mark } from "./wordmark";

export interface GuestLanguage {
  href: string;
  label: string;
  lang: string;
  current?: boolean;
}

interface GuestPageProps {
  /** Who invites; the first line of the page. */
  organizer: string;
  title: ReactNode;
  /** A short line above the title, such as "Giấy mời". */
  kicker?: ReactNode;
  /** Under the title: to whom, or what the page is for. */
  lead?: ReactNode;
  children: ReactNode;
  /** Names the list of languages for screen readers. */
  languagesLabel: string;
  languages: GuestLanguage[];
  /** A sentence or a link about personal data. */
  privacy?: ReactNode;
}

/** A page for people outside: one sheet, read in one breath, without script. */
export function GuestPage(props: GuestPageProps) {
  const { organizer, title, kicker, lead, children, languagesLabel, languages, privacy } = props;
  return (
    <div className="guest">
      <header className="guest-top">
        <Mark size={14} />
        <span>{organizer}</span>
      </header>
      <main className="guest-sheet" id="main">
        <div className="guest-head">
          {kicker && <p className="guest-kicker">{kicker}</p>}
          <h1>{title}</h1>
          {lead && <div className="guest-lead">{lead}</div>}
        </div>
        {children}
      </main>
      <footer className="guest-foot">
        {languages.length > 0 && (
          <nav aria-label={languagesLabel}>
            {languages.map(({ href, label, lang, current }) => (
              <a
                key={lang}
                className="language-name"
                href={href}
                lang={lang}
                hrefLang={lang}
                aria-current={current ? "true" : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
        )}
        {privacy && <p>{privacy}</p>}
      </footer>
    </div>
  );
}

/** The few buttons of a decision, one below the other on a phone. */
export const Answers = ({ children }: { children: ReactNode }) => <div className="answers">{children}</div>;

/** More to read or to fill in, opened on demand without script. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
