/// <reference types="vite/client" />
import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    // Loader data keeps its types: a Date arrives as a Date.
    v3_singleFetch: true;
  }

  /** What the process tells every loader and action about the request. */
  interface AppLoadContext {
    wing: "guests" | "staff";
    /** For the Content-Security-Policy of staff pages; "" in the guests' wing, which has no script. */
    nonce: string;
    /** True for a `.data` request of the browser's router, false when a whole page or a file is asked for. */
    asData: boolean;
    /** The visitor's network address, believed only from the configured proxy. For rate limits, never for rights. */
    address: string;
    /** Scheme and host of the address as it was asked for, one of those the guard lets in. */
    origin: string;
    /** Where a guests' page is put once it is drawn, to be sent as it is; without it the page is the answer's body. */
    drawn?: { html?: Buffer };
  }
}
