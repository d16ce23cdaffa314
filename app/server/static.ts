import { readdirSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import compression from "compression";
import express, { type RequestHandler, Router } from "express";
import { answerPlainly } from "./plain-page";

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Points a request at the packed twin of a file, as the build left it, when the browser can unpack it. */
function servePacked(clientDir: string): RequestHandler {
  const packed = new Set<string>();
  for (const file of filesUnder(clientDir)) {
    if (/\.(?:br|gz)$/.test(file)) packed.add(`/${relative(clientDir, file).split(sep).join("/")}`);
  }
  return (req, res, next) => {
    if (!packed.has(`${req.path}.gz`)) return next();
    res.vary("Accept-Encoding");
    // Browsers name gzip first out of habit; asked one by one, the smaller form wins.
    const encoding = req.acceptsEncodings("br") || req.acceptsEncodings("gzip");
    const ending = encoding === "br" ? "br" : encoding === "gzip" ? "gz" : null;
    if (!ending) return next();
    res.type(extname(req.path));
    res.setHeader("Content-Encoding", encoding as string);
    req.url = `${req.path}.${ending}`;
    next();
  };
}

/** The built files: names under /assets carry a hash of what they hold, so browsers may keep them for good. */
export function serveFiles(clientDir: string): Router {
  const files = Router();
  files.use(servePacked(clientDir));
  files.use("/assets", express.static(join(clientDir, "assets"), { immutable: true, maxAge: "1y", index: false }));
  // A missing asset belongs to a build that is gone; no page of ours can answer for it.
  files.use("/assets", (req, res) => answerPlainly(req, res, 404));
  const loose = express.static(clientDir, { maxAge: "1h", index: false, dotfiles: "ignore", redirect: false });
  // Known by name, so that no page waits for the disk to say that it is no file.
  const names = new Set(readdirSync(clientDir).map((name) => `/${name}`));
  files.use((req, res, next) => (names.has(req.path) ? loose(req, res, next) : next()));
  return files;
}

/** Compression for staff pages. Guests' pages are small, and packing them costs more than it saves. */
export const compressPages: RequestHandler = compression();
