import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { certificatesFor } from "~/features/awards/honours/certificate.reads.server";
import { certificateTemplate } from "~/features/awards/honours/certificate.rules";
import { honourToSee } from "~/features/awards/honours/gate.server";
import { download, gone } from "~/web/http.server";
import { addressPart } from "~/web/text";
import { typeset } from "~/web/typeset.server";

/** One certificate, for who runs the round and for the unit that nominated. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { honour } = await honourToSee(request, params.honourId);
  if (honour.revokedOn) throw gone();
  const pdf = await typeset(certificateTemplate, await certificatesFor(read, { honours: [honour] }));
  return download(pdf, `${addressPart(honour.name, 60) || "certificate"}.pdf`, "application/pdf");
}
