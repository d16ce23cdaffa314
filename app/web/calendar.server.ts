import { createHash } from "node:crypto";

/** An iCalendar file for anybody, kept five minutes on the way; programs that ask again with its mark get 304. */
export function calendarResponse(request: Request, content: string, fileName: string): Response {
  const mark = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
    "Content-Disposition": `inline; filename="${fileName.replace(/[^\w.-]/g, "")}"`,
    "Cache-Control": "public, max-age=300",
    // The language may come from the browser's wishes.
    Vary: "Accept-Language, Cookie",
    ETag: mark,
    "X-Content-Type-Options": "nosniff",
  };
  const asked = request.headers.get("if-none-match");
  if (asked?.split(",").some((one) => one.trim().replace(/^W\//, "") === mark))
    return new Response(null, { status: 304, headers });
  return new Response(content, { headers });
}
