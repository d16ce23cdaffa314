import { and, asc, count, desc, eq, inArray, like, lte, max, min, ne, notInArray, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { events, letters, outboxPauses, units } from "#db/schema.server";
import type { Letter } from "#emails/letter";
import { type Act, type Actor, may } from "~/features/accounts/rules";
import { likePattern, searchWords } from "~/web/text";
import { unseal } from "~/web/secrets.server";
import { everyLetter, eventOfTopic, isSecret, type LetterState } from "./rules";

const outline = {
  id: letters.id,
  kind: letters.kind,
  topic: letters.topic,
  recipient: letters.recipient,
  locale: letters.locale,
  toName: letters.toName,
  toAddress: letters.toAddress,
  subject: letters.subject,
  state: letters.state,
  writtenAt: letters.writtenAt,
  dueAt: letters.dueAt,
  sendBy: letters.sendBy,
  sentAt: letters.sentAt,
  attempts: letters.attempts,
  failure: letters.failure,
  responseCode: letters.responseCode,
  response: letters.response,
  endedBy: letters.endedBy,
  messageId: letters.messageId,
};

export interface LetterFilter {
  topic?: string;
  recipient?: string;
  kinds?: string[];
  states?: LetterState[];
  /** Words of a name, an address or a subject, in any order, with or without diacritics. */
  term?: string;
  /** Ids of letters that are not the reader's to see. */
  without?: readonly string[];
}

const matching = ({ topic, recipient, kinds, states, term, without }: LetterFilter): SQL | undefined =>
  and(
    topic ? eq(letters.topic, topic) : undefined,
    recipient ? eq(letters.recipient, recipient) : undefined,
    kinds?.length ? inArray(letters.kind, kinds) : undefined,
    states?.length ? inArray(letters.state, states) : undefined,
    without?.length ? notInArray(letters.id, [...without]) : undefined,
    ...searchWords(term ?? "").map((word) => like(letters.search, likePattern(word))),
  );

/** Letters in outline, the newest first, without their content. */
export async function listLetters(
  db: Reader,
  { limit = 50, offset = 0, ...filter }: LetterFilter & { limit?: number; offset?: number },
) {
  const rows = await db
    .select(outline)
    .from(letters)
    .where(matching(filter))
    .orderBy(desc(letters.writtenAt), desc(letters.id))
    .limit(limit)
    .offset(offset);
  const [total] = await db.select({ n: count() }).from(letters).where(matching(filter));
  return { rows, total: total?.n ?? 0 };
}

/** One letter with the words that left (or will leave); `content` is null once they have been forgotten. */
export async function findLetter(db: Reader, { letterId }: { letterId: string }) {
  const [row] = await db
    .select({ ...outline, sealed: letters.sealed })
    .from(letters)
    .where(eq(letters.id, letterId));
  if (!row) return null;
  const { sealed, ...letter } = row;
  const opened = sealed ? unseal(sealed) : null;
  return { ...letter, content: opened ? (JSON.parse(opened) as Omit<Letter, "to" | "subject">) : null };
}

/** How many letters are in each state, for one topic, one recipient or all. */
export async function letterCounts(db: Reader, filter: LetterFilter = {}): Promise<Record<LetterState, number>> {
  const rows = await db
    .select({ state: letters.state, n: count() })
    .from(letters)
    .where(matching(filter))
    .groupBy(letters.state);
  const counts: Record<LetterState, number> = { queued: 0, claimed: 0, sent: 0, failed: 0, cancelled: 0, expired: 0 };
  for (const row of rows) counts[row.state] = row.n;
  return counts;
}

/** When each address was last written to about a topic by letters of one kind; what was taken back does not count. */
export async function lastByAddress(
  db: Reader,
  { topic, kind }: { topic: string; kind: string },
): Promise<Map<string, Date>> {
  const rows = await db
    .select({ address: letters.toAddress, at: max(letters.writtenAt) })
    .from(letters)
    .where(and(eq(letters.topic, topic), eq(letters.kind, kind), ne(letters.state, "cancelled")))
    .groupBy(letters.toAddress);
  return new Map(rows.flatMap(({ address, at }) => (at ? [[address, at] as const] : [])));
}

/** What the health page says of the queue: letters waiting or under way, and since when the oldest is due. */
export async function queueFacts(db: Reader): Promise<{ queued: number; oldestDueAt: Date | null }> {
  const [row] = await db
    .select({ n: count(), oldest: min(letters.dueAt) })
    .from(letters)
    .where(inArray(letters.state, ["queued", "claimed"]));
  return { queued: row?.n ?? 0, oldestDueAt: row?.oldest ?? null };
}

/** The pauses in force. */
export const listPauses = async (db: Reader) => await db.select().from(outboxPauses).orderBy(asc(outboxPauses.scope));

/** Recipients of whom a server refused a letter about this topic for good, with its last words in which it did. */
export async function refusedRecipients(db: Reader, { topic }: { topic: string }): Promise<Map<string, string>> {
  const rows = await db
    .select({ recipient: letters.recipient, response: letters.response })
    .from(letters)
    .where(and(eq(letters.topic, topic), eq(letters.state, "failed"), eq(letters.failure, "permanent")))
    .orderBy(asc(letters.writtenAt));
  return new Map(rows.map((row) => [row.recipient, row.response]));
}

/** Which of these keys have their letter already. */
export async function takenKeys(db: Reader, { keys }: { keys: string[] }): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let i = 0; i < keys.length; i += 500) {
    const rows = await db
      .select({ key: letters.key })
      .from(letters)
      .where(inArray(letters.key, keys.slice(i, i + 500)));
    for (const row of rows) taken.add(row.key);
  }
  return taken;
}

