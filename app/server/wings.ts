import { plainPath } from "./guard";

export type Wing = "guests" | "staff";

/** The part of a Remix route that matters for picking a wing. */
export interface RouteLike {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
}

type Routes = Record<string, RouteLike | undefined>;

interface Ranked {
  id: string;
  pattern: RegExp;
  score: number;
}

/**
 * Makes the function that tells which wing answers a path, from the routes as they were built, so that
 * nobody keeps a second list. Where both could answer, the more exact route wins, as in Remix itself.
 * A path nobody knows goes to the guests' wing, whose 404 is the cheaper one.
 */
export function pickWing(routes: Record<Wing, Routes>): (url: string) => Wing {
  const of = (wing: Wing) => rank(routes[wing]).map((route) => ({ ...route, wing }));
  const ranked = [...of("guests"), ...of("staff")].sort((a, b) => b.score - a.score);
  const pick = (url: string): Wing => {
    const path = decodedPath(url);
    return ranked.find((route) => route.pattern.test(path))?.wing ?? "guests";
  };
  // Every layer of one request asks for the same address.
  let last: { url: string; wing: Wing } = { url: "/", wing: pick("/") };
  return (url) => {
    if (url !== last.url) last = { url, wing: pick(url) };
    return last.wing;
  };
}

/** Makes the function that names all routes of one wing that a path could mean; the best of them is Remix's choice. */
export function couldAnswer(routes: Routes): (url: string) => string[] {
  const ranked = rank(routes);
  return (url) => {
    const path = decodedPath(url);
    return ranked.filter((route) => route.pattern.test(path)).map((route) => route.id);
  };
}

/** The path as the router reads it: decoded piece by piece, or as it is when it cannot be. */
function decodedPath(url: string): string {
  const path = plainPath(url);
  if (!path.includes("%")) return path;
  try {
    const pieces = path.split("/").map((piece) => decodeURIComponent(piece).replace(/\//g, "%2F"));
    return pieces.join("/");
  } catch {
    return path;
  }
}

/** Splits one build that holds every route (as in development) by the names of the layouts. */
export function splitByLayout(routes: Routes): Record<Wing, Routes> {
  const isGuest = (route: RouteLike | undefined): boolean =>
    route !== undefined &&
    (route.id.startsWith("routes/_guest") || isGuest(route.parentId ? routes[route.parentId] : undefined));
  const of = (wanted: boolean) =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => route?.id === "root" || isGuest(route) === wanted));
  return { guests: of(true), staff: of(false) };
}

function rank(routes: Routes): Ranked[] {
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === "root" || (route.path === undefined && !route.index)) return [];
    const segments = fullPath(route, routes).split("/").filter(Boolean);
    return [{ id: route.id, pattern: patternOf(segments), score: scoreOf(segments, route.index === true) }];
  });
}

function fullPath(route: RouteLike, routes: Routes): string {
  const parent = route.parentId ? routes[route.parentId] : undefined;
  return `${parent ? fullPath(parent, routes) : ""}/${route.path ?? ""}`;
}

function patternOf(segments: string[]): RegExp {
  const source = segments.map((segment) => {
    if (segment === "*") return "(?:/.*)?";
    const optional = segment.endsWith("?");
    const name = optional ? segment.slice(0, -1) : segment;
    const one = `/${name.replace(/:[\w-]+|[^:]+?(?=:|$)/g, (part) => (part.startsWith(":") ? "[^/]+" : escaped(part)))}`;
    return optional ? `(?:${one})?` : one;
  });
  return new RegExp(`^${source.join("")}/*$`, "i");
}

const escaped = (text: string): string => text.replace(/[\\.*+^$|()[\]{}?]/g, "\\$&");

// The weights of React Router: a fixed word beats a parameter, a parameter beats "anything".
function scoreOf(segments: string[], index: boolean): number {
  let score = segments.length + (index ? 2 : 0);
  for (const segment of segments) score += segment === "*" ? -2 : segment.startsWith(":") ? 3 : 10;
  return score;
}
