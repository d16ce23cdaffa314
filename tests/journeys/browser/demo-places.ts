import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import type { BrowserContextOptions } from "playwright-core";
import type { Role } from "../../../app/features/accounts/rules";
import { tokenOf } from "../../../app/features/participants/invitation/letters.server";
import { forgetEnv } from "../../../app/web/env.server";
import { read, closeDatabase, openDatabase } from "../../../db/client.server";
import { campaigns, documents, events, grants, letters, participants, points, units } from "../../../db/schema.server";
import type { Browser, Site } from "../../kit/site";

/** Where the demo's story can be looked at; the ids change with every demo that is made. */
export type Places = Awaited<ReturnType<typeof findPlaces>>;

/** Does something with the demo's own file, which a second process may. */
export async function inDemo<T>(site: Site, work: () => Promise<T>): Promise<T> {
  const APP_SECRETS = readFileSync(join(site.dataDir, "secret"), "utf8").trim();
  Object.assign(process.env, { PUBLIC_ORIGIN: site.origin, APP_SECRETS });
  forgetEnv();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

export const findPlaces = (site: Site) =>
  inDemo(site, async () => {
    const campaign = await one(
      read
        .select()
        .from(campaigns)
        .where(and(eq(campaigns.state, "running"), eq(campaigns.kind, "national-day"))),
    );
    const past = await one(
      read
        .select()
        .from(events)
        .where(and(eq(events.state, "finished"), isNotNull(events.replyBy))),
    );
    const moved = await one(
      read
        .select()
        .from(events)
        .where(and(eq(events.state, "open"), eq(events.kind, "ceremony"))),
    );
    const guestWho = async (answer: "none" | "yes" | "no") => {
      const who = and(
        eq(participants.eventId, moved.id),
        eq(participants.answer, answer),
        isNotNull(participants.tokenHash),
      );
      return await one(
        read
          .select()
          .from(participants)
          .where(and(who, isNull(participants.standsInForId)))
          .limit(1),
      );
    };
    const [silent, coming] = [await guestWho("none"), await guestWho("yes")];
    return {
      campaign,
      past,
      moved,
      silent: { ...silent, token: tokenOf(silent) },
      coming: { ...coming, token: tokenOf(coming) },
      point: await one(
        read
          .select()
          .from(points)
          .where(and(eq(points.eventId, moved.id), eq(points.isMain, false)))
          .limit(1),
      ),
      letter: await one(
        read
          .select({ id: letters.id })
          .from(letters)
          .where(and(eq(letters.kind, "invitation"), eq(letters.state, "sent")))
          .limit(1),
      ),
      unit: await one(
        read
          .select()
          .from(units)
          .where(and(eq(units.kind, "ward"), isNull(units.activeTo)))
          .limit(1),
      ),
      document: await one(read.select().from(documents).limit(1)),
      roles: await read.select({ role: grants.role, userId: grants.userId, unitId: grants.unitId }).from(grants),
    };
  });

export async function one<T>(asked: PromiseLike<T[]>): Promise<T> {
  const [row] = await asked;
  if (row === undefined) throw new Error("the demo's story lacks something these tests look at");
  return row;
}

/** Somebody who has entered the demo by a role's door. */
export async function signedInAs(site: Site, role: Role): Promise<Browser> {
  const browser = site.browser();
  const { text } = await browser.get("/sign-in");
  const doors = new Set(
    [...text.matchAll(/<button[^>]*name="as"[^>]*>/g)].map(([door]) => /value="([^"]+)"/.exec(door)?.[1]),
  );
  // The administrator of the demo holds other roles too: a role's door is the person who holds that one alone.
  const { roles } = await findPlaces(site);
  const held = (userId: string) => roles.filter((grant) => grant.userId === userId).length;
  const [person] = roles
    .filter((grant) => grant.role === role && doors.has(grant.userId))
    .sort((a, b) => held(a.userId) - held(b.userId));
  await browser.post("/sign-in", { as: person?.userId ?? "" });
  return browser;
}

/** What a real browser needs to go on as the person behind a role's door. */
export async function enterAs(site: Site, role: Role): Promise<Pick<BrowserContextOptions, "storageState">> {
  const { cookies } = await signedInAs(site, role);
  const kept = { domain: "localhost", path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
  return { storageState: { cookies: [...cookies].map(([name, value]) => ({ name, value, ...kept })), origins: [] } };
}
