import {
  type AnyColumn,
  bool,
  day,
  id,
  index,
  json,
  moment,
  oneOf,
  ref,
  table,
  text,
  uniqueIndex,
} from "../dialect/kit";

export const unitKinds = [
  "province",
  "party",
  "council",
  "committee",
  "office",
  "department",
  "sector",
  "front",
  "union",
  "school",
  "enterprise",
  "service-centre",
  "district",
  "commune",
  "ward",
  "special-zone",
  "residential-group",
  "team",
  "other",
] as const;

export const units = table(
  "units",
  {
    id: id(),
    code: text(), // unique where given
    name: text().notNull(),
    shortName: text().notNull().default(""),
    kind: oneOf(unitKinds).notNull(),
    parentId: ref().references((): AnyColumn => units.id),
    /** "/<root>/<parent>/<own id>/": all units below one share its path as a prefix. */
    path: text().notNull(),
    activeFrom: day(),
    activeTo: day(), // the last day on which the unit existed
    rural: bool().notNull().default(false),
    border: bool().notNull().default(false),
    search: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex("units_code").on(t.code), index("units_parent").on(t.parentId), index("units_path").on(t.path)],
);

/** Which unit followed which, from a day on: merged, renamed, split or replaced. */
export const unitSuccessions = table(
  "unit_successions",
  {
    id: id(),
    fromUnitId: ref()
      .notNull()
      .references(() => units.id, { onDelete: "cascade" }),
    toUnitId: ref()
      .notNull()
      .references(() => units.id, { onDelete: "cascade" }),
    kind: oneOf(["merged", "renamed", "split", "replaced"]).notNull(),
    on: day().notNull(),
  },
  (t) => [
    uniqueIndex("unit_successions_pair").on(t.fromUnitId, t.toUnitId),
    index("unit_successions_to").on(t.toUnitId),
  ],
);

/** A person who holds offices; need not have an account. */
export const people = table(
  "people",
  {
    id: id(),
    fullName: text().notNull(),
    email: text(),
    phone: text().notNull().default(""), // E.164
    search: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [index("people_email").on(t.email)],
);

export const duties = ["head", "deputy", "focal-point", "contact", "member"] as const;

/** A position held by a person in a unit, from a day, until a day (null: still). */
export const holdings = table(
  "holdings",
  {
    id: id(),
    unitId: ref()
      .notNull()
      .references(() => units.id, { onDelete: "cascade" }),
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    duty: oneOf(duties).notNull(),
    title: text().notNull(), // "Giám đốc Sở", as printed
    heldFrom: day().notNull(),
    heldTo: day(),
  },
  (t) => [index("holdings_unit").on(t.unitId), index("holdings_person").on(t.personId)],
);

/** A file of units on its way in: read once, tried, then taken over. */
export const unitImports = table("unit_imports", {
  id: id(),
  userId: ref().notNull(),
  fileName: text().notNull(),
  rows: json<string[][]>().notNull(),
  /** Rows that name no unit above are put here. */
  underId: ref(),
  createdAt: moment().notNull(),
  appliedAt: moment(),
});
