import type { IncomingHttpHeaders } from "node:http";
import { takesFiles, uploadBytes } from "~/features/files/rules";

/** Who we are and whom we believe; everything the guard decides by. */
export interface GuardRules {
  /** PUBLIC_ORIGIN first; the demo and development also answer to localhost. */
  origins: string[];
  /** True when the peer at this network address is the configured proxy. */
  trusts(address: string): boolean;
  /** The largest body in bytes that a path takes. */
  bodyLimit(path: string): number;
}

export interface Asked {
  method: string;
  /** Path and query as they came over the wire. */
  url: string;
  headers: IncomingHttpHeaders;
}

/** An HTTP status to refuse with, or null to let the request in. */
export type Verdict = 400 | 403 | 404 | 405 | 411 | 413 | 414 | null;

const safeMethods = new Set(["GET", "HEAD"]);
const maxUrl = 2048;
const maxSlashes = 30;

// Here the token in the path is itself the proof, and older browsers hide their origin behind "no-referrer".
const provenByPath = /^\/(?:rsvp|u)\/[^/]{20,}/;
// RFC 8058: mail providers press "unsubscribe" with neither cookies nor an origin, wherever they stand.
const oneClick = /^\/u\/[^/]{20,}/;

/** The path without query and without the suffix of the router's data requests. */
export function plainPath(url: string): string {
  const path = url.split("?", 1)[0] as string;
  if (path === "/_root.data") return "/";
  return path.endsWith(".data") ? path.slice(0, -5) : path;
}

/** Decides before any framework code runs. Pure, apart from tidying `asked.headers`; the order matters. */
export function judge(asked: Asked, peer: string, rules: GuardRules): Verdict {
  tidyHeaders(asked.headers, rules.trusts(peer));
  const path = plainPath(asked.url);
  // Probes of load balancers call by address; this page tells nothing worth guarding.
  if (path !== "/healthz" && !knownHost(asked.headers.host, rules.origins)) return 400;
  if (!asked.url.startsWith("/") || hasDataQuery(asked.url)) return 400;
  if (path === "/__manifest") return 404;
  if (tooLong(asked.url)) return 414;
  // The router would print such an address, token and all, and go on with it as it stands.
  if (!isDecodable(path)) return 400;
  if (safeMethods.has(asked.method)) return null;
  if (asked.method !== "POST") return 405;
  if (!fromOurPages(asked, path, rules.origins)) return 403;
  // Remix compares Origin by its own, weaker rule and refuses "null"; ours has been passed.
  delete asked.headers.origin;
  const length = asked.headers["content-length"];
  if (length === undefined) return asked.headers["transfer-encoding"] ? 411 : null;
  return Number(length) > rules.bodyLimit(path) ? 413 : null;
}

function tidyHeaders(headers: IncomingHttpHeaders, trusted: boolean): void {
  const forwardedHost = headers["x-forwarded-host"];
  if (trusted && typeof forwardedHost === "string") headers.host = forwardedHost;
  for (const name of Object.keys(headers)) {
    const forwarded = name.startsWith("x-forwarded-") || name === "forwarded" || name === "x-real-ip";
    // The framework would take these two over Host, whoever sent them.
    if (forwarded && (!trusted || name === "x-forwarded-host" || name === "x-forwarded-port")) delete headers[name];
  }
}

function knownHost(host: string | undefined, origins: string[]): boolean {
  return host !== undefined && origins.some((origin) => new URL(origin).host === host.toLowerCase());
}

function hasDataQuery(url: string): boolean {
  const query = url.indexOf("?");
  return query >= 0 && [...new URLSearchParams(url.slice(query)).keys()].includes("_data");
}

function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function tooLong(url: string): boolean {
  return url.length > maxUrl || url.split(/\/|%2f/i).length - 1 > maxSlashes;
}

function fromOurPages({ headers }: Asked, path: string, origins: string[]): boolean {
  if (oneClick.test(path)) return true;
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined && origin !== "null" && !origins.includes(origin)) return false;
  if (site !== undefined) return site === "same-origin" || site === "none";
  if (origin !== undefined && origin !== "null") return true;
  return provenByPath.test(path);
}

const kilobyte = 1024;

/** 126 MB where files are handed in, 12 MB for imports, 1 MB for the other staff pages, 64 KB for guests. */
export function bodyLimitOf(path: string, wing: "guests" | "staff"): number {
  if (wing === "guests") return 64 * kilobyte;
  if (takesFiles(path)) return uploadBytes;
  return /\/import(?:\/|$|\.)/.test(path) ? 12 * kilobyte * kilobyte : kilobyte * kilobyte;
}
