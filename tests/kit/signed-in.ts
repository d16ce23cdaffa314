import type { Page } from "playwright-core";
import { transact } from "../../db/client.server";
import type { Actor } from "../../app/features/accounts/rules";
import { startSession } from "../../app/features/accounts/sign-in/writes.server";
import { newToken } from "../../app/web/secrets.server";
import type { Browser, Site } from "./site";

/** A session of this person, as the token that their cookie holds. */
export async function sessionOf(who: Actor): Promise<string> {
  const token = newToken();
  await transact((tx) =>
    startSession(tx, { userId: who.userId, token, device: "Chrome · Windows", oldSessionHash: null, now: new Date() }),
  );
  return token;
}

/** A browser that is signed in as this person. */
export async function signedIn(site: Site, who: Actor): Promise<Browser> {
  const browser = site.browser();
  browser.cookies.set("tenten_session", await sessionOf(who));
  return browser;
}

/** Gives a page of a real browser the session of this person. */
export async function signPageIn(page: Page, site: Pick<Site, "origin">, who: Actor): Promise<void> {
  const session = { name: "tenten_session", value: await sessionOf(who), url: site.origin };
  await page.context().addCookies([{ ...session, httpOnly: true, sameSite: "Lax" }]);
}
