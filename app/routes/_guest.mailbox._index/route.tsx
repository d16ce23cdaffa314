import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireDemo } from "~/features/accounts/gate.server";
import { MailboxList } from "~/features/outbox/components/mailbox";
import { letterWords } from "~/features/outbox/messages";
import { listLetters } from "~/features/outbox/reads.server";
import { filterOf } from "~/features/outbox/rules";
import { titleOf } from "~/web/title";

export const meta = titleOf(letterWords, (t) => t.mailbox);
const perPage = 40;

/** All letters of the demo, for whoever tries it out; any other installation knows no such page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const organization = await requireDemo();
  const filter = filterOf(new URL(request.url).searchParams);
  const found = await listLetters(read, {
    term: filter.term,
    ...(filter.kind && { kinds: [filter.kind] }),
    limit: perPage,
    offset: (filter.page - 1) * perPage,
  });
  return { filter, found, office: organization.name };
}

export default function Mailbox() {
  const { filter, found, office } = useLoaderData<typeof loader>();
  return (
    <MailboxList
      letters={found.rows}
      total={found.total}
      perPage={perPage}
      page={filter.page}
      term={filter.term}
      kind={filter.kind}
      office={office}
    />
  );
}
