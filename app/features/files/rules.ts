import { tidy } from "~/web/text";

const megabyte = 1024 * 1024;

/** What one form may bring, and the disk that uploads leave to the database, in bytes. */
export const uploadLimits = { fileBytes: 25 * megabyte, files: 5, keepFree: 200 * megabyte } as const;

/** The largest body of a request that brings files: as many as are allowed, and the other fields. */
export const uploadBytes = uploadLimits.files * uploadLimits.fileBytes + megabyte;

/** Paths that take files have a part `files`: /tasks/1/files. Only they may send bodies of `uploadBytes`. */
export const takesFiles = (path: string): boolean => /\/files(?:\/|$)/.test(path);

/** Why files are not taken. "broken": the form ended in the middle, most often because the line broke. */
export const fileRefusals = ["not-allowed-type", "too-large", "empty", "too-many", "no-space", "broken"] as const;
export type FileRefusal = (typeof fileRefusals)[number];

const openXml = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

/** Media types that are taken, each with the endings its names may have; the first is added where none fits. */
const endings: Record<string, readonly [string, ...string[]]> = {
  "application/pdf": ["pdf"],
  [`${openXml}.wordprocessingml.document`]: ["docx"],
  [`${openXml}.spreadsheetml.sheet`]: ["xlsx"],
  [`${openXml}.presentationml.presentation`]: ["pptx"],
  [`${openDocument}.text`]: ["odt"],
  [`${openDocument}.spreadsheet`]: ["ods"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/webp": ["webp"],
  "text/plain": ["txt", "log", "md"],
  "text/csv": ["csv", "tsv"],
};

/** For the `accept` of a file field. */
export const acceptedEndings: string = Object.values(endings)
  .flat()
  .map((ending) => `.${ending}`)
  .join(",");

const endingOf = (name: string): string => /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? "";

/**
 * The type under which a file is kept, from the type of its bytes; null when it is not taken. Text is taken under the
 * name of a text only: as "run.bat" or "page.html" a double click would run it.
 */
export function keptType(sniffed: string | null, name: string): string | null {
  if (sniffed === "text/plain") return textTypes.find((type) => endings[type]?.includes(endingOf(name))) ?? null;
  return sniffed !== null && Object.hasOwn(endings, sniffed) ? sniffed : null;
}

const textTypes = ["text/plain", "text/csv"];

/** Types that a browser may show in the page; the rest is downloaded. A sandbox keeps Chromium from showing a PDF. */
export const isShown = (type: string): boolean => type.startsWith("image/");

const longestName = 150;

/** A name as it may stand on a page: without folders, line breaks, hidden signs and what Windows forbids; "" for none. */
export const harmlessName = (given: string): string =>
  tidy((given.split(/[/\\]/).at(-1) ?? "").replace(/[\p{Cf}\p{Cs}]/gu, "").replace(/[<>:"|?*\uFFFD]/g, " "))
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 500);

/** The name under which a file of that type is kept: harmless, at most 150 characters, with an ending that fits. */
export function cleanName(given: string, type: string): string {
  const name = harmlessName(given);
  const fitting = endings[type] ?? ["bin"];
  const ending = endingOf(name);
  const fits = fitting.includes(ending);
  const stem = (fits ? name.slice(0, -ending.length - 1) : name).trim() || "file";
  const kept = fits ? name.slice(name.length - ending.length) : fitting[0];
  return `${[...stem].slice(0, longestName - kept.length - 1).join("")}.${kept}`;
}
