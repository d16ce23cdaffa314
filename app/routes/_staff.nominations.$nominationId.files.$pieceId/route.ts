import type { LoaderFunctionArgs } from "@remix-run/node";
import { nominationToSee } from "~/features/awards/nominations/gate.server";
import { serveFile } from "~/features/files/gate.server";
import { notFound } from "~/web/http.server";

/** A paper of a dossier, for those who see the dossier's own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { nomination } = await nominationToSee(request, params.nominationId);
  const piece = nomination.files.find(({ id }) => id === params.pieceId);
  if (!piece) throw notFound();
  return await serveFile(piece);
}
