import type { Tx } from "#db/client.server";
import { awardLetter, type AwardLetterProps } from "#emails/award-letter";
import type { AwardMatter } from "#emails/award-letter-words";
import { findOrganization } from "~/features/accounts/reads.server";
import { topicOf } from "~/features/outbox/rules";
import { enqueue } from "~/features/outbox/writes.server";
import { env } from "~/web/env.server";
import type { Locale } from "~/web/i18n";
import type { UnitContact } from "./contacts.reads.server";

export type AwardReader = Pick<UnitContact, "email" | "name" | "position" | "locale" | "recipient"> & {
  unitName?: string;
};

interface AwardPost
  extends Omit<AwardLetterProps, "to" | "office" | "contact" | "alsoIn" | "about" | "facts" | "link"> {
  matter: AwardMatter;
  roundId: string;
  /** Each once: "<key>:<address>" is the letter's key for ever. */
  key: string;
  readers: readonly AwardReader[];
  about: (locale: Locale) => string;
  facts?: (locale: Locale) => AwardLetterProps["facts"];
  /** An address of the product, such as "/awards/…". */
  path: string;
  now: Date;
}

/** Writes one letter to each reader, in the reader's language; gives how many are new. An address is written to once. */
export async function postAward(tx: Tx, post: AwardPost): Promise<number> {
  const { roundId, key, readers, about, facts, path, now, matter, ...shared } = post;
  const office = (await findOrganization(tx))?.name ?? "TenTen";
  const told = new Set<string>();
  let written = 0;
  for (const { email, name, position, locale, recipient, unitName } of readers) {
    if (told.has(email)) continue;
    told.add(email);
    const letter = awardLetter({
      ...{ ...shared, matter, office, about: about(locale), facts: facts?.(locale) ?? [] },
      to: { name, address: email, position, unit: unitName ?? null, locale },
      link: `${env().publicOrigin}${path}`,
    });
    const done = await enqueue(tx, letter, {
      ...{ key: `${key}:${email}`, kind: `award-${matter}`, topic: topicOf.awards(roundId), recipient, locale, now },
    });
    if (done.queued) written += 1;
  }
  return written;
}
