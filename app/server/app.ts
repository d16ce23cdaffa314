import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { takesFiles } from "~/features/files/rules";
import { bodyLimitOf, judge } from "./guard";
import { secureByDefault } from "./headers";
import type { Health } from "./health";
import { type Limits, limitRates } from "./limits";
import { describeError, log, logRequests } from "./log";
import { answerPlainly } from "./plain-page";
import type { Wing } from "./wings";

export interface AppParts {
  publicOrigin: string;
  /** Other origins this process answers to, for the demo and development only. */
  otherOrigins?: string[];
  /** Addresses or networks of the proxy in front, separated by commas; "" when there is none. */
  trustedProxy: string;
  wingOf: (url: string) => Wing;
  health: Health;
  files?: RequestHandler;
  /** null switches the limits off, for load tests. */
  limits: Limits | null;
  /** Answers what has passed the guard. */
  pages: RequestHandler;
}

/** The whole way of a request: headers, guard, health, files, limits, and then the pages. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Pages read their address themselves.
  app.set("query parser", false);
  app.set("trust proxy", parts.trustedProxy ? parts.trustedProxy.split(",").map((part) => part.trim()) : false);
  const trusts = app.get("trust proxy fn") as (address: string, hop: number) => boolean;
  const rules = {
    origins: [parts.publicOrigin, ...(parts.otherOrigins ?? [])],
    trusts: (address: string) => trusts(address, 0),
    bodyLimit: (path: string) => bodyLimitOf(path, parts.wingOf(path)),
  };

  app.use(logRequests(parts.wingOf, parts.health.observe));
  app.use(secureByDefault);
  app.use((req, res, next) => {
    if (!takesFiles(req.path)) hangUpAfter(req, res, formPatienceMs);
    next();
  });
  app.use((req, res, next) => {
    const verdict = judge(req, req.socket.remoteAddress ?? "", rules);
    return verdict === null ? next() : answerPlainly(req, res, verdict);
  });
  app.use(parts.health.router);
  if (parts.files) app.use(parts.files);
  if (parts.limits) app.use(limitRates(parts.wingOf, parts.limits));
  app.use(parts.pages);
  app.use(answerErrors);
  return app;
}

/** How long a form may take to arrive. Files come over slow lines and have as long as the server itself allows. */
const formPatienceMs = 60_000;

function hangUpAfter(req: Request, res: Response, ms: number): void {
  if (req.complete) return;
  const timer = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, ms).unref();
  for (const end of ["end", "close"]) req.once(end, () => clearTimeout(timer));
  res.once("close", () => clearTimeout(timer));
}

const answerErrors: ErrorRequestHandler = (error, req, res, next) => {
  const { status } = error as { status?: unknown };
  const asked = typeof status === "number" && status >= 400 && status < 500;
  if (!asked) log.error({ error: describeError(error) }, "request failed");
  if (res.headersSent) return next(error);
  answerPlainly(req, res, asked ? status : 500);
};
