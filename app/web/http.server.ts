/** Thrown by loaders and actions; the pages' error boundary words them. They say nothing of what exists. */
export const notFound = (): Response => new Response("Not found", { status: 404 });
export const forbidden = (): Response => new Response("Forbidden", { status: 403 });
export const gone = (): Response => new Response("Gone", { status: 410 });

/** A redirect after a post (303), with cookies to set. */
export function seeOther(to: string, cookies: string[] = []): Response {
  const headers = new Headers({ Location: to });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** `wished` when it is a path on this installation, else `otherwise`. */
export function localPath(wished: string | null | undefined, otherwise: string): string {
  // Backslashes, tabs and double slashes are read as another host by some browsers.
  if (!wished?.startsWith("/") || wished.length > 1000 || /[\\\p{Cc}]|^\/\/|%5c/iu.test(wished)) return otherwise;
  const base = "http://local.invalid";
  if (!URL.canParse(wished, base)) return otherwise;
  const { origin, pathname, search, hash } = new URL(wished, base);
  // "/.//other.example" names another host once its dots are gone; and a header takes no letter outside Latin-1.
  return origin === base && !pathname.startsWith("//") ? pathname + search + hash : otherwise;
}

/** Tells the browser to show or to save, and under which name; it may hold any script, what could break out of the header is dropped. */
export function disposition(kind: "inline" | "attachment", name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^\w. -]/g, "");
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, "")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain || "file"}"; filename*=UTF-8''${encoded}`;
}

/** A file to download. */
export function download(body: Uint8Array | string, name: string, type: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": disposition("attachment", name),
      "Cache-Control": "no-store, private",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

export const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
