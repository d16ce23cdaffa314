import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireDemo } from "~/features/accounts/gate.server";
import { MailboxLetter } from "~/features/outbox/components/mailbox";
import { letterWords } from "~/features/outbox/messages";
import { letterForPage } from "~/features/outbox/reads.server";
import { notFound } from "~/web/http.server";
import { titleOf } from "~/web/title";

export const meta = titleOf(letterWords, (t) => t.mailbox);

/** The letter's paper stands in a frame of this page; otherwise as closed as every guests' page. */
export const headers = () => ({
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; frame-src 'self'",
});

export async function loader({ params }: LoaderFunctionArgs) {
  const organization = await requireDemo();
  const letter = await letterForPage(read, { letterId: params.letterId ?? "", secrets: true });
  if (!letter) throw notFound();
  const { html: _, ...shown } = letter;
  return { letter: shown, office: organization.name };
}

export default function Letter() {
  return <MailboxLetter {...useLoaderData<typeof loader>()} />;
}
