import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { filesOf } from "~/features/awards/nominations/reads.server";
import { dossierToScore } from "~/features/awards/scoring/gate.server";
import { serveFile } from "~/features/files/gate.server";
import { notFound } from "~/web/http.server";

/** A paper of a dossier, for a member who may score it; what was taken out meanwhile is not found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { nominationId, category } = await dossierToScore(request, params);
  const piece = (await filesOf(read, { nominationId })).find(({ id }) => id === params.pieceId);
  if (!piece) throw notFound();
  // A file's name may tell whose it is.
  const ending = /\.[a-z0-9]+$/i.exec(piece.name)?.[0] ?? "";
  return await serveFile(category.blind ? { ...piece, name: `${piece.kind}${ending}` } : piece);
}
