import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { grants, sessions, signInRequests, units, users } from "#db/schema.server";
import { accountInvited } from "#emails/account-invited";
import { record } from "~/features/audit/writes.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters, enqueue } from "~/features/outbox/writes.server";
import { env } from "~/web/env.server";
import { type Locale, wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { newToken } from "~/web/secrets.server";
import { searchKeyOf } from "./forms";
import { accountWords } from "./messages";
import { administratorIds, findAccount, findAccountByEmail, findOrganization } from "./reads.server";
import { type Actor, isLastAdministrator, type Role } from "./rules";
import { startSession } from "./sign-in/writes.server";

/** Who acts, from which device. Whoever changes their own roles goes on with a new session there. */
export interface Acting {
  actor: Pick<Actor, "userId" | "name">;
  device: string;
  now: Date;
}

interface Person {
  name: string;
  position: string;
  phone: string;
  locale: Locale;
}

type NewGrant = { role: Role; unitId: string | null };

// Read anew: two administrators may be taking each other's role at this very moment.
const mayManage = async (tx: Tx, { actor }: Pick<Acting, "actor">): Promise<boolean> =>
  (await administratorIds(tx)).includes(actor.userId);
const notAllowed = { ok: false, field: "form", reason: "not-allowed" } as const;

/** Makes an account with its first role and sends the letter that says so. The same `press`, sent twice, makes one. */
export async function inviteAccount(
  tx: Tx,
  {
    press,
    actor,
    now,
    role,
    unitId,
    device: _,
    ...person
  }: Acting & Person & NewGrant & { press?: string; email: string },
) {
  if (!(await mayManage(tx, { actor }))) return notAllowed;
  const id = idOfPress(press);
  if (await findAccount(tx, { userId: id })) return { ok: true, userId: id } as const;
  const unit = await unitOf(tx, unitId);
  if (unitId && !unit) return { ok: false, field: "unitId", reason: "unknown-unit" } as const;
  const made = await makeAccount(tx, { id, ...person, now });
  if (!made) return { ok: false, field: "email", reason: "email-taken" } as const;
  const { userId } = made;
  await tx.insert(grants).values({ userId, role, unitId, grantedAt: now, grantedBy: actor.userId });
  const office = await findOrganization(tx);
  const letter = accountInvited({
    to: { name: person.name, address: person.email, locale: person.locale, position: person.position },
    office: office?.name ?? "TenTen",
    link: `${env().publicOrigin}${paths.signIn}`,
    role: wordsFor(accountWords, person.locale).roles[role],
    roleUnit: unit?.name ?? null,
    invitedBy: actor.name,
  });
  const about = { kind: "account-invited", topic: topicOf.accounts, recipient: recipientOf.user(userId) };
  await enqueue(tx, letter, { key: `account-invited:${userId}`, ...about, locale: person.locale, now, priority: 3 });
  await record(tx, {
    actor,
    verb: "account.invited",
    subject: `user:${userId}`,
    detail: { role, unit: unit?.name ?? null },
    now,
  });
  return { ok: true, userId } as const;
}

/** A bare account; null when the address has one already. For invitations, set-up and the demo's seed. */
export async function makeAccount(
  tx: Tx,
  { now, ...person }: Omit<Person, "phone"> & { id?: string; phone?: string; email: string; now: Date },
) {
  const email = person.email.toLowerCase();
  const [made] = await tx
    .insert(users)
    .values({ ...person, email, search: searchKeyOf({ ...person, email }), createdAt: now })
    .onConflictDoNothing({ target: users.email })
    .returning({ userId: users.id });
  return made ?? null;
}

/** Corrects a person's facts. A new address signs the person out everywhere: it is where the letters go. */
export async function changeAccount(
  tx: Tx,
  { actor, now, userId, ...person }: Acting & Person & { userId: string; email: string },
) {
  if (!(await mayManage(tx, { actor }))) return notAllowed;
  const before = await findAccount(tx, { userId });
  if (!before) return { ok: false, field: "form", reason: "not-found" } as const;
  const taken = await findAccountByEmail(tx, { email: person.email });
  if (taken && taken.id !== userId) return { ok: false, field: "email", reason: "email-taken" } as const;
  const { name, email, position, phone, locale } = person;
  await tx
    .update(users)
    .set({ name, email, position, phone, locale, search: searchKeyOf(person) })
    .where(eq(users.id, userId));
  const emailChanged = before.email !== email;
  if (emailChanged) await closeDoors(tx, userId);
  await record(tx, { actor, verb: "account.changed", subject: `user:${userId}`, detail: { emailChanged }, now });
  return { ok: true, emailChanged } as const;
}

/** What a person changes of their own account. */
export async function changeProfile(tx: Tx, { actor, now, ...person }: Acting & Person) {
  const before = await findAccount(tx, { userId: actor.userId });
  if (!before) return refuse("not-found");
  const { name, position, phone, locale } = person;
  await tx
    .update(users)
    .set({ name, position, phone, locale, search: searchKeyOf({ ...person, email: before.email }) })
    .where(eq(users.id, actor.userId));
  await record(tx, {
    actor,
    verb: "account.changed",
    subject: `user:${actor.userId}`,
    detail: { emailChanged: false },
    now,
  });
  return { ok: true } as const;
}

/** The language a person reads pages and letters in. */
export async function changeLocale(tx: Tx, { userId, locale }: { userId: string; locale: Locale }): Promise<void> {
  await tx.update(users).set({ locale }).where(eq(users.id, userId));
}

/** Gives a person a role. They sign in anew with it; `token` is the actor's own new session, when it is their role. */
export async function grantRole(tx: Tx, { userId, role, unitId, ...acting }: Acting & NewGrant & { userId: string }) {
  if (!(await mayManage(tx, acting))) return notAllowed;
  if (!(await findAccount(tx, { userId }))) return { ok: false, field: "role", reason: "not-found" } as const;
  const unit = await unitOf(tx, unitId);
  if (unitId && !unit) return { ok: false, field: "unitId", reason: "unknown-unit" } as const;
  const [held] = await tx
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(eq(grants.userId, userId), eq(grants.role, role), unitId ? eq(grants.unitId, unitId) : isNull(grants.unitId)),
    );
  if (held) return { ok: false, field: "role", reason: "already-held" } as const;
  await tx.insert(grants).values({ userId, role, unitId, grantedAt: acting.now, grantedBy: acting.actor.userId });
  const detail = { role, unit: unit?.name ?? null };
  await record(tx, { ...acting, verb: "role.granted", subject: `user:${userId}`, detail });
  return { ok: true, token: await rotate(tx, { userId, ...acting }) } as const;
}

