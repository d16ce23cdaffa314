import { type AnyColumn, id, index, int, json, moment, oneOf, ref, table, text, uniqueIndex } from "../dialect/kit";
import { locales, users } from "./accounts";
import { events, points } from "./events";
import { units } from "./units";

export const answers = ["none", "yes", "no", "substitute"] as const;
export const answerChannels = ["link", "staff", "calendar"] as const;

/** One person invited to one event at one point; a substitute is a row of its own that stands in for the invited one. */
export const participants = table(
  "participants",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    pointId: ref()
      .notNull()
      .references(() => points.id),
    fullName: text().notNull(),
    position: text().notNull().default(""),
    organization: text().notNull().default(""), // as written on the list
    unitId: ref().references(() => units.id),
    email: text(), // lower case; null: registered by the unit
    phone: text().notNull().default(""), // E.164
    locale: oneOf(locales).notNull().default("vi"),
    note: text().notNull().default(""),
    /** Who this is, as far as a list can tell (see participants/list/rules): no one stands twice at one point. */
    identity: text().notNull(),
    standsInForId: ref().references((): AnyColumn => participants.id as never, { onDelete: "cascade" }),
    answer: oneOf(answers).notNull().default("none"),
    answeredAt: moment(),
    answeredVia: oneOf(answerChannels),
    declineReason: text().notNull().default(""),
    invitedAt: moment(), // null: on the list, no letter yet
    withdrawnAt: moment(), // taken off after the invitation left
    tokenHash: text(), // null: no living link
    tokenVersion: int().notNull().default(0),
    tokenKid: text().notNull().default(""),
    doorCode: text().notNull(), // short code under the QR at the door, unique in the event
    bouncedAt: moment(),
    bounceReason: text().notNull().default(""),
    calendarSequence: int().notNull().default(0),
    checkedInAt: moment(),
    importId: ref(),
    search: text().notNull(),
    sortKey: text().notNull(), // Vietnamese order by given name, in bytes
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("participants_identity").on(t.eventId, t.pointId, t.identity),
    uniqueIndex("participants_token").on(t.tokenHash),
    uniqueIndex("participants_door").on(t.eventId, t.doorCode),
    index("participants_point_answer").on(t.pointId, t.answer),
    index("participants_event_answer").on(t.eventId, t.answer),
    index("participants_event_sort").on(t.eventId, t.sortKey),
    index("participants_email").on(t.email),
    index("participants_unit").on(t.unitId),
    index("participants_stands_in").on(t.standsInForId),
  ],
);

/** Every answer ever given, in order; the participant's row holds the last. */
export const answerLog = table(
  "answer_log",
  {
    id: id(),
    participantId: ref()
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    answer: oneOf(answers).notNull(),
    via: oneOf(answerChannels).notNull(),
    reason: text().notNull().default(""),
    pointId: ref(),
    substituteId: ref(),
    byUserId: ref(),
    at: moment().notNull(),
  },
  (t) => [index("answer_log_participant").on(t.participantId, t.at)],
);

/** A list file on its way in: read once, mapped, tried, then taken over. */
export const listImports = table(
  "list_imports",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    userId: ref().references(() => users.id),
    fileName: text().notNull(),
    sheetName: text().notNull().default(""),
    rows: json<string[][]>().notNull(),
    mapping: json<Record<string, number | null>>().notNull(),
    choices: json<Record<string, string>>().notNull(),
    counts: json<Record<string, number>>().notNull(),
    createdAt: moment().notNull(),
    appliedAt: moment(),
  },
  (t) => [index("list_imports_event").on(t.eventId, t.createdAt)],
);

export const mailingKinds = ["invitation", "moved", "cancelled", "details"] as const;

/**
 * One press on "send": who was to get it and who not, and why, as it was shown before. The letters are written in
 * small portions, so that thousands of them do not hold up everybody's answers; a broken-off mailing is taken up again.
 */
export const mailings = table(
  "mailings",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    kind: oneOf(mailingKinds).notNull(),
    byUserId: ref(),
    at: moment().notNull(),
    audience: json<string[]>().notNull(), // participants, in the order of writing
    excluded: json<{ participantId: string; reason: string }[]>().notNull(),
    about: json<{
      moveId?: string;
      reason?: string;
      pointId?: string;
      note?: string;
      changes?: string[];
      to?: "new" | "silent" | "chosen";
    }>().notNull(),
    written: int().notNull().default(0),
    doneAt: moment(),
  },
  (t) => [index("mailings_event").on(t.eventId, t.at), index("mailings_open").on(t.doneAt, t.at)],
);
