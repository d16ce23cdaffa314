import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { type AppLoadContext, createReadableStreamFromReadable, type createRequestHandler } from "@remix-run/node";
import { takesFiles } from "~/features/files/rules";
import type { Request as Asked, RequestHandler, Response as Answer } from "express";

type Pages = ReturnType<typeof createRequestHandler>;

/**
 * Hands a request to Remix and its answer back. Does what @remix-run/express does with less on the way, because every
 * link of every letter comes through here: small bodies are read whole, a drawn page goes out as it is, not by streams.
 */
export function bridge(pages: Pages, contextOf: (req: Asked, res: Answer) => AppLoadContext): RequestHandler {
  return async (req, res, next) => {
    try {
      const context = contextOf(req, res);
      const answer = await pages(await toFetch(req, res, context), context);
      await send(res, answer, context.drawn?.html);
      if (!req.complete) drain(req);
    } catch (error) {
      next(error);
    }
  };
}

async function toFetch(req: Asked, res: Answer, { wing, origin }: AppLoadContext): Promise<Request> {
  const init: RequestInit & { duplex?: "half" } = { method: req.method, headers: headersOf(req) };
  // Guests' pages are short: nothing in them is worth telling that its reader has gone.
  if (wing === "staff") init.signal = whileConnected(res);
  if (req.method !== "GET" && req.method !== "HEAD") {
    const type = req.headers["content-type"] ?? "";
    if (!isForm.test(type)) return emptyForm(req, origin, init);
    const inParts = isInParts.test(type) && !takesFiles(req.path);
    if (wing === "guests" || inParts) {
      const body = await wholeBody(req);
      const reads = inParts ? await isWhole(body, type) : !hasTooManyFields(body);
      if (!reads) return emptyForm(req, origin, init);
      init.body = body as BodyInit;
    } else init.body = createReadableStreamFromReadable(req) as BodyInit;
    init.duplex = "half";
  }
  return new Request(origin + req.originalUrl, init);
}

const isInParts = /^multipart\/form-data;/i;
/** Can a body in parts be read to its end? A page that reads a broken one would fail, and tell nobody why. */
const isWhole = (body: Buffer, type: string): Promise<boolean> =>
  new Response(body as BodyInit, { headers: { "content-type": type } }).formData().then(
    (form) => [...form].length <= mostFields,
    () => false,
  );

const isForm = /^(?:application\/x-www-form-urlencoded\b|multipart\/form-data;.*\bboundary=)/i;

/** A body that is no form is a form in which nothing is filled in: each page knows what to say to that. */
function emptyForm(req: Asked, origin: string, init: RequestInit): Request {
  const headers = new Headers(init.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/x-www-form-urlencoded");
  return new Request(origin + req.originalUrl, { ...init, headers, body: "" });
}

function headersOf(req: Asked): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  return headers;
}

function whileConnected(res: Answer): AbortSignal {
  const gone = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** The guard has limited its length. */
async function wholeBody(req: Asked): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const mostFields = 200;

/** No form of a guest has so many fields; to take thousands apart costs more than the page that refuses them. */
function hasTooManyFields(body: Buffer): boolean {
  let at = -1;
  for (let found = 0; found <= mostFields; found += 1) {
    at = body.indexOf("&", at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** What is left of a body that nobody wanted to read: unread, it would block the connection for what comes after it. */
function drain(req: Asked): void {
  req.removeAllListeners("data");
  req.resume();
}

const several = /^(?:set-cookie|vary|link)$/;

async function send(res: Answer, answer: Response, page: Buffer | undefined): Promise<void> {
  res.statusCode = answer.status;
  if (answer.statusText) res.statusMessage = answer.statusText;
  // What a page sets replaces our own: two policies would both hold, two Cache-Control lines contradict each other.
  for (const [name, value] of answer.headers) {
    if (several.test(name)) res.append(name, value);
    else res.setHeader(name, value);
  }
  if (page) {
    res.setHeader("Content-Length", page.length);
    res.end(page);
  } else if (answer.body) {
    // Compression and the pipeline together listen to an answer more than ten times; Node would take that for a leak.
    res.setMaxListeners(30);
    await pipeline(Readable.fromWeb(answer.body as WebStream), res).catch(unlessGone);
  } else res.end();
}

/** A reader who hangs up in the middle of a file is nobody's error. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}