/** Takes a role back. The last administrator keeps theirs. */
export async function takeRole(tx: Tx, { userId, grantId, ...acting }: Acting & { userId: string; grantId: string }) {
  if (!(await mayManage(tx, acting))) return notAllowed;
  const role = (await findAccount(tx, { userId }))?.roles.find((one) => one.grantId === grantId);
  if (!role) return refuse("not-found");
  if (role.role === "administrator" && isLastAdministrator(userId, await administratorIds(tx)))
    return refuse("last-administrator");
  await tx.delete(grants).where(eq(grants.id, grantId));
  const detail = { role: role.role, unit: role.unitName };
  await record(tx, { ...acting, verb: "role.taken", subject: `user:${userId}`, detail });
  return { ok: true, token: await rotate(tx, { userId, ...acting }) } as const;
}

/** Closes an account: nobody signs in with it, its sessions end now, its sign-in letters do not leave any more. */
export async function disableAccount(tx: Tx, { userId, actor, now }: Acting & { userId: string }) {
  if (!(await mayManage(tx, { actor }))) return notAllowed;
  if (userId === actor.userId) return refuse("oneself");
  // Whoever does this is an administrator and stays one, so the installation keeps its last.
  const [disabled] = await tx
    .update(users)
    .set({ disabledAt: now })
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .returning({ id: users.id });
  if (!disabled) return refuse("not-found");
  await closeDoors(tx, userId);
  await cancelLetters(tx, {
    recipient: recipientOf.user(userId),
    kinds: ["sign-in", "account-invited"],
    by: actor.name,
  });
  await record(tx, { actor, verb: "account.disabled", subject: `user:${userId}`, now });
  return { ok: true } as const;
}

/** Opens a closed account again, with the roles it had. */
export async function enableAccount(tx: Tx, { userId, actor, now }: Acting & { userId: string }) {
  if (!(await mayManage(tx, { actor }))) return notAllowed;
  const account = await findAccount(tx, { userId });
  if (!account) return refuse("not-found");
  if (!account.disabledAt) return { ok: true } as const;
  await tx.update(users).set({ disabledAt: null }).where(eq(users.id, userId));
  await record(tx, { actor, verb: "account.enabled", subject: `user:${userId}`, now });
  return { ok: true } as const;
}

/** Signs somebody else out of all devices, for a lost phone. */
export async function endSessionsOf(tx: Tx, { userId, actor, now }: Acting & { userId: string }) {
  if (!(await mayManage(tx, { actor }))) return notAllowed;
  const devices = await signOutEverywhere(tx, userId);
  await record(tx, { actor, verb: "session.others-ended", subject: `user:${userId}`, detail: { devices }, now });
  return { ok: true, devices } as const;
}

async function signOutEverywhere(tx: Tx, userId: string): Promise<number> {
  const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
  return ended.length;
}

// Letters on their way to an old mailbox must open nothing either.
async function closeDoors(tx: Tx, userId: string): Promise<void> {
  await signOutEverywhere(tx, userId);
  await tx.delete(signInRequests).where(and(eq(signInRequests.userId, userId), isNull(signInRequests.usedAt)));
}

// New rights start with a new session, so that a stolen cookie never grows with its owner.
async function rotate(tx: Tx, { userId, actor, device, now }: Acting & { userId: string }): Promise<string | null> {
  await signOutEverywhere(tx, userId);
  if (userId !== actor.userId) return null;
  const token = newToken();
  return (await startSession(tx, { userId, token, device, oldSessionHash: null, now })) ? token : null;
}

async function unitOf(tx: Tx, unitId: string | null) {
  if (!unitId) return null;
  const [unit] = await tx.select({ id: units.id, name: units.name }).from(units).where(eq(units.id, unitId));
  return unit ?? null;
}
