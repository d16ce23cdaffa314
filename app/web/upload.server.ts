import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { addAbortSignal, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";

/** A file that a form brought, written out and synced under `path`. Nothing of it is to be believed but its bytes. */
export interface Upload {
  field: string;
  /** As the browser called it. */
  name: string;
  path: string;
  /** Bytes that were read; of a file that is too large only as many as were allowed. */
  size: number;
  sha256: string;
  /** Why the bytes at `path` are not the whole file. */
  spoilt: "too-large" | "no-space" | null;
}

export interface Received {
  /** The fields that are not files. */
  form: FormData;
  uploads: Upload[];
  /** False when the body ended in the middle of the form. */
  whole: boolean;
  /** More files came than were allowed; those beyond were not written. */
  tooMany: boolean;
}

interface Limits {
  fileBytes: number;
  files: number;
  /** Makes a path for one file. */
  place(): Promise<string>;
}

/**
 * Reads a form that brings files, one chunk at a time: what it needs of memory does not grow with the files. The whole
 * form is read whatever is wrong with it, so that what was typed can be shown again. The caller removes
 * the files.
 */
export async function receiveUpload(request: Request, { fileBytes, files, place }: Limits): Promise<Received> {
  const type = request.headers.get("content-type") ?? "";
  const received: Received = { form: new FormData(), uploads: [], whole: true, tooMany: false };
  if (!request.body || !/^multipart\/form-data/i.test(type)) return { ...received, form: await request.formData() };
  const limits = { fileSize: fileBytes, fields: 2000, fieldSize: 1_000_000, parts: 2100, headerPairs: 50 };
  const parser = new Busboy({ headers: { "content-type": type }, limits });
  const over = new AbortController();
  const writing: Promise<Upload>[] = [];
  parser.on("field", (name, value) => received.form.append(name ?? "", value));
  parser.on("file", (field, stream, name) => {
    stream.on("error", () => {});
    received.tooMany ||= Boolean(name) && writing.length >= files;
    // A file field that was left empty comes without a name.
    if (!name || writing.length >= files) stream.resume();
    else writing.push(keep(addAbortSignal(over.signal, stream), place).then((kept) => ({ ...kept, field, name })));
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), parser);
  } catch {
    received.whole = false;
    over.abort();
  }
  const ended = await Promise.allSettled(writing);
  received.uploads = ended.flatMap((end) => (end.status === "fulfilled" ? end.value : []));
  const failure = ended.find((end) => end.status === "rejected");
  if (!failure || !received.whole) return received;
  await Promise.all(received.uploads.map(({ path }) => rm(path, { force: true })));
  throw failure.reason;
}

type Kept = Pick<Upload, "path" | "size" | "sha256" | "spoilt">;

async function keep(stream: BusboyFileStream, place: Limits["place"]): Promise<Kept> {
  const kept: Kept = { path: await place(), size: 0, sha256: "", spoilt: null };
  const hash = createHash("sha256");
  const handle = await open(kept.path, "wx", 0o600);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      kept.size += chunk.length;
      // A full disk spoils this file; the rest of the form is still read.
      if (kept.spoilt) continue;
      hash.update(chunk);
      await handle.appendFile(chunk).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOSPC" && error.code !== "EDQUOT") throw error;
        kept.spoilt = "no-space";
      });
    }
    if (stream.truncated) kept.spoilt ??= "too-large";
    if (!kept.spoilt) await handle.sync();
  } catch (error) {
    await rm(kept.path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return { ...kept, sha256: hash.digest("hex") };
}
