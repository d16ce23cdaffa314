import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, ne, notInArray, or, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { digestWishes, grants, holdings, holidays, people, taskNotices, tasks, units, users } from "#db/schema.server";
import { findOrganization, type Organization } from "~/features/accounts/reads.server";
import { calendarOf } from "~/features/holidays/rules";
import { type Day, dayOf } from "~/web/time";
import { type OfficeHolder, type Offices, officesOf } from "./offices.rules";
import { type DigestDay, type DigestWish, usualWish } from "./rules";

/** The organization and its day at `now`; null while nothing is set up. */
export async function digestDay(
  db: Reader,
  { now }: { now: Date },
): Promise<(DigestDay & { organization: Organization }) | null> {
  const organization = await findOrganization(db);
  if (!organization) return null;
  const { zone } = organization;
  return { organization, zone, today: dayOf(now, zone), calendar: calendarOf(await db.select().from(holidays)) };
}

/** What a person wished, or the usual. */
export async function wishOf(db: Reader, { email }: { email: string }): Promise<DigestWish> {
  return (await wishesOf(db, [email])).get(email) ?? usualWish;
}

/** Wishes by address: of these people, or all there are. */
export async function wishesOf(db: Reader, emails?: string[]): Promise<Map<string, DigestWish>> {
  const rows = await db
    .select()
    .from(digestWishes)
    .where(emails && inArray(digestWishes.email, emails));
  return new Map(rows.map(({ email, hour, off }) => [email as string, { hour, off }]));
}

/** Units, and who heads them or is their focal point on a day: by the register, or by the role of an account. */
export async function officesOn(
  db: Reader,
  { today, organization }: { today: Day; organization: Organization },
): Promise<Offices> {
  const held = await db
    .select({ unitId: holdings.unitId, duty: holdings.duty, email: people.email })
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .where(
      and(
        inArray(holdings.duty, ["head", "focal-point"]),
        lte(holdings.heldFrom, today),
        or(isNull(holdings.heldTo), gte(holdings.heldTo, today)),
      ),
    );
  const granted = await db
    .select({ unitId: grants.unitId, duty: grants.role, email: users.email })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(inArray(grants.role, ["head", "focal-point"]), isNotNull(grants.unitId), isNull(users.disabledAt)));
  return officesOf({
    units: await db
      .select({ id: units.id, parentId: units.parentId, kind: units.kind, name: units.name })
      .from(units)
      .where(or(isNull(units.activeTo), gte(units.activeTo, today))),
    holders: [...held, ...granted].map(
      ({ unitId, duty, email }) => ({ unitId, duty, email: email?.toLowerCase() ?? null }) as OfficeHolder,
    ),
    ownUnitId: organization.unitId,
    steeringUnitId: organization.steeringUnitId,
  });
}

const inPieces = 500;

/** Asks whether a person was told of an occasion of a task. */
export type Told = (email: string, taskId: string, occasion: string) => boolean;

/** What these people have been told about tasks that still run. */
export async function toldTo(db: Reader, { emails }: { emails: readonly string[] }): Promise<Told> {
  const told = new Set<string>();
  for (let at = 0; at < emails.length; at += inPieces) {
    const rows = await db
      .select({ email: taskNotices.email, taskId: taskNotices.taskId, occasion: taskNotices.occasion })
      .from(taskNotices)
      .innerJoin(tasks, eq(tasks.id, taskNotices.taskId))
      .where(
        and(
          inArray(taskNotices.email, emails.slice(at, at + inPieces)),
          notInArray(tasks.state, ["completed", "basically-completed", "carried-over", "cancelled"]),
        ),
      );
    for (const row of rows) told.add(`${row.email} ${row.taskId} ${row.occasion}`);
  }
  return (email, taskId, occasion) => told.has(`${email} ${taskId} ${occasion}`);
}

export interface Recipient {
  email: string;
  /** "user:<id>" or "person:<id>" */
  id: string;
  name: string;
  position: string;
  unit: string;
  locale: Organization["locale"];
}

/**
 * Who stands behind these addresses, with the position they hold on the day (a head's before others). An account says
 * the language; whose account was closed is left out.
 */
export async function recipientsOf(
  db: Reader,
  { emails, today, organization }: { emails: readonly string[]; today: Day; organization: Organization },
): Promise<Map<string, Recipient>> {
  const found = new Map<string, Recipient>();
  const lowered = sql<string>`lower(${people.email})`;
  const held = await db
    .select({
      id: people.id,
      email: lowered,
      name: people.fullName,
      position: holdings.title,
      duty: holdings.duty,
      unit: units.name,
    })
    .from(people)
    .leftJoin(
      holdings,
      and(
        eq(holdings.personId, people.id),
        lte(holdings.heldFrom, today),
        or(isNull(holdings.heldTo), gte(holdings.heldTo, today)),
        ne(holdings.duty, "member"),
      ),
    )
    .leftJoin(units, eq(units.id, holdings.unitId))
    .where(inArray(lowered, [...emails]))
    .orderBy(asc(people.id), asc(holdings.heldFrom), asc(holdings.id));
  held.sort((a, b) => Number(b.duty === "head") - Number(a.duty === "head"));
  for (const { id, email, name, position, unit } of held) {
    if (found.has(email)) continue;
    const { locale } = organization;
    found.set(email, { email, id: `person:${id}`, name, position: position ?? "", unit: unit ?? "", locale });
  }
  const accounts = await db
    .select()
    .from(users)
    .where(inArray(users.email, [...emails]));
  for (const { id, email, name, position, locale, disabledAt } of accounts) {
    const known = found.get(email);
    if (disabledAt) found.delete(email);
    else
      found.set(email, {
        email,
        id: `user:${id}`,
        name,
        position: known?.position || position,
        unit: known?.unit ?? "",
        locale,
      });
  }
  return found;
}
