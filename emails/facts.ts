import type { Locale } from "~/web/i18n";
import type { Party } from "./letter";

/** How the reader is addressed; "unknown" where the list does not say. */
export type Courtesy = "unknown" | "sir" | "madam" | "comrade";

export interface Reader {
  /** The whole name, never split. */
  name: string;
  address: string;
  locale: Locale;
  position?: string | null;
  unit?: string | null;
  courtesy?: Courtesy;
}

export interface Contact {
  name: string;
  phone?: string | null;
  /** Where answers to the letter go (Reply-To). */
  email?: string | null;
}

/** What every letter needs. */
export interface LetterProps {
  to: Reader;
  /** The name of the organization that writes. */
  office: string;
  contact?: Contact | null;
  /** A second language below the first, for readers who share a mailbox or a desk. */
  alsoIn?: Locale | null;
}

export interface Span {
  startsAt: Date;
  endsAt?: Date | null;
}

export interface AgendaItem {
  title: string;
  startsAt?: Date | null;
  minutes?: number | null;
}

/** An event without its time, for letters in which the time is the news. */
export interface EventFacts {
  title: string;
  /** IANA zone of the event's wall clock. */
  zone: string;
  /** The word for the kind of event, in the reader's language. */
  kind?: string | null;
  campaign?: string | null;
  /** The unit that invites, when it is not the office itself. */
  host?: string | null;
  chairs?: string[];
  /** Number of the signed paper invitation, such as "215/GM-UBND". */
  documentNumber?: string | null;
  /** Who attends, in the words of the plan. */
  composition?: string | null;
  mainVenue?: string | null;
  agenda?: AgendaItem[];
}

export type DatedEvent = EventFacts & Span;

/** The place where the reader attends: the main venue or a linked point. */
export interface PointFacts {
  name: string;
  main?: boolean;
  address?: string | null;
  meetingUrl?: string | null;
  /** How to get there, which gate, where to park. */
  way?: string | null;
  mapUrl?: string | null;
}

/** What a letter needs to move the reader's calendar. `stampedAt` is fixed by the caller: a copy must not differ. */
export interface CalendarFacts {
  uid: string;
  sequence: number;
  stampedAt: Date;
  organizer: Party;
  url?: string | null;
}
