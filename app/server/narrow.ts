import type { ServerBuild } from "@remix-run/node";
import { couldAnswer, type RouteLike } from "./wings";

/**
 * Makes the function that gives each request the part of a build it can mean: the routes that fit its path, and what
 * they lie in. Remix weighs every route of a build several times for each page, so that a page grows dearer with
 * every other page of the product; in a part it weighs a handful. The same parts come back as the same objects.
 */
export function narrow(build: ServerBuild): (url: string) => ServerBuild {
  const fits = couldAnswer(build.routes as Record<string, RouteLike | undefined>);
  const parts = new Map<string, ServerBuild>();
  return (url) => {
    const ids = fits(url);
    if (ids.length === 0) return build;
    const key = ids.join("\n");
    let part = parts.get(key);
    if (!part) {
      part = partOf(build, ids);
      parts.set(key, part);
    }
    return part;
  };
}

/** The build with only these routes and their parents: as if the others had not been written. */
export function partOf(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const kept = new Set<string>();
  for (const id of ids) for (let at: string | undefined = id; at; at = build.routes[at]?.parentId) kept.add(at);
  const keep = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  // The manifest that browsers load is a file of its own and stays whole.
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } };
}
