import { type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import guestStyles from "~/ui/styles/guest.css?url";
import { FrameError, statusOf } from "~/web/frame-error";
import { frameWords, wordsOfStatus } from "~/web/frame-words";
import { dirOf } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { useNonce } from "~/web/nonce";
import { preferencesOf } from "~/web/preferences.server";
import { useLocale } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

/** What every page may know of its reader. Asks no database: it runs for each request of each guest. */
export { withLine as shouldRevalidate } from "~/web/no-line";

export function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  // The wings are separate documents: a link from a staff page to a guests' page loads that page whole.
  if (context.asData && context.wing === "guests") throw redirectDocument(url.pathname + url.search);
  return { locale: localeOf(request), zone: zoneOf(), wing: context.wing, ...preferencesOf(request) };
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  const nonce = useNonce();
  const locale = useLocale();
  return (
    <html
      lang={locale}
      dir={dirOf(locale)}
      data-theme={root?.theme ?? "auto"}
      data-density={root?.density ?? "comfortable"}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="color-scheme"
          content={root?.theme === "dark" ? "dark" : root?.theme === "light" ? "light" : "light dark"}
        />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {error ? <title>{`${wordsOfStatus(frameWords[locale], statusOf(error))[0]} · TenTen`}</title> : <Meta />}
        <Links />
        {error ? <link rel="stylesheet" href={guestStyles} /> : null}
      </head>
      <body>
        {children}
        {root?.wing === "staff" ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <FrameError />;
}
