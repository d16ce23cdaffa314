import { isRouteErrorResponse, type MetaFunction, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { frameWords, wordsOfStatus } from "./frame-words";
import { defaultLocale, type Locale } from "./i18n";

export const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

/** The title of a wing: the product's name, or what went wrong. Pages give their own. */
export const frameMeta: MetaFunction = ({ error, matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: Locale } | undefined;
  const words = frameWords[root?.locale ?? defaultLocale];
  return [{ title: error ? `${wordsOfStatus(words, statusOf(error))[0]} · ${words.product}` : words.product }];
};

/** The friendly page for what went wrong, by its HTTP status. Says what to do, never what exists or what broke. */
export function FrameError() {
  const error = useRouteError();
  const root = useRouteLoaderData("root") as { locale?: Locale } | undefined;
  const status = statusOf(error);
  const words = frameWords[root?.locale ?? defaultLocale];
  const [title, advice] = wordsOfStatus(words, status);
  return (
    <div className="guest">
      <header className="guest-top">{words.product}</header>
      <main className="guest-sheet" id="main">
        <div className="guest-head">
          <p className="guest-kicker">{status}</p>
          <h1>{title}</h1>
          <p className="guest-lead">{advice}</p>
        </div>
        <p>
          <a href="/">{words.home}</a>
        </p>
      </main>
    </div>
  );
}
