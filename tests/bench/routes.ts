import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { sessionCookie } from "../../app/features/accounts/gate.server";
import { startSession } from "../../app/features/accounts/sign-in/writes.server";
import { newToken } from "../../app/web/secrets.server";
import { transact } from "../../db/client.server";
import { type Figure, median, micro } from "./kit";
import { makeProvince } from "./province";

/** The same build with only the routes whose id starts like one of these, and their parents: as if the others were not written. */
function onlyRoutes(build: ServerBuild, wanted: string[]): ServerBuild {
  const kept = new Set<string>();
  for (const id of Object.keys(build.routes)) {
    if (!wanted.some((start) => id.startsWith(start))) continue;
    for (let at: string | undefined = id; at; at = build.routes[at]?.parentId) kept.add(at);
  }
  const keep = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } };
}

async function cpuOfPage(
  build: ServerBuild,
  ask: () => Request,
  wing: AppLoadContext["wing"],
): Promise<() => Promise<number>> {
  const handle = createRequestHandler(build, "production");
  const context: AppLoadContext = { wing, nonce: "bench", asData: false, address: "127.0.0.1" };
  const rounds = async (count: number) => {
    const before = process.cpuUsage();
    for (let i = 0; i < count; i += 1) {
      const answer = await handle(ask(), context);
      if (answer.status !== 200) throw new Error(`${ask().url} answered ${answer.status}`);
      await answer.text();
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6 / count;
  };
  await rounds(150);
  return () => rounds(250);
}

/** P3: what the number of routes costs, for a guest's page and for an organizer's. */
export async function routes(): Promise<Figure[]> {
  const province = await makeProvince();
  try {
    const token = newToken();
    await transact((tx) =>
      startSession(tx, { userId: province.organizerId, token, device: "bench", oldSessionHash: null, now: new Date() }),
    );
    const cookie = sessionCookie(token).split(";")[0] ?? "";
    const load = async (wing: string) =>
      (await import(pathToFileURL(resolve("build/server", wing, "index.js")).href)) as ServerBuild;
    const figures: Figure[] = [];
    const pages = [
      {
        wing: "guests",
        path: `/rsvp/${province.tokens[0]}`,
        own: ["routes/_guest.rsvp.$token/", "routes/_guest.$/"],
        most: 1.2,
      },
      {
        wing: "staff",
        path: `/events/${province.eventId}`,
        own: ["routes/_staff.events.$eventId/", "routes/_staff.events.$eventId._index/", "routes/_staff._index/"],
        most: 3.5,
      },
    ] as const;
    for (const { wing, path, own, most } of pages) {
      const whole = await load(wing);
      const small = onlyRoutes(whole, [...own]);
      const ask = () => new Request(`http://localhost:3000${path}`, { headers: { cookie, host: "localhost:3000" } });
      const all = await cpuOfPage(whole, ask, wing);
      const few = await cpuOfPage(small, ask, wing);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        ours.push(await all());
        theirs.push(await few());
      }
      figures.push({
        name: "P3",
        what: `CPU of ${wing === "guests" ? "a guest's" : "an organizer's"} page with all ${Object.keys(whole.routes).length} routes of its wing, beside ${Object.keys(small.routes).length} routes`,
        ours: micro(median(ours)),
        reference: micro(median(theirs)),
        ratio: median(ours) / median(theirs),
        target: { at: "most", ratio: most },
      });
    }
    return figures;
  } finally {
    await province.remove();
  }
}
