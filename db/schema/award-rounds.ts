import {
  type AnyColumn,
  bool,
  id,
  index,
  int,
  json,
  moment,
  oneOf,
  real,
  ref,
  table,
  text,
  uniqueIndex,
} from "../dialect/kit";
import { users } from "./accounts";
import { campaigns } from "./campaigns";
import { documents } from "./documents";
import { events } from "./events";
import type { Localized } from "./localized";
import { people, units } from "./units";

export const roundStates = ["draft", "published", "closed", "cancelled"] as const;
/** The calendar of a round, in this order; the call has no window of its own, it is the moment of publication. */
export const roundPhaseKinds = ["nomination", "appraisal", "scoring", "vote", "decision", "ceremony"] as const;
/** bằng khen, giấy khen, giấy chứng nhận, giải. */
export const awardForms = ["merit", "commendation", "certificate", "prize"] as const;
export const nomineeKinds = ["unit", "group", "individual", "enterprise", "initiative"] as const;
/** The proposal (tờ trình), the achievement report, the minutes of the unit's meeting, and what else proves it. */
export const nominationFileKinds = ["proposal", "report", "minutes", "other"] as const;
export const scoreAggregates = ["mean", "median", "trimmed"] as const;
/** "auto": none on a complete panel, severity otherwise. */
export const scoreAdjustments = ["auto", "none", "severity", "zscore"] as const;
export const voteBases = ["all", "eligible", "present", "valid"] as const;
export const councilRoles = ["chair", "vice-chair", "secretary", "member"] as const;

/** A rule that reads live facts of the nominee's unit; see awards/nominations/eligibility.rules. */
export interface EligibilityRule {
  fact: "overdue-tasks" | "done-share" | "silent-tasks";
  /** Most overdue or silent tasks allowed, or the least share of tasks done in percent. */
  limit: number;
  effect: "warn" | "block";
}

/** One programme of awards of one year: who calls, when which phase runs, and which rules hold. */
export const awardRounds = table(
  "award_rounds",
  {
    id: id(),
    slug: text().notNull(), // of the public pages
    title: json<Localized>().notNull(),
    purpose: json<Localized>(),
    year: int().notNull(),
    state: oneOf(roundStates).notNull().default("draft"),
    campaignId: ref().references(() => campaigns.id),
    /** Whose round it is: its organizers run it. */
    ownerUnitId: ref()
      .notNull()
      .references(() => units.id),
    documentId: ref().references(() => documents.id), // the plan or rules it rests on
    ceremonyEventId: ref().references(() => events.id),
    previousId: ref().references((): AnyColumn => awardRounds.id),
    /** Who decides and signs, as printed: "Chủ tịch Ủy ban nhân dân tỉnh". */
    authority: text().notNull().default(""),
    place: text().notNull().default(""), // "Lam Giang", before the date on papers
    quorumOf: int().notNull().default(2), // present · quorumIn ≥ members · quorumOf
    quorumIn: int().notNull().default(3),
    /** How many years back the headship of a unit makes a conflict. */
    conflictYears: int().notNull().default(3),
    eligibility: json<EligibilityRule[]>().notNull(),
    publishedAt: moment(),
    lastReceipt: int().notNull().default(0), // the last receipt number given
    press: text(),
    search: text().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    createdBy: ref().references(() => users.id),
  },
  (t) => [
    uniqueIndex("award_rounds_slug").on(t.slug),
    uniqueIndex("award_rounds_press").on(t.press),
    index("award_rounds_owner").on(t.ownerUnitId),
    index("award_rounds_year").on(t.year),
  ],
);

/** A window [startsAt, endsAt) of a round; windows do not overlap, and only the last may have no end. */
export const roundPhases = table(
  "round_phases",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id, { onDelete: "cascade" }),
    kind: oneOf(roundPhaseKinds).notNull(),
    startsAt: moment().notNull(),
    endsAt: moment(),
  },
  (t) => [uniqueIndex("round_phases_kind").on(t.roundId, t.kind)],
);

export const awardCategories = table(
  "award_categories",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id, { onDelete: "cascade" }),
    sort: int().notNull(),
    title: json<Localized>().notNull(),
    guidance: json<Localized>(), // what a good dossier shows
    forms: json<(typeof awardForms)[number][]>().notNull(), // at least one
    nomineeKinds: json<(typeof nomineeKinds)[number][]>().notNull(), // at least one
    requiredFiles: json<(typeof nominationFileKinds)[number][]>().notNull(),
    quota: int(), // awards to be given; null: no limit
    quotaPerUnit: int(), // nominations of one unit; null: no limit
    minimumScore: real(), // of 100, compared after rounding to two decimals; null: none
    aggregate: oneOf(scoreAggregates).notNull().default("mean"),
    adjustment: oneOf(scoreAdjustments).notNull().default("auto"),
    /** Members see neither the nominee's name nor the unit. */
    blind: bool().notNull().default(false),
    /** A member whose own unit competes in the category leaves all of it. */
    rivalsLeave: bool().notNull().default(true),
    judgesPerNomination: int(), // null: the whole panel
    secret: bool().notNull().default(true),
    thresholdPercent: int().notNull().default(80), // yes · 100 ≥ threshold · base
    overHalf: bool().notNull().default(false), // instead: yes · 2 > base
    voteBase: oneOf(voteBases).notNull().default("all"),
    writtenVotes: bool().notNull().default(true),
    /** The mode as it was fixed when the first score was saved; see scoring/adjustment.rules. */
    adjustmentFixed: oneOf(scoreAdjustments),
    adjustmentFixedAt: moment(),
  },
  (t) => [index("award_categories_round").on(t.roundId, t.sort)],
);

export const awardCriteria = table(
  "award_criteria",
  {
    id: id(),
    categoryId: ref()
      .notNull()
      .references(() => awardCategories.id, { onDelete: "cascade" }),
    sort: int().notNull(),
    title: json<Localized>().notNull(),
    hint: json<Localized>(),
    weight: int().notNull(), // of 100 over the category
    maximum: int().notNull().default(10),
    step: real().notNull().default(0.5),
    required: bool().notNull().default(true),
  },
  (t) => [index("award_criteria_category").on(t.categoryId, t.sort)],
);

/** A seat in a round's council. Conflicts follow from the member's unit, the units headed and what was declared. */
export const councilMembers = table(
  "council_members",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id, { onDelete: "cascade" }),
    userId: ref()
      .notNull()
      .references(() => users.id),
    personId: ref().references(() => people.id), // whose offices count; null: no office known
    unitId: ref().references(() => units.id), // the member's own unit
    role: oneOf(councilRoles).notNull().default("member"),
    title: text().notNull().default(""), // "Giám đốc Sở Khoa học và Công nghệ", as printed
    sort: int().notNull(),
    /** The member has read who competes and declared every conflict; before that no dossier is shown. */
    declaredAt: moment(),
    leftAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex("council_members_user").on(t.roundId, t.userId), index("council_members_of").on(t.userId)],
);

/** An organizer's recorded exception: this unit may still submit until then. */
export const lateExceptions = table(
  "late_exceptions",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id, { onDelete: "cascade" }),
    unitId: ref()
      .notNull()
      .references(() => units.id),
    until: moment().notNull(),
    reason: text().notNull(),
    grantedBy: ref().references(() => users.id),
    grantedAt: moment().notNull(),
  },
  (t) => [index("late_exceptions_unit").on(t.roundId, t.unitId)],
);
