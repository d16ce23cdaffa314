import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { certificatesFor } from "~/features/awards/honours/certificate.reads.server";
import { certificateTemplate } from "~/features/awards/honours/certificate.rules";
import { findDecision, honoursOf } from "~/features/awards/honours/reads.server";
import { councilToRun } from "~/features/awards/gate.server";
import { download, notFound } from "~/web/http.server";
import { typeset } from "~/web/typeset.server";

/** All certificates of a decision, one a page, to be printed together. Revoked ones are left out. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight } = await councilToRun(request, params.roundId);
  const decision = await findDecision(read, { roundId: round.id, decisionId: params.decisionId ?? "" });
  if (!decision) throw notFound();
  const honours = (await honoursOf(read, { decisionId: decision.id })).filter(
    ({ revokedOn, nominationId }) => revokedOn === null && (nominationId === null || sight.sees(nominationId)),
  );
  if (honours.length === 0) throw notFound();
  const pdf = await typeset(certificateTemplate, await certificatesFor(read, { honours }));
  return download(pdf, `${round.slug}-certificates.pdf`, "application/pdf");
}
