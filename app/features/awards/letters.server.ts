import type { Reader, Tx } from "#db/client.server";
import { awardLetter, type AwardLetterProps } from "#emails/award-letter";
import type { AwardMatter } from "#emails/award-letter-words";
import type { Letter } from "#emails/letter";
import { findOrganization } from "~/features/accounts/reads.server";
import { topicOf } from "~/features/outbox/rules";
import { enqueue } from "~/features/outbox/writes.server";
import { env } from "~/web/env.server";
import type { Locale } from "~/web/i18n";
import type { UnitContact } from "./contacts.reads.server";

export type AwardReader = Pick<UnitContact, "email" | "name" | "position" | "locale" | "recipient"> & {
  unitName?: string;
};

/** What a letter says, whoever reads it. */
export interface AwardMessage
  extends Omit<AwardLetterProps, "to" | "office" | "contact" | "alsoIn" | "about" | "facts" | "link"> {
  matter: AwardMatter;
  about: (locale: Locale) => string;
  facts?: (locale: Locale) => AwardLetterProps["facts"];
  /** An address of the product, such as "/awards/…". */
  path: string;
}

interface AwardPost extends AwardMessage {
  roundId: string;
  /** Each once: "<key>:<address>" is the letter's key for ever. */
  key: string;
  readers: readonly AwardReader[];
  now: Date;
}

/** Who writes, as letters name it. */
export const officeOf = async (db: Reader): Promise<string> => (await findOrganization(db))?.name ?? "TenTen";

/** A dossier is refused once: its letter has this key, whether the appraisal tells of it or the results do. */
export const refusalKey = (nominationId: string): string => `award-refused:${nominationId}`;

/** The letter as one reader gets it, in the reader's language. */
export function awardPaper(message: AwardMessage, reader: AwardReader, office: string): Letter {
  const { about, facts, path, ...shared } = message;
  const { email, name, position, locale, unitName } = reader;
  return awardLetter({
    ...{ ...shared, office, about: about(locale), facts: facts?.(locale) ?? [] },
    to: { name, address: email, position, unit: unitName ?? null, locale },
    link: `${env().publicOrigin}${path}`,
  });
}

/** Writes one letter to each reader, in the reader's language; gives how many are new. An address is written to once. */
export async function postAward(tx: Tx, { roundId, key, readers, now, ...message }: AwardPost): Promise<number> {
  const office = await officeOf(tx);
  const told = new Set<string>();
  let written = 0;
  for (const reader of readers) {
    const { email, recipient, locale } = reader;
    if (told.has(email)) continue;
    told.add(email);
    const done = await enqueue(tx, awardPaper(message, reader, office), {
      ...{ key: `${key}:${email}`, kind: `award-${message.matter}`, topic: topicOf.awards(roundId) },
      ...{ recipient, locale, now },
    });
    if (done.queued) written += 1;
  }
  return written;
}
