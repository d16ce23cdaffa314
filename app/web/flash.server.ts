import { readCookie, setCookie } from "./cookies.server";
import { sign, verify } from "./secrets.server";

/** One message for the next page, in the words of whoever reads it. */
export interface Flash {
  tone: "success" | "info" | "warning" | "danger";
  text: string;
}

const name = "tenten_flash";

/** A Set-Cookie header that shows `text` once, on the next page. */
export function flash(text: string, tone: Flash["tone"] = "success"): string {
  const body = Buffer.from(JSON.stringify([tone, text.slice(0, 600)])).toString("base64url");
  return setCookie(name, `${body}~${sign(body, "cookie")}`, { maxAge: 60 });
}

/** The waiting message, if any, and the header that takes it away. */
export function takeFlash(request: Request): { flash: Flash | null; cookie: string | null } {
  const [body, signature] = (readCookie(request, name) ?? "").split("~");
  if (!body || !signature) return { flash: null, cookie: null };
  const cookie = setCookie(name, "", { maxAge: 0 });
  if (!verify(body, signature, "cookie")) return { flash: null, cookie };
  const [tone, text] = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as [Flash["tone"], string];
  return { flash: { tone, text }, cookie };
}
