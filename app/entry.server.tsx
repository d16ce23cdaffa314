import { Transform } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
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
  if (context.wing === "guests") {
    const html = `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
    if (context.drawn) context.drawn.html = Buffer.from(html);
    return new Response(context.drawn ? null : html, { status, headers });
  }

  return new Promise((resolve, reject) => {
    let broken = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        const body = withoutZeros();
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

// React 18 sends its buffers of 2 kB whole: where a letter of two or three bytes does not fit into the rest of one, zero
// bytes stay behind the text. Browsers show them as U+FFFD, and a form field would send the spoilt text back to be stored.
const withoutZeros = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });

/** Errors of loaders and actions that the product did not expect. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) console.error(error);
}
