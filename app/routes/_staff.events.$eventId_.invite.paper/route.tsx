import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor } from "~/features/events/reads.server";
import { invitationFor } from "~/features/participants/invitation/preview.reads.server";
import { mayKeepGuest } from "~/features/participants/rules";
import { notFound } from "~/web/http.server";
import { paperResponse } from "~/web/paper.server";

async function paper(request: Request, eventId: string, fields: FormData | URLSearchParams): Promise<Response> {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event || !mayKeepGuest(actor, { hostPath: event.hostUnit.path, unitPath: null })) throw notFound();
  const text = (name: string) => String(fields.get(name) ?? "").slice(0, 1000);
  const letter = await invitationFor(read, {
    guestId: text("guest"),
    eventId: event.id,
    note: text("note"),
    now: new Date(),
  });
  if (!letter) throw notFound();
  return paperResponse(letter.html);
}

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  paper(request, params.eventId ?? "", new URL(request.url).searchParams);

/** A post only because a note is too long for an address; it changes nothing. */
export const action = async ({ request, params }: ActionFunctionArgs) =>
  paper(request, params.eventId ?? "", await request.formData());
