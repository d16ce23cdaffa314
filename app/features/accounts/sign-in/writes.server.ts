import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { newId } from "#db/dialect/ids";
import type { Tx } from "#db/client.server";
import { sessions, signInRequests, users } from "#db/schema.server";
import { signIn } from "#emails/sign-in";
import { record } from "~/features/audit/writes.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { enqueue } from "~/features/outbox/writes.server";
import { env } from "~/web/env.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { refuse } from "~/web/refuse";
import { hashToken, newCode, newToken, seal, sign, verify } from "~/web/secrets.server";
import { findAccountByEmail, findOrganization } from "../reads.server";
import { countRequests, demoDoors, findRequestByLink, requestsOfBrowser, type SignInRequest } from "./reads.server";
import { doublePressMs, isOpenRequest, letterMinutes, maxLettersAnHour, sessionLife } from "./rules";

interface Ask {
  email: string;
  /** The secret of the browser that asks, kept in its cookie. */
  browser: string;
  device: string;
  goTo: string;
  /** Of the page; a known person gets the letter in their own language. */
  locale: Locale;
  now: Date;
}

/**
 * Notes the wish to sign in and writes the letter with link and code. The answer and the work are the same for an
 * address nobody here has: only the letter stays unwritten. `letter` is for the log of an installation without mail.
 */
export async function askToSignIn(tx: Tx, { email, browser, device, goTo, locale, now }: Ask) {
  if ((await countRequests(tx, { email, now })) >= maxLettersAnHour) return refuse("too-many");
  const found = await findAccountByEmail(tx, { email });
  const user = found?.disabledAt ? null : found;
  const office = await findOrganization(tx);
  const requestId = newId();
  const link = newToken();
  const code = newCode();
  const expiresAt = new Date(now.getTime() + letterMinutes * 60_000);
  await tx.insert(signInRequests).values({
    id: requestId,
    email,
    userId: user?.id ?? null,
    linkHash: hashToken(link),
    codeHash: sign(`${requestId}:${code}`, "code"),
    browserHash: hashToken(browser),
    goTo,
    createdAt: now,
    expiresAt,
  });
  const reader = { name: user?.name ?? email, address: email, locale: user?.locale ?? locale };
  const address = `${env().publicOrigin}${paths.signInLink(link)}`;
  const letter = signIn({
    to: reader,
    office: office?.name ?? "TenTen",
    link: address,
    code,
    minutes: letterMinutes,
    askedAt: now,
    zone: office?.zone ?? "UTC",
    device,
  });
  if (!user) {
    seal(JSON.stringify(letter));
    return { ok: true, letter: null } as const;
  }
  await enqueue(tx, letter, {
    key: `sign-in:${requestId}`,
    kind: "sign-in",
    topic: topicOf.sign,
    recipient: recipientOf.user(user.id),
    locale: reader.locale,
    now,
    sendBy: expiresAt,
    priority: 1,
  });
  return { ok: true, letter: { link: address, code } } as const;
}

interface Enter {
  browser: string;
  device: string;
  /** The session this browser held until now; it ends. */
  oldSessionHash: string | null;
  now: Date;
}

/** Signs in by the link of the letter; in a browser that did not ask for it, the letter's code must come along. */
export async function enterByLink(tx: Tx, { link, code, ...enter }: Enter & { link: string; code: string | null }) {
  const request = await findRequestByLink(tx, { linkHash: hashToken(link) });
  if (!request) return refuse("gone");
  const again = await pressedAgain(tx, request, enter);
  if (again) return again;
  if (!isOpenRequest(request, enter.now)) return refuse("gone");
  if (request.browserHash !== hashToken(enter.browser)) {
    if (code === null) return refuse("code-needed");
    if (!fits(request, code)) return await wrongCode(tx, [request], enter.now);
  }
  return await consume(tx, request, enter);
}

/** Signs in by the six digits, in the browser that asked for the letter. */
export async function enterByCode(tx: Tx, { code, ...enter }: Enter & { code: string }) {
  const asked = await requestsOfBrowser(tx, { browserHash: hashToken(enter.browser), now: enter.now });
  for (const request of asked) {
    const again = fits(request, code) ? await pressedAgain(tx, request, enter) : null;
    if (again) return again;
  }
  const open = asked.filter((request) => isOpenRequest(request, enter.now));
  if (open.length === 0) return refuse("gone");
  // Someone who asked twice may hold either letter in hand.
  const request = open.find((one) => fits(one, code));
  return request ? await consume(tx, request, enter) : await wrongCode(tx, open, enter.now);
}

