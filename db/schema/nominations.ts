import { bool, id, index, int, moment, oneOf, primaryKey, ref, table, text, uniqueIndex } from "../dialect/kit";
import { users } from "./accounts";
import { awardCategories, awardForms, awardRounds, nominationFileKinds, nomineeKinds } from "./award-rounds";
import { files } from "./files";
import { people, units } from "./units";

export const nominationStates = [
  "draft",
  "signed",
  "submitted",
  "received",
  "returned",
  "withdrawn",
  "qualified", // appraised, goes to the council
  "refused", // by the appraisal, or by the vote
  "proposed", // passed the vote, in the proposal to the authority
  "awarded",
  "revoked",
] as const;

/** One nominee's dossier, from the first draft to the decision. */
export const nominations = table(
  "nominations",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id),
    categoryId: ref()
      .notNull()
      .references(() => awardCategories.id),
    /** The unit that nominates; its head signs off. */
    unitId: ref()
      .notNull()
      .references(() => units.id),
    state: oneOf(nominationStates).notNull().default("draft"),
    kind: oneOf(nomineeKinds).notNull(),
    nomineeName: text().notNull(),
    nomineePosition: text().notNull().default(""),
    /** The unit that is honoured or that the nominee belongs to; null: an enterprise or a person outside the tree. */
    nomineeUnitId: ref().references(() => units.id),
    form: oneOf(awardForms).notNull(),
    receipt: int(), // within the round, given when it was received
    /** Nobody outside the nominating unit and the organizers reads these. */
    contactName: text().notNull().default(""),
    contactPhone: text().notNull().default(""),
    contactEmail: text().notNull().default(""),
    /** Folded words by which twins are found; see nominations/likeness.rules. */
    nomineeKey: text().notNull(),
    achievementKey: text().notNull().default(""),
    late: bool().notNull().default(false), // handed in by an exception
    signedAt: moment(),
    signedBy: ref().references(() => users.id),
    signedByPersonId: ref().references(() => people.id),
    submittedAt: moment(),
    receivedAt: moment(),
    /** Why it was returned, refused or withdrawn, as the unit is told. */
    reason: text().notNull().default(""),
    press: text(),
    search: text().notNull(),
    createdAt: moment().notNull(),
    createdBy: ref().references(() => users.id),
    updatedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("nominations_press").on(t.press),
    uniqueIndex("nominations_receipt").on(t.roundId, t.receipt),
    index("nominations_category").on(t.categoryId, t.state),
    index("nominations_unit").on(t.unitId),
    index("nominations_nominee_unit").on(t.nomineeUnitId),
    index("nominations_round").on(t.roundId, t.state),
    index("nominations_nominee_key").on(t.nomineeKey),
    index("nominations_achievement_key").on(t.achievementKey),
  ],
);

/** What a dossier says. "achievement" is the one line that goes on the certificate and the honour roll. */
export const nominationFields = ["achievement", "report", "measure", "spread", "innovation"] as const;

/** Each text has a version of its own, so that two people of a unit can write at once and lose nothing. */
export const nominationTexts = table(
  "nomination_texts",
  {
    nominationId: ref()
      .notNull()
      .references(() => nominations.id, { onDelete: "cascade" }),
    field: oneOf(nominationFields).notNull(),
    text: text().notNull(),
    version: int().notNull(),
    updatedBy: ref().references(() => users.id),
    updatedByName: text().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.nominationId, t.field] })],
);

/** Every text as it stood before it was written over. */
export const nominationTextVersions = table(
  "nomination_text_versions",
  {
    id: id(),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id, { onDelete: "cascade" }),
    field: oneOf(nominationFields).notNull(),
    version: int().notNull(),
    text: text().notNull(),
    byName: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex("nomination_text_versions_version").on(t.nominationId, t.field, t.version)],
);

export const nominationFiles = table(
  "nomination_files",
  {
    id: id(),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id, { onDelete: "cascade" }),
    kind: oneOf(nominationFileKinds).notNull(),
    fileId: ref()
      .notNull()
      .references(() => files.id),
    addedBy: ref().references(() => users.id),
    addedByName: text().notNull(),
    addedAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [index("nomination_files_nomination").on(t.nominationId), index("nomination_files_file").on(t.fileId)],
);

export const nominationStepKinds = [
  "created",
  "changed",
  "signed",
  "unsigned",
  "submitted",
  "received",
  "returned",
  "withdrawn",
  "qualified",
  "refused",
  "proposed",
  "awarded",
  "revoked",
] as const;

/** The story of a dossier: one row for each step, never changed itself. */
export const nominationSteps = table(
  "nomination_steps",
  {
    id: id(),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id, { onDelete: "cascade" }),
    kind: oneOf(nominationStepKinds).notNull(),
    note: text().notNull().default(""),
    byUserId: ref().references(() => users.id),
    byName: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index("nomination_steps_nomination").on(t.nominationId, t.at)],
);
