/**
 * The finished paper of a letter as a page of its own: no script runs, nothing is loaded from elsewhere, and its links
 * lead out of the frame it may stand in.
 */
export function paperResponse(html: string): Response {
  const page = html.includes("<head>")
    ? html.replace("<head>", '<head><base target="_top">')
    : `<base target="_top">${html}`;
  return new Response(page, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox",
      "Cache-Control": "no-store, private",
      "X-Robots-Tag": "noindex",
      "X-Frame-Options": "SAMEORIGIN",
    },
  });
}
