import { bool, id, index, int, moment, oneOf, ref, table, text, uniqueIndex } from "../dialect/kit";
import { units } from "./units";

export const locales = ["vi", "en", "ar", "hi"] as const;

/** What a person may do; each role is bound to a unit, or to the whole installation where the unit is null. */
export const roles = [
  "administrator",
  "organizer",
  "head",
  "focal-point",
  "point-operator",
  "council-member",
  "supervisor",
] as const;

/** The one organization this installation belongs to; no row means set-up has not happened yet. */
export const organization = table("organization", {
  id: text().primaryKey(), // always "organization"
  name: text().notNull(),
  unitId: ref().references(() => units.id),
  /** The steering committee, told of the longest delays; null: nobody is. */
  steeringUnitId: ref().references(() => units.id),
  zone: text().notNull(),
  locale: oneOf(locales).notNull(),
  contactEmail: text().notNull().default(""),
  contactPhone: text().notNull().default(""),
  demo: bool().notNull().default(false),
  setUpAt: moment().notNull(),
});

export const users = table(
  "users",
  {
    id: id(),
    email: text().notNull(), // lower case
    name: text().notNull(),
    position: text().notNull().default(""),
    phone: text().notNull().default(""),
    locale: oneOf(locales).notNull().default("vi"),
    search: text().notNull(),
    createdAt: moment().notNull(),
    disabledAt: moment(),
    lastSignInAt: moment(),
  },
  (t) => [uniqueIndex("users_email").on(t.email)],
);

export const grants = table(
  "grants",
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: oneOf(roles).notNull(),
    unitId: ref().references(() => units.id),
    grantedAt: moment().notNull(),
    grantedBy: ref(),
  },
  (t) => [index("grants_user").on(t.userId), index("grants_unit").on(t.unitId)],
);

export const sessions = table(
  "sessions",
  {
    id: id(),
    tokenHash: text().notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    device: text().notNull(), // "Chrome · Windows"
    createdAt: moment().notNull(),
    seenAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [uniqueIndex("sessions_token").on(t.tokenHash), index("sessions_user").on(t.userId)],
);

/** A wish to sign in: answered by the link of the letter in the browser that asked, or by its six digits. */
export const signInRequests = table(
  "sign_in_requests",
  {
    id: id(),
    email: text().notNull(),
    userId: ref().references(() => users.id, { onDelete: "cascade" }),
    linkHash: text().notNull(),
    codeHash: text().notNull(),
    browserHash: text().notNull(),
    attempts: int().notNull().default(0),
    goTo: text().notNull().default("/"),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [
    uniqueIndex("sign_in_requests_link").on(t.linkHash),
    index("sign_in_requests_email").on(t.email, t.createdAt),
  ],
);
