import type { LinksFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import guestStyles from "~/ui/styles/guest.css?url";
import { UiLanguage } from "~/ui/words";
import { FrameError, frameMeta } from "~/web/frame-error";
import { useLocale } from "~/web/use-words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: guestStyles }];
export const meta = frameMeta;

/** The wing of those who only hold a link: no script, no sign-in, small pages. */
export default function GuestWing() {
  return (
    <UiLanguage locale={useLocale()}>
      <Outlet />
    </UiLanguage>
  );
}

export function ErrorBoundary() {
  return <FrameError />;
}
