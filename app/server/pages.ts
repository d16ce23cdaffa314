import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { bridge } from "./bridge";
import { plainPath } from "./guard";
import { pageHeaders } from "./headers";
import { narrow } from "./narrow";
import { compressPages } from "./static";
import type { Wing } from "./wings";

export interface PageParts {
  publicOrigin: string;
  builds: Record<Wing, ServerBuild | (() => Promise<ServerBuild>)>;
  wingOf: (url: string) => Wing;
  development?: boolean;
}

/** Answers a request by the Remix build of its wing. */
export function pages({ publicOrigin, builds, wingOf, development = false }: PageParts): RequestHandler {
  // Behind a proxy that ends TLS the socket is plain; addresses are built from what people type.
  const { protocol } = new URL(publicOrigin);
  const handlerOf = (wing: Wing, build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler =>
    bridge(createRequestHandler(build, development ? "development" : "production"), (req, res) => ({
      wing,
      nonce: res.locals.nonce as string,
      asData: plainPath(req.originalUrl) !== req.originalUrl.split("?", 1)[0],
      address: req.ip ?? "",
      origin: `${protocol}//${req.headers.host}`,
      drawn: {},
    }));
  const answering = { guests: byPart("guests"), staff: byPart("staff") };

  /** A handler for each part of the build that some address can mean, made when it is first asked for. */
  function byPart(wing: Wing): (url: string) => RequestHandler {
    const build = builds[wing];
    if (typeof build === "function") {
      const handler = handlerOf(wing, build);
      return () => handler;
    }
    const partFor = narrow(build);
    const handlers = new Map<ServerBuild, RequestHandler>();
    return (url) => {
      const part = partFor(url);
      const handler = handlers.get(part) ?? handlerOf(wing, part);
      handlers.set(part, handler);
      return handler;
    };
  }

  return (req, res, next) => {
    const wing = wingOf(req.originalUrl);
    res.locals.nonce = pageHeaders(req, res, wing);
    // The development server adds inline scripts of its own.
    if (development) res.removeHeader("Content-Security-Policy");
    const answer = answering[wing](req.originalUrl);
    if (wing === "guests") return answer(req, res, next);
    compressPages(req, res, () => answer(req, res, next));
  };
}
