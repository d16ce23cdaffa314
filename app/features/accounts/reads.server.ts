import { and, asc, count, eq, inArray, isNotNull, isNull, like } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { grants, organization, sessions, units, users } from "#db/schema.server";
import { compareNames, likePattern, searchWords } from "~/web/text";
import type { Role } from "./rules";

/** The organization this installation belongs to, or null while it is not set up. */
export async function findOrganization(db: Reader) {
  const [row] = await db.select().from(organization).limit(1);
  return row ?? null;
}

export type Organization = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;

export interface HeldRole {
  grantId: string;
  role: Role;
  unitId: string | null;
  unitName: string | null;
}

export type Account = typeof users.$inferSelect & { roles: HeldRole[] };

interface Filter {
  /** Words of a name, a position or an address, with or without diacritics. */
  term?: string;
  role?: Role;
  state?: "active" | "disabled";
}

/** Everyone with an account and the roles they hold, in the order of Vietnamese names. */
export async function listAccounts(db: Reader, { term, role, state }: Filter = {}): Promise<Account[]> {
  const rows = await db
    .select()
    .from(users)
    .where(
      and(
        ...searchWords(term ?? "").map((word) => like(users.search, likePattern(word))),
        state === "active" ? isNull(users.disabledAt) : undefined,
        state === "disabled" ? isNotNull(users.disabledAt) : undefined,
        role
          ? inArray(users.id, db.select({ id: grants.userId }).from(grants).where(eq(grants.role, role)))
          : undefined,
      ),
    );
  const held = await rolesOf(
    db,
    rows.map((row) => row.id),
  );
  return rows
    .map((row) => ({ ...row, roles: held.get(row.id) ?? [] }))
    .sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

export async function findAccount(db: Reader, { userId }: { userId: string }): Promise<Account | null> {
  const [row] = await db.select().from(users).where(eq(users.id, userId));
  return row ? { ...row, roles: (await rolesOf(db, [userId])).get(userId) ?? [] } : null;
}

export async function findAccountByEmail(db: Reader, { email }: { email: string }) {
  const [row] = await db.select().from(users).where(eq(users.email, email.toLowerCase()));
  return row ?? null;
}

/** The first few accounts that match, for the search page. */
export const searchAccounts = async (db: Reader, { term, limit }: { term: string; limit: number }) =>
  (await listAccounts(db, { term })).slice(0, limit);

/** The administrators who can sign in. */
export async function administratorIds(db: Reader): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: users.id })
    .from(grants)
    .innerJoin(users, and(eq(users.id, grants.userId), isNull(users.disabledAt)))
    .where(eq(grants.role, "administrator"));
  return rows.map((row) => row.id);
}

export async function countSessions(db: Reader, { userId }: { userId: string }): Promise<number> {
  const [row] = await db.select({ n: count() }).from(sessions).where(eq(sessions.userId, userId));
  return row?.n ?? 0;
}

async function rolesOf(db: Reader, userIds: string[]): Promise<Map<string, HeldRole[]>> {
  const held = new Map<string, HeldRole[]>();
  for (let at = 0; at < userIds.length; at += 500) {
    const rows = await db
      .select({
        userId: grants.userId,
        grantId: grants.id,
        role: grants.role,
        unitId: grants.unitId,
        unitName: units.name,
      })
      .from(grants)
      .leftJoin(units, eq(units.id, grants.unitId))
      .where(inArray(grants.userId, userIds.slice(at, at + 500)))
      .orderBy(asc(grants.grantedAt), asc(grants.id));
    for (const { userId, ...role } of rows) held.set(userId, [...(held.get(userId) ?? []), role]);
  }
  return held;
}
