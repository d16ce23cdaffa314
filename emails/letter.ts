/** One person at one address, or the office that writes. */
export interface Party {
  name: string;
  address: string;
}

/** Finished paper: everything the reader will see, in the reader's language. Nothing is looked up later. */
export interface Letter {
  to: Party;
  replyTo?: Party;
  subject: string;
  html: string;
  text: string;
  /** An iTIP part that calendar programs act upon. */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
  headers?: Record<string, string>;
}

/** A letter as the outbox keeps it: with its fixed name and date, every copy has the same bytes. */
export interface StoredLetter extends Letter {
  /** With its angle brackets: "<invitation.0197@events.example.gov.vn>" */
  messageId: string;
  date: Date;
}