const fits = (request: SignInRequest, code: string) => verify(`${request.id}:${code}`, request.codeHash, "code");

async function wrongCode(tx: Tx, tried: SignInRequest[], now: Date) {
  const ids = tried.map((request) => request.id);
  const left = await tx
    .update(signInRequests)
    .set({ attempts: sql`${signInRequests.attempts} + 1` })
    .where(inArray(signInRequests.id, ids))
    .returning();
  return { ok: false, reason: left.some((request) => isOpenRequest(request, now)) ? "wrong-code" : "gone" } as const;
}

// Derived, not random: the same press sent twice by an impatient hand must lead to the one session, not to an error.
const tokenFor = (request: SignInRequest, browser: string) => sign(`session:${request.id}:${browser}`, "cookie");

async function pressedAgain(tx: Tx, request: SignInRequest, { browser, now }: Enter) {
  if (!request.usedAt || now.getTime() - request.usedAt.getTime() > doublePressMs) return null;
  const token = tokenFor(request, browser);
  const [session] = await tx
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)));
  return session ? ({ ok: true, token, goTo: request.goTo } as const) : null;
}

async function consume(tx: Tx, request: SignInRequest, { browser, ...enter }: Enter) {
  const [won] = await tx
    .update(signInRequests)
    .set({ usedAt: enter.now })
    .where(and(eq(signInRequests.id, request.id), isNull(signInRequests.usedAt)))
    .returning({ userId: signInRequests.userId });
  if (!won?.userId) return refuse("gone");
  const token = tokenFor(request, browser);
  const started = await startSession(tx, { userId: won.userId, token, ...enter });
  return started ? ({ ok: true, token, goTo: request.goTo } as const) : refuse("gone");
}

/** Signs a person in on a device and ends the session the browser had before. False when the account is disabled. */
export async function startSession(
  tx: Tx,
  { userId, token, device, oldSessionHash, now }: Omit<Enter, "browser"> & { userId: string; token: string },
): Promise<boolean> {
  const [user] = await tx
    .update(users)
    .set({ lastSignInAt: now })
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .returning({ name: users.name });
  if (!user) return false;
  if (oldSessionHash) await tx.delete(sessions).where(eq(sessions.tokenHash, oldSessionHash));
  await tx.insert(sessions).values({
    tokenHash: hashToken(token),
    userId,
    device,
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + sessionLife.absoluteMs),
  });
  const actor = { userId, name: user.name };
  await record(tx, { actor, verb: "session.started", subject: `user:${userId}`, detail: { device }, now });
  return true;
}

/** Enters the demo as one of its people. Refused in any organization that is not a demo, whatever the process believes. */
export async function enterDemo(tx: Tx, { userId, ...enter }: Omit<Enter, "browser"> & { userId: string }) {
  const doors = env().demo ? await demoDoors(tx) : [];
  if (!doors.some((door) => door.userId === userId)) return refuse("not-a-demo");
  const token = newToken();
  const started = await startSession(tx, { userId, token, ...enter });
  return started ? ({ ok: true, token } as const) : refuse("not-a-demo");
}

/** Notes that the person has just done something. */
export async function noteSeen(tx: Tx, { sessionId, now }: { sessionId: string; now: Date }): Promise<void> {
  await tx.update(sessions).set({ seenAt: now }).where(eq(sessions.id, sessionId));
}

interface End {
  actor: { userId: string; name: string };
  now: Date;
}

/** Signs the actor out of one device of their own. False when there is no such session of theirs. */
export async function endSession(tx: Tx, { actor, sessionId, now }: End & { sessionId: string }): Promise<boolean> {
  const [ended] = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId)))
    .returning({ device: sessions.device });
  if (!ended) return false;
  await record(tx, { actor, verb: "session.ended", subject: `user:${actor.userId}`, detail: ended, now });
  return true;
}

/** Signs the actor out of every device but this one. Returns how many. */
export async function endOtherSessions(
  tx: Tx,
  { actor, sessionId, now }: End & { sessionId: string },
): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, actor.userId), ne(sessions.id, sessionId)))
    .returning({ id: sessions.id });
  const detail = { devices: ended.length };
  await record(tx, { actor, verb: "session.others-ended", subject: `user:${actor.userId}`, detail, now });
  return ended.length;
}
