import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { serveFiles } from "./static";
import { pickWing, type RouteLike, splitByLayout, type Wing } from "./wings";

export interface Built {
  builds: Record<Wing, ServerBuild | (() => Promise<ServerBuild>)>;
  wingOf: (url: string) => Wing;
  files: RequestHandler;
  close(): Promise<void>;
}

const routesOf = (build: ServerBuild) => build.routes as Record<string, RouteLike | undefined>;

/** The two server bundles and the browser's files as `npm run build` left them under `root`. */
export async function loadBuilds(root: string): Promise<Built> {
  const load = async (wing: Wing) =>
    (await import(pathToFileURL(join(root, "server", wing, "index.js")).href)) as ServerBuild;
  const builds = { guests: await load("guests"), staff: await load("staff") };
  return {
    builds,
    wingOf: pickWing({ guests: routesOf(builds.guests), staff: routesOf(builds.staff) }),
    files: serveFiles(join(root, "client")),
    close: async () => undefined,
  };
}

/** Vite inside this process: every change of a page is seen at the next request. */
export async function watchSources(port: number): Promise<Built> {
  // Development only, so not among the packages of a production install.
  const { createServer } = await import("vite");
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { port: port + 20_000 } },
    appType: "custom",
  });
  const load = async () => {
    const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
    wingOf = pickWing(splitByLayout(routesOf(build)));
    return build;
  };
  let wingOf: (url: string) => Wing = () => "staff";
  await load();
  return {
    builds: { guests: load, staff: load },
    wingOf: (url) => wingOf(url),
    files: vite.middlewares,
    close: () => vite.close(),
  };
}
