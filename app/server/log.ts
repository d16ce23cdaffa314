import { createHash } from "node:crypto";
import type { RequestHandler } from "express";
import { pino } from "pino";
import type { Wing } from "./wings";

const common = {
  base: undefined,
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  timestamp: pino.stdTimeFunctions.isoTime,
};

export const log = pino({
  ...common,
  redact: {
    paths: ["*.password", "*.token", "*.code", "*.cookie", "*.authorization", "*.email", "*.params", "*.parameters"],
    censor: "[hidden]",
  },
});

// One line for each request, its fields named below: nothing to look for and hide. Written together, at the latest
// after a second, because a write apiece costs more than the line; what is left is written when the process ends.
const requests = pino(common, pino.destination({ sync: false, minLength: 4096, periodicFlush: 1000 }));

const tokenLike = /^[\w-]{40,}(?=\.|$)/;

/**
 * The path as it may stand in a log: no query, and each token replaced by the start of its hash, which
 * is also the start of the hash kept in the database.
 */
export function maskPath(url: string): string {
  const path = url.split("?", 1)[0] as string;
  return path
    .split("/")
    .map((part) =>
      part.replace(tokenLike, (token) => `#${createHash("sha256").update(token).digest("base64url").slice(0, 8)}`),
    )
    .join("/")
    .slice(0, 300);
}

/** An error as it may stand in a log: a failed query names its statement, never the values in it. */
export function describeError(error: unknown): { kind: string; message: string; stack?: string; cause?: string } {
  if (!(error instanceof Error)) return { kind: typeof error, message: String(error).slice(0, 300) };
  const message = error.message.replace(/\nparams:[\s\S]*$/, "").slice(0, 1000);
  const frames = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join("\n");
  const cause = error.cause instanceof Error ? error.cause.message.slice(0, 300) : undefined;
  return { kind: error.name, message, stack: frames, cause };
}

/** Anything that reports an error in the pages' own bundles ends here, so that nothing is printed unmasked. */
export function takeOverConsole(): void {
  console.error = (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error);
    if (error) log.error({ error: describeError(error) }, "page failed");
    else
      log.error(
        {
          text: parts
            .map((part) => String(part).replace(/\nparams:[\s\S]*$/, ""))
            .join(" ")
            .slice(0, 2000),
        },
        "console",
      );
  };
}

// Files and probes would drown the rest.
const quiet = /^\/(?:assets\/|healthz$|metrics$|favicon)/;

/** One line a request, written when it is over. */
export function logRequests(wingOf: (url: string) => Wing, observe: (seen: Seen) => void): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    const wing = wingOf(req.originalUrl);
    res.once("close", () => {
      const seen = {
        method: req.method,
        wing,
        status: res.statusCode,
        seconds: (performance.now() - began) / 1000,
      };
      observe(seen);
      const level = seen.status >= 500 ? "error" : quiet.test(req.path) ? "debug" : "info";
      requests[level](
        {
          ...seen,
          seconds: Number(seen.seconds.toFixed(4)),
          path: maskPath(req.originalUrl),
          address: req.ip,
          ended: res.writableFinished,
        },
        "request",
      );
    });
    next();
  };
}

export interface Seen {
  method: string;
  wing: Wing;
  status: number;
  seconds: number;
}
