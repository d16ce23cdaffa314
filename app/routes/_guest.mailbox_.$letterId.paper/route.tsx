import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { letterForPage } from "~/features/outbox/reads.server";
import { env } from "~/web/env.server";
import { notFound } from "~/web/http.server";
import { paperResponse } from "~/web/paper.server";

export async function loader({ params }: LoaderFunctionArgs) {
  const organization = await findOrganization(read);
  if (!env().demo || !organization?.demo) throw notFound();
  const letter = await letterForPage(read, { letterId: params.letterId ?? "", secrets: true });
  if (!letter?.html) throw notFound();
  return paperResponse(letter.html);
}
