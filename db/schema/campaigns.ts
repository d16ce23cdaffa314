import {
  type AnyColumn,
  bool,
  day,
  id,
  index,
  int,
  json,
  moment,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  uniqueIndex,
} from "../dialect/kit";
import { documents } from "./documents";
import type { Localized } from "./localized";
import { units } from "./units";

export const campaignKinds = ["national-day", "days-and-nights", "movement", "custom"] as const;
export const campaignStates = ["draft", "running", "closed"] as const;

export const campaigns = table(
  "campaigns",
  {
    id: id(),
    slug: text().notNull(), // of the public page
    kind: oneOf(campaignKinds).notNull(),
    state: oneOf(campaignStates).notNull().default("draft"),
    ownerUnitId: ref()
      .notNull()
      .references(() => units.id),
    title: json<Localized>().notNull(),
    theme: json<Localized>(),
    secondTheme: json<Localized>(),
    purpose: json<Localized>(),
    anchorOn: day(), // 10 October of the year, for the national day
    startsOn: day().notNull(),
    endsOn: day(), // null: a movement without end
    isPublic: bool().notNull().default(false),
    previousId: ref().references((): AnyColumn => campaigns.id),
    search: text().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [uniqueIndex("campaigns_slug").on(t.slug), index("campaigns_owner").on(t.ownerUnitId)],
);

export const campaignDocuments = table(
  "campaign_documents",
  {
    campaignId: ref()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    documentId: ref()
      .notNull()
      .references(() => documents.id),
    role: oneOf(["plan", "basis"]).notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.documentId] })],
);

export const phases = table(
  "phases",
  {
    id: id(),
    campaignId: ref()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    title: json<Localized>().notNull(),
    startsOn: day().notNull(),
    endsOn: day(),
  },
  (t) => [index("phases_campaign").on(t.campaignId, t.startsOn)],
);

export const milestones = table(
  "milestones",
  {
    id: id(),
    campaignId: ref()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    title: json<Localized>().notNull(),
    dueOn: day().notNull(),
    offsetDays: int(), // T−40 is −40; null for a free date
    doneOn: day(),
  },
  (t) => [index("milestones_campaign").on(t.campaignId, t.dueOn)],
);

/** Units that run the campaign by a start of their own: wards began their 45 days on different dates. */
export const campaignUnits = table(
  "campaign_units",
  {
    campaignId: ref()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    unitId: ref()
      .notNull()
      .references(() => units.id),
    startsOn: day().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.unitId] })],
);
