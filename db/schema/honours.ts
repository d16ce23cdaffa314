import { bool, day, id, index, int, moment, oneOf, ref, table, text, uniqueIndex } from "../dialect/kit";
import { locales, users } from "./accounts";
import { awardForms, awardRounds, nomineeKinds } from "./award-rounds";
import { documents } from "./documents";
import { nominations } from "./nominations";
import { units } from "./units";

/** A decision as the authority issued it; the tool only writes down its number, date and signatory. */
export const awardDecisions = table(
  "award_decisions",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => awardRounds.id),
    number: text().notNull(), // "2150/QĐ-UBND"
    issuedOn: day().notNull(),
    signatory: text().notNull(), // full name
    signatoryTitle: text().notNull(),
    authority: text().notNull(), // who awards, as printed on the certificate
    documentId: ref().references(() => documents.id),
    recordedBy: ref().references(() => users.id),
    recordedAt: moment().notNull(),
    /** Results and thanks have left. */
    toldAt: moment(),
    press: text(),
  },
  (t) => [
    uniqueIndex("award_decisions_number").on(t.roundId, t.number),
    uniqueIndex("award_decisions_press").on(t.press),
  ],
);

/** One award that was given, of this installation's rounds or of earlier years; the honour roll is these rows. */
export const honours = table(
  "honours",
  {
    id: id(),
    year: int().notNull(),
    roundId: ref().references(() => awardRounds.id),
    nominationId: ref().references(() => nominations.id),
    decisionId: ref().references(() => awardDecisions.id),
    decisionNumber: text().notNull().default(""),
    decidedOn: day(),
    category: text().notNull(), // as it was called
    form: oneOf(awardForms).notNull(),
    kind: oneOf(nomineeKinds).notNull(),
    name: text().notNull(), // as printed
    position: text().notNull().default(""),
    unitName: text().notNull().default(""),
    unitId: ref().references(() => units.id),
    achievement: text().notNull().default(""),
    nomineeKey: text().notNull(),
    achievementKey: text().notNull(),
    register: text().notNull().default(""), // number in the gold book
    locale: oneOf(locales).notNull().default("vi"), // of the certificate
    /** In the certificate's QR: random, says nothing. */
    verifyCode: text().notNull(),
    published: bool().notNull().default(true),
    handedOverOn: day(),
    revokedOn: day(),
    revocationNumber: text().notNull().default(""),
    revocationReason: text().notNull().default(""),
    revokedBy: ref().references(() => users.id),
    search: text().notNull(),
    sortKey: text().notNull().default(""), // of the roll: category, then name, in bytes
    version: int().notNull().default(0), // one more with each change of what the entry says
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("honours_nomination").on(t.nominationId),
    uniqueIndex("honours_verify").on(t.verifyCode),
    index("honours_roll").on(t.year, t.sortKey),
    index("honours_decision").on(t.decisionId),
    index("honours_nominee_key").on(t.nomineeKey),
    index("honours_achievement_key").on(t.achievementKey),
  ],
);
