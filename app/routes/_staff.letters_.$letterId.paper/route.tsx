import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { findEvent } from "~/features/events/reads.server";
import { letterForPage } from "~/features/outbox/reads.server";
import { eventOfTopic } from "~/features/outbox/rules";
import { notFound } from "~/web/http.server";
import { paperResponse } from "~/web/paper.server";

/** The letter as its reader sees it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const letter = await letterForPage(read, { letterId: params.letterId ?? "" });
  const eventId = letter && eventOfTopic(letter.topic);
  const event = eventId ? await findEvent(read, { eventId }) : null;
  if (!letter?.html || !may(actor, "letters.read", event?.hostUnit.path ?? null)) throw notFound();
  return paperResponse(letter.html);
}
