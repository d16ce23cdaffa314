import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { filesOf } from "~/features/awards/nominations/reads.server";
import { memberToScore } from "~/features/awards/scoring/gate.server";
import { judgedIn } from "~/features/awards/scoring/reads.server";
import { serveFile } from "~/features/files/gate.server";
import { notFound } from "~/web/http.server";

/** A paper of a dossier, for a member without a conflict; what was taken out meanwhile is not found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { sight, round } = await memberToScore(request, params.roundId);
  const nominationId = params.nominationId ?? "";
  if (!judgedIn(sight).includes(nominationId) || !sight.sees(nominationId)) throw notFound();
  const category = sight.panel.dossiers.find((one) => one.nominationId === nominationId)?.categoryId;
  const piece = (await filesOf(read, { nominationId })).find(({ id }) => id === params.pieceId);
  if (!piece) throw notFound();
  // A file's name may tell whose it is.
  const blind = round.categories.find(({ id }) => id === category)?.blind;
  const ending = /\.[a-z0-9]+$/i.exec(piece.name)?.[0] ?? "";
  return await serveFile(blind ? { ...piece, name: `${piece.kind}${ending}` } : piece);
}
