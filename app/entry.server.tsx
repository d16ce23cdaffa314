import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { NonceProvider } from "~/web/nonce";

/** Draws a page. Guests get one finished string without script; staff pages are sent whole, once all of them is ready. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response | Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const page = (
    <NonceProvider value={context.nonce}>
      <RemixServer context={remix} url={request.url} nonce={context.nonce} />
    </NonceProvider>
  );
  if (context.wing === "guests") return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers });

  return new Promise((resolve, reject) => {
    let broken = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        const body = new PassThrough();
        clearTimeout(late);
        resolve(new Response(createReadableStreamFromReadable(body), { status: broken ? 500 : status, headers }));
        pipe(body);
      },
      onShellError(error) {
        clearTimeout(late);
        reject(error);
      },
      onError(error) {
        broken = true;
        console.error(error);
      },
    });
    const late = setTimeout(abort, 10_000);
  });
}

/** Errors of loaders and actions that the product did not expect. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) console.error(error);
}
