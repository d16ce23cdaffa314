import { bool, id, index, int, json, moment, oneOf, ref, table, text, uniqueIndex } from "../dialect/kit";
import { campaigns } from "./campaigns";
import type { Localized } from "./localized";
import { units } from "./units";

export const eventKinds = [
  "launch",
  "review-conference",
  "ceremony",
  "class",
  "site-visit",
  "meeting",
  "seminar",
  "consultation",
  "festival",
  "other",
] as const;
export const eventStates = ["draft", "open", "closed", "running", "finished", "postponed", "cancelled"] as const;

/** When reminders leave, in whole days before: to the silent before the reply-by date, to those who come before the start. */
export interface ReminderPlan {
  silentDaysBefore: number[];
  comingDaysBefore: number[];
  /** Wall clock in the event's zone at which reminders leave, "08:00". */
  clock: string;
}

export const events = table(
  "events",
  {
    id: id(),
    campaignId: ref().references(() => campaigns.id),
    parentId: ref(), // a visit that follows a ceremony
    slug: text().notNull(), // of the public page
    kind: oneOf(eventKinds).notNull(),
    state: oneOf(eventStates).notNull().default("draft"),
    title: json<Localized>().notNull(),
    description: json<Localized>(),
    hostUnitId: ref()
      .notNull()
      .references(() => units.id),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** Postponed with no new date yet: the dates above are the old ones. */
    dateOpen: bool().notNull().default(false),
    zone: text().notNull(),
    replyBy: moment(),
    /** Guests may choose among the points when they say yes. */
    guestsChoosePoint: bool().notNull().default(false),
    invitationNumber: text().notNull().default(""), // "145/GM-UBND"
    composition: text().notNull().default(""),
    note: text().notNull().default(""), // printed in the invitation
    contactName: text().notNull().default(""),
    contactPhone: text().notNull().default(""),
    contactEmail: text().notNull().default(""),
    isPublic: bool().notNull().default(false),
    reminders: json<ReminderPlan>().notNull(),
    calendarSequence: int().notNull().default(0),
    search: text().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    createdBy: ref(),
  },
  (t) => [
    uniqueIndex("events_slug").on(t.slug),
    index("events_campaign").on(t.campaignId, t.startsAt),
    index("events_host").on(t.hostUnitId),
    index("events_state").on(t.state, t.startsAt),
  ],
);

/** Several people may chair one event together (đồng chủ trì). */
export const chairs = table(
  "chairs",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    fullName: text().notNull(),
    position: text().notNull().default(""),
    sort: int().notNull(),
  },
  (t) => [index("chairs_event").on(t.eventId, t.sort)],
);

/** Every change of date, so that the old one stays readable. */
export const eventMoves = table(
  "event_moves",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    fromStartsAt: moment().notNull(),
    fromEndsAt: moment().notNull(),
    toStartsAt: moment(), // null: to be announced
    toEndsAt: moment(),
    reason: text().notNull(),
    movedAt: moment().notNull(),
    movedBy: ref(),
  },
  (t) => [index("event_moves_event").on(t.eventId, t.movedAt)],
);

export const lineTests = ["untested", "passed", "failed", "backup"] as const;

/** A place of an event: the main venue or a linked point. */
export const points = table(
  "points",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    unitId: ref().references(() => units.id),
    name: text().notNull(),
    isMain: bool().notNull().default(false),
    address: text().notNull().default(""),
    way: text().notNull().default(""), // how to get in
    meetingUrl: text().notNull().default(""),
    chairName: text().notNull().default(""),
    chairPosition: text().notNull().default(""),
    contactName: text().notNull().default(""),
    contactPhone: text().notNull().default(""),
    contactEmail: text().notNull().default(""),
    capacity: int(), // null: no limit
    sort: int().notNull(),
    lineTest: oneOf(lineTests).notNull().default("untested"),
    lineTestedAt: moment(),
    lineNote: text().notNull().default(""),
    search: text().notNull(),
  },
  (t) => [index("points_event").on(t.eventId, t.sort), index("points_unit").on(t.unitId)],
);

export const agendaItems = table(
  "agenda_items",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    title: text().notNull(),
    speaker: text().notNull().default(""),
    minutes: int().notNull(),
    sort: int().notNull(),
  },
  (t) => [index("agenda_items_event").on(t.eventId, t.sort)],
);
