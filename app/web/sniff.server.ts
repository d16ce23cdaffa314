import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

/**
 * The media type of a file by its bytes: a binary format that is known, "text/plain" for readable text that no program
 * would run or draw (UTF-8, UTF-16, Windows-1258), or null. A name or a header has no say.
 */
export async function sniff(path: string): Promise<string | null> {
  const marked = await markedEncoding(path);
  // A damaged file can lead the search astray; then it is no format. And the mark of UTF-16 looks to it like old sound.
  const known = marked ? undefined : await fileTypeFromFile(path).catch(() => undefined);
  if (known) return known.mime;
  for (const encoding of marked ? [marked] : ["utf-8", "windows-1258"])
    if (await isPlainText(path, encoding)) return "text/plain";
  return null;
}

/** UTF-16 in the order that the first two bytes name, or null without such a mark. */
async function markedEncoding(path: string): Promise<string | null> {
  const handle = await open(path, "r");
  try {
    const head = Buffer.alloc(2);
    await handle.read(head, 0, 2, 0);
    return { fffe: "utf-16le", feff: "utf-16be" }[head.toString("hex")] ?? null;
  } finally {
    await handle.close();
  }
}

const startsActive = /^\s*(?:<[a-z!?/]|#!|%!|@echo\b|mime-version:|\{\\rtf|\[internetshortcut\])/i;
const active = /<(?:script|svg|html|!doctype|iframe|object|embed|body|\?php)\b|javascript:|vbscript:/i;
const controls = /[^\P{Cc}\t\n\r\f]/u;

async function isPlainText(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  // The end of the last chunk, so that a tag cut in two is seen.
  let tail = "";
  let first = true;
  const isPlain = (text: string): boolean => {
    const seen = tail + text;
    if (controls.test(text) || active.test(seen) || (first && startsActive.test(seen))) return false;
    if (text.trim()) first = false;
    tail = seen.slice(-16);
    return true;
  };
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
      if (!isPlain(decoder.decode(chunk, { stream: true }))) return false;
    return isPlain(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
