import { headerName } from "./clean";
import type { Party } from "./letter";

// Narrower than RFC 5321 on purpose: quotes, routes, comments and lists have no place in a delegate's address,
// and one comma would send the letter to a second person.
const local = /^[A-Za-z0-9_'&+=~#-]+(?:\.[A-Za-z0-9_'&+=~#-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** True for exactly one plain address: ASCII, at most 254 signs, a domain with at least one dot. */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf("@");
  if (at < 1 || at > 64 || !local.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split(".");
  if (labels.length < 2 || labels.some((part) => part.length > 63 || !label.test(part))) return false;
  return !/^\d+$/.test(labels.at(-1) as string);
}

/** Reads MAIL_FROM: `TenTen <thu@example.gov.vn>` or a bare address; null when it names no single address. */
export function parseMailFrom(text: string): Party | null {
  const [, name = "", inside] = /^\s*"?([^"<>]*?)"?\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  const address = (inside ?? text).trim();
  return isMailAddress(address) ? { name: headerName(name), address } : null;
}
