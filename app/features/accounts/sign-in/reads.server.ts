import { and, asc, count, desc, eq, gt, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { grants, organization, sessions, signInRequests, units, users } from "#db/schema.server";
import { type Actor, roles } from "../rules";
import { isAlive, isOpenRequest, type Session } from "./rules";

/** The living session behind a token's hash, and whose it is. Disabled people have none. */
export async function findSession(
  db: Reader,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<{ session: Session & { id: string }; actor: Actor } | null> {
  const rows = await db
    .select({
      sessionId: sessions.id,
      seenAt: sessions.seenAt,
      expiresAt: sessions.expiresAt,
      userId: users.id,
      name: users.name,
      position: users.position,
      email: users.email,
      locale: users.locale,
      role: grants.role,
      unitId: grants.unitId,
      unitPath: units.path,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.disabledAt)))
    .leftJoin(grants, eq(grants.userId, users.id))
    .leftJoin(units, eq(units.id, grants.unitId))
    .where(eq(sessions.tokenHash, tokenHash));
  const [first] = rows;
  if (!first || !isAlive(first, now)) return null;
  const { userId, name, position, email, locale } = first;
  return {
    session: { id: first.sessionId, seenAt: first.seenAt, expiresAt: first.expiresAt },
    actor: {
      userId,
      name,
      position,
      email,
      locale,
      grants: rows.flatMap(({ role, unitId, unitPath }) => (role ? [{ role, unitId, unitPath }] : [])),
    },
  };
}

/** The devices a person is signed in on, the last used first. */
export async function listSessions(db: Reader, { userId, now }: { userId: string; now: Date }) {
  const rows = await db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.seenAt), desc(sessions.id));
  return rows.filter((row) => isAlive(row, now));
}

/** The wish to sign in behind a link's hash, used or not; null when there is none. */
export async function findRequestByLink(db: Reader, { linkHash }: { linkHash: string }) {
  const [row] = await db.select().from(signInRequests).where(eq(signInRequests.linkHash, linkHash));
  return row ?? null;
}

export type SignInRequest = NonNullable<Awaited<ReturnType<typeof findRequestByLink>>>;

/** The wishes of one browser in the last hour, the newest first. */
export const requestsOfBrowser = (db: Reader, { browserHash, now }: { browserHash: string; now: Date }) =>
  db
    .select()
    .from(signInRequests)
    .where(and(eq(signInRequests.browserHash, browserHash), gt(signInRequests.createdAt, anHourBefore(now))))
    .orderBy(desc(signInRequests.createdAt), desc(signInRequests.id))
    .limit(10);

/** What this browser last asked for, unless it was used: the address, and whether its letter may still be answered. */
export async function waitingFor(db: Reader, { browserHash, now }: { browserHash: string; now: Date }) {
  const [newest] = await requestsOfBrowser(db, { browserHash, now });
  if (!newest || newest.usedAt) return null;
  return { email: newest.email, goTo: newest.goTo, open: isOpenRequest(newest, now) };
}

/** How many letters were asked for an address in the last hour, known or not. */
export async function countRequests(db: Reader, { email, now }: { email: string; now: Date }): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(signInRequests)
    .where(and(eq(signInRequests.email, email), gt(signInRequests.createdAt, anHourBefore(now))));
  return row?.n ?? 0;
}

const anHourBefore = (now: Date) => new Date(now.getTime() - 3_600_000);

/**
 * One person for each role to enter the demo as, and of the focal points one for each kind of unit: a commune takes part, a department
 * leads tasks, an office accepts them. Nothing unless the organization itself is a demo.
 */
export async function demoDoors(db: Reader) {
  const rows = await db
    .select({
      userId: users.id,
      name: users.name,
      role: grants.role,
      unitName: units.name,
      unitKind: units.kind,
    })
    .from(organization)
    .innerJoin(users, isNull(users.disabledAt))
    .innerJoin(grants, eq(grants.userId, users.id))
    .leftJoin(units, eq(units.id, grants.unitId))
    .where(eq(organization.demo, true))
    .orderBy(asc(users.createdAt), asc(users.id), asc(grants.id));
  // A person of two roles shows the first of them; somebody with nothing but a role shows it best.
  const rolesHeld = (userId: string) => rows.filter((row) => row.userId === userId).length;
  return roles.flatMap((role) => {
    const holders = rows.filter((row) => row.role === role);
    const first = holders.find((row) => rolesHeld(row.userId) === 1) ?? holders[0];
    if (role !== "focal-point") return first ?? [];
    return holders.filter((row, n) => holders.findIndex((other) => other.unitKind === row.unitKind) === n);
  });
}
