import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, notInArray, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { grants, holdings, people, units, users } from "#db/schema.server";
import { findAccount, findOrganization } from "~/features/accounts/reads.server";
import { recipientOf } from "~/features/outbox/rules";
import type { Locale } from "~/web/i18n";
import { isPlainAddress } from "~/web/mail-address";
import { fold } from "~/web/text";
import { type Day, dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";

/** Somebody who hears for a unit: its head or focal point, by the register or by the role of an account. */
export interface UnitContact {
  unitId: string;
  unitName: string;
  email: string;
  name: string;
  position: string;
  locale: Locale;
  /** "user:<id>" or "person:<id>" */
  recipient: string;
}

const standingOn = (today: Day) => or(isNull(units.activeTo), gte(units.activeTo, today));
/** Of an office: its holder is head or focal point on that day. */
const speaksOn = (today: Day) =>
  and(
    inArray(holdings.duty, ["head", "focal-point"]),
    lte(holdings.heldFrom, today),
    or(isNull(holdings.heldTo), gte(holdings.heldTo, today)),
  );

/**
 * Who hears for these units (all of them when none are named) at `now`: one entry an address and unit. Whose account was
 * closed hears nothing.
 */
export async function contactsOf(
  db: Reader,
  { unitIds, now }: { unitIds?: readonly string[]; now: Date },
): Promise<UnitContact[]> {
  const today = dayOf(now, zoneOf());
  const locale = (await findOrganization(db))?.locale ?? "vi";
  const ours = unitIds && inArray(units.id, [...unitIds]);
  const standing = standingOn(today);
  const unit = { unitId: units.id, unitName: units.name };
  const granted = await db
    .select({ ...unit, user: users })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .innerJoin(units, eq(units.id, grants.unitId))
    .where(and(inArray(grants.role, ["head", "focal-point"]), isNotNull(grants.unitId), ours, standing));
  const held = await db
    .select({ ...unit, person: people, title: holdings.title })
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .innerJoin(units, eq(units.id, holdings.unitId))
    .where(and(speaksOn(today), isNotNull(people.email), ours, standing));
  const closed = new Set(granted.filter(({ user }) => user.disabledAt).map(({ user }) => user.email));
  const found = new Map<string, UnitContact>();
  for (const { user, ...at } of granted)
    if (!user.disabledAt)
      found.set(`${at.unitId} ${user.email}`, {
        ...{ ...at, email: user.email, name: user.name, position: user.position, locale: user.locale },
        recipient: recipientOf.user(user.id),
      });
  for (const { person, title, ...at } of held) {
    const email = person.email?.toLowerCase() ?? "";
    const known = found.get(`${at.unitId} ${email}`);
    if (known) known.position ||= title;
    else if (!closed.has(email) && isPlainAddress(email))
      found.set(`${at.unitId} ${email}`, {
        ...{ ...at, email, name: person.fullName, position: title, locale },
        recipient: recipientOf.person(person.id),
      });
  }
  return [...found.values()];
}

/**
 * Whom the register has under the addresses of accounts, by account: of several who share an address those of the
 * account's name, or all where none is.
 */
export async function personsOf(db: Reader, userIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ userId: users.id, name: users.name, personId: people.id, fullName: people.fullName })
    .from(people)
    .innerJoin(users, eq(users.email, people.email))
    .where(inArray(users.id, [...userIds]))
    .orderBy(asc(people.createdAt), asc(people.id));
  return new Map(
    userIds.map((userId) => {
      const sharing = rows.filter((row) => row.userId === userId);
      const named = sharing.filter(({ name, fullName }) => fold(name) === fold(fullName));
      return [userId, (named.length > 0 ? named : sharing).map(({ personId }) => personId as string)];
    }),
  );
}

/** The person whose offices an account's holder has; null: the register has none of its address. */
export const personOf = async (db: Reader, userId: string): Promise<string | null> =>
  (await personsOf(db, [userId])).get(userId)?.[0] ?? null;

/** A member of a council as letters address them, by the title of the seat; `closed`: the account is not in use. Null: no account. */
export async function memberReader(db: Reader, { userId, title }: { userId: string; title: string }) {
  const account = await findAccount(db, { userId });
  if (!account) return null;
  const { email, name, locale, disabledAt } = account;
  const position = title || account.position;
  return { email, name, locale, position, recipient: recipientOf.user(userId), closed: disabledAt !== null };
}

/** The members to whom letters go: those whose account is in use. */
export async function memberReaders(db: Reader, seats: readonly { userId: string; title: string }[]) {
  const readers = [];
  for (const seat of seats) {
    const reader = await memberReader(db, seat);
    if (reader && !reader.closed) readers.push(reader);
  }
  return readers;
}

/** A unit that no letter reaches, with the heads and focal points it has all the same. */
export interface Unreached {
  unitId: string;
  unitName: string;
  people: string[];
}

/**
 * Units that stand at `now` and would hear nothing: nobody speaks for them, or whoever does has no address. Residential
 * groups and teams hear through their commune. `contacts`: all of `contactsOf` at that moment.
 */
export async function unreachedUnits(
  db: Reader,
  { now, contacts }: { now: Date; contacts: readonly UnitContact[] },
): Promise<Unreached[]> {
  const today = dayOf(now, zoneOf());
  const heard = new Set(contacts.map(({ unitId }) => unitId));
  const named = and(eq(holdings.unitId, units.id), speaksOn(today));
  const rows = await db
    .select({ unitId: units.id, unitName: units.name, person: people.fullName })
    .from(units)
    .leftJoin(holdings, named)
    .leftJoin(people, eq(people.id, holdings.personId))
    .where(and(standingOn(today), notInArray(units.kind, ["residential-group", "team"])))
    .orderBy(asc(units.path), asc(people.fullName));
  const found = new Map<string, Unreached>();
  for (const { unitId, unitName, person } of rows) {
    if (heard.has(unitId)) continue;
    const unit = found.get(unitId) ?? { unitId, unitName, people: [] };
    if (person && !unit.people.includes(person)) unit.people.push(person);
    found.set(unitId, unit);
  }
  return [...found.values()];
}
