import { randomBytes } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Wing } from "./wings";

const common = helmet({
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: false,
  originAgentCluster: false,
  frameguard: { action: "deny" },
  // Kept to this host: the address may be shared with other services of the province. Browsers ignore it over http.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
});

const closed = [
  "default-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "object-src 'none'",
];

/** The Content-Security-Policy of a wing. Guests' pages hold no script at all. */
export function policyOf(wing: Wing, nonce: string): string {
  const shown = ["style-src 'self'", "style-src-attr 'unsafe-inline'", "font-src 'self'", "manifest-src 'self'"];
  if (wing === "guests") return [...closed, ...shown, "script-src 'none'", "img-src 'self' data:"].join("; ");
  return [
    ...closed,
    ...shown,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "frame-src 'self'",
    "worker-src 'self'",
  ].join("; ");
}

/** Headers for every answer, errors and files included: closed until a page opens something. */
export const secureByDefault: RequestHandler = (req, res, next) => {
  res.setHeader("Content-Security-Policy", policyOf("guests", ""));
  res.setHeader("Referrer-Policy", "same-origin");
  res.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()");
  common(req, res, next);
};

const tokenPath = /^\/(?:rsvp|u|calendar)\//;

/** Headers of a page or a resource that Remix will answer; what the route itself sets replaces them. Returns the nonce. */
export function pageHeaders(req: Request, res: Response, wing: Wing): string {
  const nonce = wing === "staff" ? randomBytes(16).toString("base64url") : "";
  res.setHeader("Content-Security-Policy", policyOf(wing, nonce));
  res.setHeader("Cache-Control", "no-store, private");
  res.setHeader("X-Robots-Tag", "noindex");
  if (tokenPath.test(req.path)) res.setHeader("Referrer-Policy", "no-referrer");
  return nonce;
}
