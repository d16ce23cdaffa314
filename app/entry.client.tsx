import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

/**
 * Remix decodes the server's data in its first render, which waits by throwing a promise at the root. A key pressed in
 * that moment makes React 18 render at once and fail with "Root did not complete"; so it is decoded before the root is.
 */
async function decodeData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
}

decodeData().finally(() => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
});
