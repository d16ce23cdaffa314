import { isPlainAddress } from "~/web/mail-address";
import { headerName } from "./clean";
import type { Party } from "./letter";

/** True for exactly one plain address: the same judgement as the forms', so that what they took can be sent. */
export const isMailAddress = isPlainAddress;

/** Reads MAIL_FROM: `TenTen <thu@example.gov.vn>` or a bare address; null when it names no single address. */
export function parseMailFrom(text: string): Party | null {
  const [, name = "", inside] = /^\s*"?([^"<>]*?)"?\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  const address = (inside ?? text).trim();
  return isMailAddress(address) ? { name: headerName(name), address } : null;
}
