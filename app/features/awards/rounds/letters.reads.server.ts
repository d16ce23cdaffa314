import type { Reader } from "#db/client.server";
import { lastByAddress, letterCounts } from "~/features/outbox/reads.server";
import { topicOf } from "~/features/outbox/rules";
import { type Locale, locales } from "~/web/i18n";
import { awardPaper, officeOf } from "../letters.server";
import type { RoundSight } from "../sight.reads.server";
import { roundMessage } from "./letters.server";
import type { Round } from "./reads.server";
import { type AskedReader, askedBy } from "./reminders.reads.server";
import { type AskingMatter, askingMatters, isLeftInPeace, notNow, type WhyNotNow } from "./reminders.rules";

export interface AskingLetters {
  matter: AskingMatter;
  why: WhyNotNow | null;
  /** Who would be written to by a press now. */
  due: AskedReader[];
  /** Who is meant too and has had it. */
  had: AskedReader[];
  /** Whom no letter reaches. */
  unheard: { name: string; people: string[] }[];
  /** The letter as the first reader of each language gets it. */
  previews: { locale: Locale; name: string; subject: string; text: string }[];
  left: { sent: number; waiting: number; failed: number; lastAt: Date | null };
}

/** All that an organizer looks at before sending a round's letters, as things stand at `now`, and as far as they see the dossiers. */
export async function lettersOfRound(
  db: Reader,
  {
    round,
    now,
    zone,
    ...sight
  }: { round: Round; now: Date; zone: string; sees: RoundSight["sees"]; panel?: RoundSight["panel"] },
): Promise<AskingLetters[]> {
  const office = await officeOf(db);
  const found: AskingLetters[] = [];
  for (const matter of askingMatters) {
    const why = notNow(matter, round, now);
    // Before the call is out one may look whom it will reach; whom a step will wait for is known once it runs.
    const known = why === null || (why === "draft" && matter === "call");
    const asked = known
      ? await askedBy(db, { ...sight, roundId: round.id, matter, now })
      : { readers: [], unheard: [] };
    const rests = ({ hadAt }: AskedReader) => isLeftInPeace(matter, hadAt, { now, zone });
    const due = asked.readers.filter((reader) => !rests(reader));
    const topic = topicOf.awards(round.id);
    const kind = `award-${matter}`;
    const { queued, claimed, sent, failed, expired } = await letterCounts(db, { topic, kinds: [kind] });
    found.push({
      ...{ matter, why, due, unheard: asked.unheard, had: asked.readers.filter(rests) },
      previews: locales.flatMap((locale) => {
        const reader = due.find((one) => one.locale === locale);
        if (!reader) return [];
        const { subject, text } = awardPaper(roundMessage(round, { matter, count: reader.count }), reader, office);
        return [{ locale, name: reader.name, subject, text }];
      }),
      left: {
        ...{ sent, waiting: queued + claimed, failed: failed + expired },
        lastAt: latest([...(await lastByAddress(db, { topic, kind })).values()]),
      },
    });
  }
  return found;
}

const latest = (moments: Date[]): Date | null =>
  moments.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
