import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { freeBytes, incomingFile, openStored, storeFile } from "#db/file-store.server";
import { type FormErrors, fieldError } from "~/web/form";
import { disposition, notFound } from "~/web/http.server";
import { sniff } from "~/web/sniff.server";
import { receiveUpload, type Received, type Upload } from "~/web/upload.server";
import { cleanName, type FileRefusal, harmlessName, isShown, keptType, uploadLimits } from "./rules";

/** Bytes that are in their place on the disk and wait for their row: see `keepFile`. Without one they go after a day. */
export interface StoredFile {
  /** The field of the form it came with. */
  field: string;
  sha256: string;
  name: string;
  type: string;
  size: number;
}

export type ReceivedFiles = { ok: true; form: FormData; files: StoredFile[] } | (FormErrors & { refused: string });

interface Limits {
  /** The field that errors belong to when no single file is to blame. */
  field?: string;
  files?: number;
  fileBytes?: number;
  keepFree?: number;
}

/**
 * Reads a form with files, in place of `request.formData()`; before a transaction, never inside. All files are taken or
 * none. Refused with one `FileRefusal` on the file's field and, in `refused`, the name of the file it is about ("" for
 * none); text fields come back in `values`. The route's path must be one that `takesFiles`. Throws on a broken disk.
 */
export async function receiveFiles(request: Request, limits: Limits = {}): Promise<ReceivedFiles> {
  const { field = "files", files, fileBytes, keepFree } = { ...uploadLimits, ...limits };
  const coming = Number(request.headers.get("content-length") ?? 0);
  const full = (await freeBytes()) - coming < keepFree;
  const received = await receiveUpload(request, { files: full ? 0 : files, fileBytes, place: incomingFile });
  try {
    const refuse = (reason: FileRefusal, about?: Upload) => ({
      ...fieldError(received.form, about?.field ?? field, reason),
      refused: about ? harmlessName(about.name) : "",
    });
    const general = wrongWith(received, full);
    if (general) return refuse(general);
    const checked: { upload: Upload; type: string }[] = [];
    for (const upload of received.uploads) {
      const reason = upload.spoilt ?? (upload.size === 0 ? "empty" : null);
      const type = reason ? null : keptType(await sniff(upload.path), upload.name);
      if (!type) return refuse(reason ?? "not-allowed-type", upload);
      checked.push({ upload, type });
    }
    const stored: StoredFile[] = [];
    for (const { upload, type } of checked) {
      const { sha256, size } = upload;
      await storeFile(upload.path, sha256);
      stored.push({ field: upload.field, sha256, size, type, name: cleanName(upload.name, type) });
    }
    return { ok: true, form: received.form, files: stored };
  } finally {
    for (const { path } of received.uploads) await rm(path, { force: true });
  }
}

function wrongWith({ whole, tooMany }: Received, full: boolean): FileRefusal | null {
  if (!whole) return "broken";
  if (tooMany) return full ? "no-space" : "too-many";
  return null;
}

/**
 * Answers with a kept file; who may read it, the noun that uses it has decided. Downloaded, unless `inline` asks to show
 * it and it is a picture. Whatever is in it, the browser runs nothing of it. Throws 404 when the bytes are gone.
 */
export async function serveFile(
  { sha256, name, type }: Pick<StoredFile, "sha256" | "name" | "type">,
  { inline = false }: { inline?: boolean } = {},
): Promise<Response> {
  const handle = await openStored(sha256);
  if (!handle) throw notFound();
  const { size } = await handle.stat();
  // Closes the file by itself, also when the reader goes away.
  const body = Readable.toWeb(handle.createReadStream());
  return new Response(body as ReadableStream, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(size),
      "Content-Disposition": disposition(inline && isShown(type) ? "inline" : "attachment", name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      // Without "no-transform" text would be packed on the way, and its length would no longer be true.
      "Cache-Control": "no-store, private, no-transform",
    },
  });
}
