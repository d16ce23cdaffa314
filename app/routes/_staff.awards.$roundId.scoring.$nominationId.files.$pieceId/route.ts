import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { filesOf } from "~/features/awards/nominations/reads.server";
import { paperName } from "~/features/awards/nominations/rules";
import { dossierToScore } from "~/features/awards/scoring/gate.server";
import { serveFile } from "~/features/files/gate.server";
import { notFound } from "~/web/http.server";

/** A paper of a dossier, for a member who may score it; what was taken out meanwhile is not found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { nominationId, category } = await dossierToScore(request, params);
  const piece = (await filesOf(read, { nominationId })).find(({ id }) => id === params.pieceId);
  if (!piece) throw notFound();
  return await serveFile({ ...piece, name: paperName(piece, category.blind) });
}
