import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { plainPath } from "./guard";
import { pageHeaders } from "./headers";
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
  const protocol = new URL(publicOrigin).protocol.slice(0, -1);
  const handlerOf = (wing: Wing) =>
    createRequestHandler({
      build: builds[wing],
      mode: development ? "development" : "production",
      getLoadContext: (req, res) => ({
        wing,
        nonce: res.locals.nonce as string,
        asData: plainPath(req.originalUrl) !== req.originalUrl.split("?", 1)[0],
        address: req.ip ?? "",
      }),
    });
  const handlers = { guests: handlerOf("guests"), staff: handlerOf("staff") };
  return (req, res, next) => {
    const wing = wingOf(req.originalUrl);
    res.locals.nonce = pageHeaders(req, res, wing);
    // The development server adds inline scripts of its own.
    if (development) res.removeHeader("Content-Security-Policy");
    // Behind a proxy that ends TLS the socket is plain; addresses are built from what people type.
    Object.defineProperty(req, "protocol", { value: protocol });
    if (wing === "guests") return handlers.guests(req, res, next);
    compressPages(req, res, () => handlers.staff(req, res, next));
  };
}
