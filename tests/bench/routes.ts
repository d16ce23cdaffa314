import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { narrow, partOf } from "../../app/server/narrow";
import { atMost, type Figure, inTurn, micro, size } from "./kit";
import { makeProvince, signIn } from "./province";

const origin = "http://localhost:3000";

/** CPU of one page, the build narrowed to its address before each request, as the process does it. */
function cpuOfPage(build: ServerBuild, ask: () => Request, wing: AppLoadContext["wing"]): () => Promise<number> {
  const partFor = narrow(build);
  const { pathname } = new URL(ask().url);
  const handle = createRequestHandler(partFor(pathname), "production");
  const context: AppLoadContext = { wing, nonce: "bench", asData: false, address: "127.0.0.1", origin };
  const count = size(250, 100);
  return async () => {
    const before = process.cpuUsage();
    for (let i = 0; i < count; i += 1) {
      partFor(pathname);
      const answer = await handle(ask(), context);
      if (answer.status !== 200) throw new Error(`${ask().url} answered ${answer.status}`);
      await answer.text();
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6 / count;
  };
}

/** P3: what the number of routes costs, for a guest's page and for an organizer's. */
export async function routes(): Promise<Figure[]> {
  const province = await makeProvince();
  try {
    const cookie = await signIn(province);
    const load = async (wing: string) =>
      (await import(pathToFileURL(resolve("build/server", wing, "index.js")).href)) as ServerBuild;
    const pages = [
      {
        wing: "guests",
        whose: "a guest's",
        path: `/rsvp/${province.tokens[0]}`,
        own: ["routes/_guest.rsvp.$token", "routes/_guest.$"],
        most: 1.2,
      },
      {
        wing: "staff",
        whose: "an organizer's",
        path: "/events",
        own: ["routes/_staff.events._index", "routes/_staff._index"],
        most: 3.5,
      },
    ] as const;
    const figures: Figure[] = [];
    for (const { wing, whose, path, own, most } of pages) {
      const whole = await load(wing);
      const small = partOf(whole, own);
      const ask = () => new Request(origin + path, { headers: { cookie, host: "localhost:3000" } });
      const got = await inTurn(size(5, 3), cpuOfPage(whole, ask, wing), cpuOfPage(small, ask, wing));
      const [all, few] = [whole, small].map((build) => Object.keys(build.routes).length);
      figures.push({
        name: "P3",
        what: `CPU of ${whose} page with all ${all} routes of its wing, beside ${few} routes`,
        ours: micro(got.ours),
        reference: micro(got.theirs),
        ratio: got.ratio,
        target: atMost(most),
      });
    }
    return figures;
  } finally {
    await province.remove();
  }
}
