import { and, eq, inArray, sql } from "drizzle-orm";
import { newId } from "#db/dialect/ids";
import { given, insertMany, prepared, preparedWrite, type Reader, type Tx } from "#db/client.server";
import { letters, outboxPauses } from "#db/schema.server";
import type { Letter } from "#emails/letter";
import { env } from "~/web/env.server";
import type { Locale } from "~/web/i18n";
import { refuse } from "~/web/refuse";
import { seal, unseal } from "~/web/secrets.server";
import { fold } from "~/web/text";
import { canCancel, canResend } from "./rules";

export interface Reason {
  /** Why this letter exists, in words: "rsvp:<participant>:yes:<answeredAt>". One letter per key, for ever. */
  key: string;
  kind: string;
  topic: string;
  recipient: string;
  locale: Locale;
  now: Date;
  /** First attempt; now when absent. */
  dueAt?: Date;
  /** The letter is of no use after this and is then given up as expired. */
  sendBy?: Date;
  /** 1 goes first. Default 5. */
  priority?: number;
}

/** Puts a letter into the outbox within the transaction that causes it. `queued: false`: this reason has its letter already. */
export async function enqueue(
  tx: Tx,
  letter: Letter,
  reason: Reason,
): Promise<{ queued: true; letterId: string } | { queued: false }> {
  const id = newId();
  const { to, subject, ...content } = letter;
  const row = {
    id,
    key: reason.key,
    kind: reason.kind,
    topic: reason.topic,
    recipient: reason.recipient,
    locale: reason.locale,
    toName: to.name,
    toAddress: to.address,
    subject,
    search: fold(`${to.name} ${to.address} ${subject}`).slice(0, 600),
    sealed: seal(JSON.stringify(content)),
    messageId: `<${id}@${new URL(env().publicOrigin).hostname}>`,
    writtenAt: reason.now,
    dueAt: reason.dueAt ?? reason.now,
    sendBy: reason.sendBy ?? null,
    priority: reason.priority ?? 5,
  };
  const inserted = await insertMany(tx, letters, [row], { ignoreTaken: true });
  return inserted > 0 ? { queued: true, letterId: id } : { queued: false };
}

export interface Cancel {
  recipient?: string;
  topic?: string;
  kinds?: string[];
  by: string;
}

const waitingFor = prepared("letters_waiting_for", (db: Reader) =>
  db
    .select({ id: letters.id, topic: letters.topic, kind: letters.kind })
    .from(letters)
    .where(and(eq(letters.recipient, sql.placeholder("recipient")), inArray(letters.state, ["queued", "claimed"]))),
);
const takeBack = preparedWrite("letter_take_back", (tx: Tx) =>
  tx
    .update(letters)
    .set({ state: "cancelled", endedBy: given("by", letters.endedBy) })
    .where(eq(letters.id, sql.placeholder("id"))),
);

/**
 * Takes back letters that have not left: waiting ones, and claimed ones too (the worker looks again before it speaks
 * to the server). At least a recipient or a topic must be named. Returns how many were taken back.
 */
export async function cancelLetters(tx: Tx, { recipient, topic, kinds, by }: Cancel): Promise<number> {
  if (!recipient && !topic) throw new Error("cancelLetters needs a recipient or a topic");
  if (recipient) {
    // Asked at every answer, and hardly ever with anything to take back.
    const waiting = await waitingFor(tx, { recipient });
    const taken = waiting.filter((one) => (!topic || one.topic === topic) && (kinds?.includes(one.kind) ?? true));
    for (const { id } of taken) await takeBack(tx, { id, by });
    return taken.length;
  }
  const taken = await tx
    .update(letters)
    .set({ state: "cancelled", endedBy: by })
    .where(
      and(
        inArray(letters.state, ["queued", "claimed"]),
        topic ? eq(letters.topic, topic) : undefined,
        kinds ? inArray(letters.kind, kinds) : undefined,
      ),
    )
    .returning({ id: letters.id });
  return taken.length;
}

/** Takes back one letter. Refused: "not-found", "too-late" (it has left, or was ended). */
export async function cancelLetter(tx: Tx, { letterId, by }: { letterId: string; by: string }) {
  const [letter] = await tx.select({ state: letters.state }).from(letters).where(eq(letters.id, letterId));
  if (!letter) return refuse("not-found");
  if (!canCancel(letter.state)) return refuse("too-late");
  await tx.update(letters).set({ state: "cancelled", endedBy: by }).where(eq(letters.id, letterId));
  return { ok: true } as const;
}

/**
 * Sends a letter that has ended once more, as a new letter with the same words and a name of its own: the reader asked
 * for it, so it must not be taken for a double. Refused: "not-found", "still-waiting", "out-of-date", "forgotten" (its words
 * are no longer kept).
 */
export async function resendLetter(tx: Tx, { letterId, now }: { letterId: string; now: Date }) {
  const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId));
  if (!letter) return refuse("not-found");
  if (!canResend(letter.state)) return refuse("still-waiting");
  if (letter.sendBy && letter.sendBy <= now) return refuse("out-of-date");
  const content = letter.sealed ? unseal(letter.sealed) : null;
  if (content === null) return refuse("forgotten");
  const sent = await enqueue(
    tx,
    {
      to: { name: letter.toName, address: letter.toAddress },
      subject: letter.subject,
      ...(JSON.parse(content) as Omit<Letter, "to" | "subject">),
    },
    {
      key: `${letter.key}:again:${now.toISOString()}`,
      kind: letter.kind,
      topic: letter.topic,
      recipient: letter.recipient,
      locale: letter.locale,
      sendBy: letter.sendBy ?? undefined,
      priority: 3,
      now,
    },
  );
  return sent.queued ? ({ ok: true, letterId: sent.letterId } as const) : refuse("still-waiting");
}

/** Holds letters of a topic, or every letter (`everyLetter`), until they are resumed. */
export async function pauseLetters(
  tx: Tx,
  { scope, by, reason = "", now }: { scope: string; by: string; reason?: string; now: Date },
) {
  await tx.insert(outboxPauses).values({ scope, pausedAt: now, pausedBy: by, reason }).onConflictDoNothing();
}

/** Lets held letters go. */
export async function resumeLetters(tx: Tx, { scope }: { scope: string }) {
  await tx.delete(outboxPauses).where(eq(outboxPauses.scope, scope));
}
