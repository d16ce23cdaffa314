import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireDemo } from "~/features/accounts/gate.server";
import { letterForPage } from "~/features/outbox/reads.server";
import { notFound } from "~/web/http.server";
import { paperResponse } from "~/web/paper.server";

export async function loader({ params }: LoaderFunctionArgs) {
  await requireDemo();
  const letter = await letterForPage(read, { letterId: params.letterId ?? "", secrets: true });
  if (!letter?.html) throw notFound();
  return paperResponse(letter.html);
}
