import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { letterFor } from "~/features/outbox/reads.server";
import { notFound } from "~/web/http.server";
import { paperResponse } from "~/web/paper.server";

/** The letter as its reader sees it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await letterFor(read, { letterId: params.letterId ?? "", actor, act: "letters.read" });
  if (!found?.letter.html) throw notFound();
  return paperResponse(found.letter.html);
}
