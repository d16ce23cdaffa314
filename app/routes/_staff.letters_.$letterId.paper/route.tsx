import type { LoaderFunctionArgs } from "@remix-run/node";
import { letterToSee } from "~/features/awards/gate.server";
import { notFound } from "~/web/http.server";
import { paperResponse } from "~/web/paper.server";

/** The letter as its reader sees it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { letter } = await letterToSee(request, "letters.read", params.letterId);
  if (!letter.html) throw notFound();
  return paperResponse(letter.html);
}
