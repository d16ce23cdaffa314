import { bool, id, index, int, json, moment, oneOf, primaryKey, ref, table, text, uniqueIndex } from "../dialect/kit";
import { users } from "./accounts";
import { awardCategories, awardRounds, councilMembers, voteBases } from "./award-rounds";
import { nominations } from "./nominations";

export const meetingStates = ["planned", "open", "closed"] as const;
export const pollKinds = ["approval", "run-off"] as const;
export const pollStates = ["open", "closed", "void"] as const;
export const attendances = ["absent", "present", "written"] as const;

export const councilMeetings = table(
  "council_meetings",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id, { onDelete: "cascade" }),
    title: text().notNull(),
    place: text().notNull().default(""),
    startsAt: moment().notNull(),
    state: oneOf(meetingStates).notNull().default("planned"),
    openedAt: moment(),
    closedAt: moment(),
    note: text().notNull().default(""), // what was discussed, for the minutes
    tellers: text().notNull().default(""), // ban kiểm phiếu, as printed
    press: text(),
    createdAt: moment().notNull(),
  },
  (t) => [index("council_meetings_round").on(t.roundId, t.startsAt), uniqueIndex("council_meetings_press").on(t.press)],
);

/** "written": absent, and votes in writing before the poll closes. */
export const meetingAttendance = table(
  "meeting_attendance",
  {
    meetingId: ref()
      .notNull()
      .references(() => councilMeetings.id, { onDelete: "cascade" }),
    memberId: ref()
      .notNull()
      .references(() => councilMembers.id, { onDelete: "cascade" }),
    attendance: oneOf(attendances).notNull(),
    note: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.memberId] })],
);

/** One question put to the council: which nominations of a category pass, or which of equals comes first. */
export const polls = table(
  "polls",
  {
    id: id(),
    meetingId: ref()
      .notNull()
      .references(() => councilMeetings.id, { onDelete: "cascade" }),
    categoryId: ref()
      .notNull()
      .references(() => awardCategories.id),
    kind: oneOf(pollKinds).notNull(),
    state: oneOf(pollStates).notNull().default("open"),
    /** As the category had them when the poll opened; they stay. */
    secret: bool().notNull(),
    thresholdPercent: int().notNull(),
    overHalf: bool().notNull(),
    base: oneOf(voteBases).notNull(),
    members: int().notNull(), // of the council, when it opened
    openedAt: moment().notNull(),
    closedAt: moment(),
    /** The chair's casting vote in a run-off that stayed equal; given openly. */
    castingNominationId: ref().references(() => nominations.id),
    castingBy: ref().references(() => councilMembers.id),
    /** SHA-256 of the result as the minutes print it; also in the audit log. */
    resultHash: text(),
    result: json<PollResult[]>(),
    press: text(),
  },
  (t) => [index("polls_meeting").on(t.meetingId), uniqueIndex("polls_press").on(t.press)],
);

/** What a closed poll says of one nomination; counts of members and of votes. */
export interface PollResult {
  nominationId: string;
  yes: number;
  no: number;
  blank: number;
  members: number;
  recused: number;
  present: number;
  written: number;
  base: number;
  passed: boolean;
}

/**
 * The urn. Choices are only ever added up: there is no row for a paper, so no join, backup order or hidden column can
 * lead from a member to a choice. A receipt says that a paper is in, never what it says.
 */
export const pollTallies = table(
  "poll_tallies",
  {
    pollId: ref()
      .notNull()
      .references(() => polls.id, { onDelete: "cascade" }),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id),
    yes: int().notNull().default(0),
    no: int().notNull().default(0),
    blank: int().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.nominationId] })],
);

/** The list of voters: made whole when the poll opens, one tick each. No moment is kept. */
export const pollVoters = table(
  "poll_voters",
  {
    pollId: ref()
      .notNull()
      .references(() => polls.id, { onDelete: "cascade" }),
    memberId: ref()
      .notNull()
      .references(() => councilMembers.id, { onDelete: "cascade" }),
    voted: bool().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.memberId] })],
);

/** Codes that voters took home; drawn at random, kept in the order of their hash. */
export const pollReceipts = table(
  "poll_receipts",
  {
    pollId: ref()
      .notNull()
      .references(() => polls.id, { onDelete: "cascade" }),
    codeHash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.codeHash] })],
);

/** Votes by show of hands: with names, only where the category says so. */
export const openVotes = table(
  "open_votes",
  {
    pollId: ref()
      .notNull()
      .references(() => polls.id, { onDelete: "cascade" }),
    memberId: ref()
      .notNull()
      .references(() => councilMembers.id, { onDelete: "cascade" }),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id),
    choice: oneOf(["yes", "no", "blank"]).notNull(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.memberId, t.nominationId] })],
);

/** Papers that were drafted for signature: who made which, when, from which result. */
export const councilPapers = table(
  "council_papers",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id, { onDelete: "cascade" }),
    meetingId: ref().references(() => councilMeetings.id, { onDelete: "cascade" }),
    kind: oneOf(["minutes", "proposal", "decision"]).notNull(),
    resultHash: text().notNull(),
    madeBy: ref().references(() => users.id),
    madeAt: moment().notNull(),
  },
  (t) => [index("council_papers_round").on(t.roundId, t.madeAt)],
);
