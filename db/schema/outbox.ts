import { sql } from "drizzle-orm";
import { id, index, int, moment, oneOf, table, text, uniqueIndex } from "../dialect/kit";
import { locales } from "./accounts";

export const letterStates = ["queued", "claimed", "sent", "failed", "cancelled", "expired"] as const;

/** Letters: written with the fact that causes them, carried by the outbox. The finished paper is sealed at rest. */
export const letters = table(
  "letters",
  {
    id: id(),
    key: text().notNull(), // the reason in words; one letter per reason
    kind: text().notNull(), // "invitation", "event-reminder", "sign-in" …
    topic: text().notNull().default(""), // what it is about: "event:<id>"
    recipient: text().notNull().default(""), // whom: "participant:<id>", "user:<id>"
    locale: oneOf(locales).notNull(),
    toName: text().notNull(),
    toAddress: text().notNull(),
    subject: text().notNull(),
    search: text().notNull(), // folded name, address and subject
    sealed: text().notNull(), // html, text, calendar, headers; "" once it has been forgotten
    messageId: text().notNull(),
    writtenAt: moment().notNull(), // also the Date header of every copy
    state: oneOf(letterStates).notNull().default("queued"),
    dueAt: moment().notNull(), // next attempt
    sendBy: moment(), // of no use after
    priority: int().notNull().default(5), // 1 first: sign-in letters do not wait behind 486 invitations
    attempts: int().notNull().default(0),
    claimedBy: text(),
    claimedAt: moment(),
    sentAt: moment(),
    failure: text().notNull().default(""), // permanent, temporary, throttled, auth, connection, unreadable
    responseCode: int(),
    response: text().notNull().default(""), // the server's last words
    endedBy: text().notNull().default(""), // who or what cancelled it
  },
  (t) => [
    uniqueIndex("letters_key").on(t.key),
    uniqueIndex("letters_message_id").on(t.messageId),
    index("letters_queued").on(t.priority, t.dueAt, t.id).where(sql`state = 'queued'`),
    index("letters_claimed").on(t.claimedBy).where(sql`state = 'claimed'`),
    index("letters_topic").on(t.topic, t.state),
    index("letters_recipient").on(t.recipient),
    index("letters_written").on(t.writtenAt),
  ],
);

/** What waits: "all", or one topic. A row is a pause; no row, no pause. */
export const outboxPauses = table("outbox_pauses", {
  scope: text().primaryKey(),
  pausedAt: moment().notNull(),
  pausedBy: text().notNull(),
  reason: text().notNull().default(""),
});
