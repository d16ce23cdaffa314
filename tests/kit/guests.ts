import { join } from "node:path";
import { forgetEnv } from "../../app/web/env.server";
import { closeDatabase, openDatabase, transact } from "../../db/client.server";
import { makeEvent, makeOrganization } from "./makers";
import { type Site, startSite } from "./site";

const secret = "one-secret-for-the-site-and-for-the-tests";

/** The built product with an organization, its database open here too: tokens made here open pages there. */
export async function startGuestSite(): Promise<Site> {
  const site = await startSite({ TENTEN_LIMITS: "off", APP_SECRETS: secret });
  Object.assign(process.env, { PUBLIC_ORIGIN: site.origin, APP_SECRETS: secret });
  forgetEnv();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  await transact((tx) => makeOrganization(tx, { contactEmail: "vanthu@lamgiang.example" }));
  const stop = async () => {
    await closeDatabase();
    await site.stop();
  };
  return { ...site, stop };
}

const day = 86_400_000;

/** An event three weeks ahead of the real clock, as the running product sees it. */
export const makeComingEvent: typeof makeEvent = (tx, given) => {
  const startsAt = new Date(Math.floor(Date.now() / day) * day + 21 * day + 7 * 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 160 * 60_000);
  const replyBy = new Date(startsAt.getTime() - 3 * day);
  return makeEvent(tx, {
    startsAt,
    endsAt,
    replyBy,
    contactName: "Văn phòng Sở",
    contactPhone: "+84914501701",
    ...given,
  });
};
