import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { seatsOf } from "~/features/awards/rounds/reads.server";
import { StaffFrame } from "~/features/home/components/staff-frame";
import { summaryOf } from "~/features/home/rules";
import { Page } from "~/ui/page";
import staffStyles from "~/ui/styles/staff.css?url";
import { env } from "~/web/env.server";
import { takeFlash } from "~/web/flash.server";
import { FrameError, frameMeta } from "~/web/frame-error";
import { frameWords, wordsOfStatus } from "~/web/frame-words";
import { preferencesOf } from "~/web/preferences.server";
import { useWords } from "~/web/use-words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: staffStyles }];
export { withLine as shouldRevalidate } from "~/web/no-line";
export const meta = frameMeta;

/** Who is signed in, what their navigation holds, and the message of the last act. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const organization = await findOrganization(read);
  const demo = organization?.demo === true && env().demo;
  // A page fetched ahead, because the pointer rests on its link, must not swallow the message meant for the next one.
  const ahead = /prefetch/.test(request.headers.get("sec-purpose") ?? request.headers.get("purpose") ?? "");
  const { flash, cookie } = ahead ? { flash: null, cookie: null } : takeFlash(request);
  const facts = {
    ...summaryOf(actor, await seatsOf(read, actor)),
    demo,
    mailbox: demo && !env().smtpUrl,
    flash,
    preferences: preferencesOf(request),
  };
  return data(facts, cookie ? { headers: { "Set-Cookie": cookie } } : {});
}

/** The wing of those who have signed in. */
export default function StaffWing() {
  return (
    <StaffFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </StaffFrame>
  );
}

/** What went wrong is told inside the frame, so that the way on stays in sight. */
export function ErrorBoundary() {
  const error = useRouteError();
  const facts = useRouteLoaderData<typeof loader>("routes/_staff");
  const words = useWords(frameWords);
  if (!facts) return <FrameError />;
  const [title, advice] = wordsOfStatus(words, isRouteErrorResponse(error) ? error.status : 500);
  return (
    <StaffFrame {...facts}>
      <Page title={title} width="form">
        <p>{advice}</p>
      </Page>
    </StaffFrame>
  );
}