/**
 * The letter, where this person may do `act` with letters about its event, or with all letters; else null. `eventId` and
 * `hostPath` are those of the event it is about, if any.
 */
export async function letterFor(db: Reader, { letterId, actor, act }: { letterId: string; actor: Actor; act: Act }) {
  const letter = await letterForPage(db, { letterId });
  if (!letter) return null;
  const [about] = await db
    .select({ eventId: events.id, hostPath: units.path })
    .from(events)
    .innerJoin(units, eq(units.id, events.hostUnitId))
    .where(eq(events.id, eventOfTopic(letter.topic) ?? ""));
  const { eventId, hostPath } = about ?? { eventId: null, hostPath: null };
  return may(actor, act, hostPath) ? { letter, eventId, hostPath } : null;
}

/** Letters that are due and not held, the urgent and the oldest first. */
export async function dueLetters(db: Reader, { now, limit }: { now: Date; limit: number }): Promise<string[]> {
  const pauses = (await listPauses(db)).map((pause) => pause.scope);
  if (pauses.includes(everyLetter)) return [];
  const rows = await db
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.state, "queued"),
        lte(letters.dueAt, now),
        pauses.length > 0 ? notInArray(letters.topic, pauses) : undefined,
      ),
    )
    .orderBy(asc(letters.priority), asc(letters.dueAt), asc(letters.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** One letter as a page shows it. Words that open a door stay hidden unless `secrets` (the demo's mailbox) asks for them. */
export async function letterForPage(
  db: Reader,
  { letterId, secrets = false }: { letterId: string; secrets?: boolean },
) {
  const letter = await findLetter(db, { letterId });
  if (!letter) return null;
  const { content, ...outline } = letter;
  const hidden = isSecret(letter.kind) && !secrets;
  return {
    ...outline,
    text: hidden ? null : (content?.text ?? null),
    why: hidden ? ("hidden" as const) : content ? null : ("forgotten" as const),
    calendar: content?.calendar?.method ?? null,
    html: hidden ? null : (content?.html ?? null),
  };
}
