import { env } from "./env.server";

/** The value of one cookie of a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const equals = part.indexOf("=");
    if (equals > 0 && part.slice(0, equals).trim() === name) {
      try {
        return decodeURIComponent(part.slice(equals + 1).trim());
      } catch {
        return null;
      }
    }
  }
  return null;
}

const secure = (): boolean => env().publicOrigin.startsWith("https:");

/** The cookie's name with the prefix that pins it to this host; only possible over https. */
export const hostCookie = (name: string): string => (secure() ? `__Host-${name}` : name);

/** A Set-Cookie header. `maxAge` in seconds; 0 removes the cookie, absent means until the browser closes. */
export function setCookie(name: string, value: string, options: { maxAge?: number; readable?: boolean } = {}): string {
  return [
    `${name}=${encodeURIComponent(value)}`,
    "Path=/",
    "SameSite=Lax",
    options.readable ? "" : "HttpOnly",
    secure() ? "Secure" : "",
    options.maxAge === undefined ? "" : `Max-Age=${options.maxAge}`,
  ]
    .filter(Boolean)
    .join("; ");
}
