import { read, transact } from "#db/client.server";
import { hostCookie, readCookie, setCookie } from "~/web/cookies.server";
import { env } from "~/web/env.server";
import { forbidden, localPath, notFound, seeOther } from "~/web/http.server";
import type { Locale } from "~/web/i18n";
import { localeCookie } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { hashToken } from "~/web/secrets.server";
import { findOrganization, type Organization } from "./reads.server";
import { type Act, type Actor, may } from "./rules";
import { findSession } from "./sign-in/reads.server";
import { isSeenStale, letterMinutes, sessionLife } from "./sign-in/rules";
import { noteSeen } from "./sign-in/writes.server";

const cookieName = () => hostCookie("tenten_session");

/** The Set-Cookie header that signs a browser in. */
export const sessionCookie = (token: string): string =>
  setCookie(cookieName(), token, { maxAge: sessionLife.absoluteMs / 1000 });

/** The Set-Cookie header that signs it out. */
export const endedSessionCookie = (): string => setCookie(cookieName(), "", { maxAge: 0 });

const askingName = () => hostCookie("tenten_asking");

/** The secret by which a browser is known again when its sign-in letter comes back; null when it has none yet. */
export function askingBrowser(request: Request): string | null {
  const secret = readCookie(request, askingName());
  return secret && /^[\w-]{43}$/.test(secret) ? secret : null;
}

export const askingCookie = (browser: string): string =>
  setCookie(askingName(), browser, { maxAge: letterMinutes * 60 });

/** The answer to a successful sign-in: the session's cookie, the person's language where the browser has none, onward. */
export async function welcome(request: Request, token: string, goTo: string): Promise<Response> {
  const found = await findSession(read, { tokenHash: hashToken(token), now: new Date() });
  const cookies = [sessionCookie(token), setCookie(askingName(), "", { maxAge: 0 })];
  if (found && !readCookie(request, localeCookie)) cookies.push(keepLocale(found.actor.locale));
  return seeOther(localPath(goTo, paths.home), cookies);
}

/** The Set-Cookie header by which this browser goes on in a language. */
export const keepLocale = (locale: Locale): string => setCookie(localeCookie, locale, { maxAge: 365 * 86_400 });

/** The hash of the session token a request carries, or null. */
export function sessionHashOf(request: Request): string | null {
  const token = readCookie(request, cookieName());
  return token ? hashToken(token) : null;
}

/** Who is signed in and by which session, or null. */
export async function optionalSession(request: Request): Promise<{ actor: Actor; sessionId: string } | null> {
  const tokenHash = sessionHashOf(request);
  const now = new Date();
  const found = tokenHash ? await findSession(read, { tokenHash, now }) : null;
  if (!found) return null;
  // Only an act moves the idle limit on: a GET changes nothing, not even this. Who only reads signs in once a week.
  if (request.method !== "GET" && request.method !== "HEAD" && isSeenStale(found.session, now))
    await transact((tx) => noteSeen(tx, { sessionId: found.session.id, now }));
  return { actor: found.actor, sessionId: found.session.id };
}

/** Who is signed in, or null. */
export const optionalActor = async (request: Request): Promise<Actor | null> =>
  (await optionalSession(request))?.actor ?? null;

/** Who is signed in and by which session. Throws a redirect to sign-in, or to set-up while nothing is set up. */
export async function requireSession(request: Request): Promise<{ actor: Actor; sessionId: string }> {
  const session = await optionalSession(request);
  if (session) return session;
  if (!(await findOrganization(read))) throw seeOther(paths.setup);
  throw seeOther(`${paths.signIn}${nextOf(request)}`);
}

/** Who is signed in. Throws a redirect to sign-in, or to set-up while nothing is set up. */
export const requireActor = async (request: Request): Promise<Actor> => (await requireSession(request)).actor;

/** Who is signed in and may do this in the unit of `unitPath` (see `may`). Throws 403 when they may not. */
export async function requireMay(request: Request, act: Act, unitPath?: string | null): Promise<Actor> {
  const actor = await requireActor(request);
  if (!may(actor, act, unitPath)) throw forbidden();
  return actor;
}

/** The organization, when it is a demo in a process that serves one. Throws 404 everywhere else. */
export async function requireDemo(): Promise<Organization> {
  const organization = await findOrganization(read);
  if (!env().demo || !organization?.demo) throw notFound();
  return organization;
}

// After a post the address is a form's; the page of the same address is where the person was.
function nextOf(request: Request): string {
  const url = new URL(request.url);
  const path = `${url.pathname.replace(/(?:^\/_root)?\.data$/, "") || paths.home}${url.search}`;
  return path === paths.home ? "" : `?next=${encodeURIComponent(path)}`;
}
