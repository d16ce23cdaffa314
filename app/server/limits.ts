import { isIPv6 } from "node:net";
import type { RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { takesFiles } from "~/features/files/rules";
import { answerPlainly } from "./plain-page";
import type { Wing } from "./wings";

/** Requests a minute from one network address; generous, because a whole office shares one. */
export const requestsPerMinute = { guestsRead: 600, guestsSend: 240, signIn: 120, staff: 1500, imports: 30 };
export type Limits = typeof requestsPerMinute;

/** The class of a request, by which it is counted. */
export function classOf(method: string, path: string, wing: Wing): keyof Limits {
  const sends = method === "POST";
  if (sends && path.startsWith("/sign-in")) return "signIn";
  if (wing === "guests") return sends ? "guestsSend" : "guestsRead";
  return sends && (path.includes("/import") || takesFiles(path)) ? "imports" : "staff";
}

/** One customer of an IPv6 provider holds a whole /64: count it as one. */
export function countedAs(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  if (tail !== undefined) while (groups.length < 8 - tail.split(":").length) groups.push("0");
  return groups.slice(0, 4).join(":");
}

/** Answers 429 with Retry-After to an address that asks too often. */
export function limitRates(wingOf: (url: string) => Wing, limits: Limits): RequestHandler {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([name, points]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: 60 }),
    ]),
  ) as Record<keyof Limits, RateLimiterMemory>;
  return (req, res, next) => {
    const name = classOf(req.method, req.path, wingOf(req.originalUrl));
    limiters[name].consume(countedAs(req.ip ?? "")).then(
      () => next(),
      (refused: { msBeforeNext?: number }) => {
        res.setHeader("Retry-After", String(Math.ceil((refused.msBeforeNext ?? 60_000) / 1000)));
        answerPlainly(req, res, 429);
      },
    );
  };
}
