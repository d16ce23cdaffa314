import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { Found } from "~/features/home/components/found";
import { homeWords } from "~/features/home/messages";
import { searchEverything } from "~/features/home/reads.server";
import { isSearchable } from "~/features/home/rules";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { tidy } from "~/web/text";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(homeWords, (t) => t.search);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const term = tidy(new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const found = isSearchable(term) ? await searchEverything(read, { actor, term }) : null;
  return { term, found };
}

export default function Search() {
  const { term, found } = useLoaderData<typeof loader>();
  const t = useWords(homeWords);
  const nothing = found && Object.values(found).every((rows) => rows.length === 0);
  return (
    <Page title={found ? t.results(term) : t.search}>
      <div className="stack gap-8">
        {!found && (
          <form method="get" action={paths.search} className="stack">
            <TextField name="q" type="search" label={t.searchLabel} hint={t.searchHint} defaultValue={term} width="l" />
            <div>
              <Button variant="primary" icon="search">
                {t.find}
              </Button>
            </div>
          </form>
        )}
        {!found && term && <p>{t.tooShort}</p>}
        {nothing && <EmptyState title={t.noResults}>{t.noResultsText}</EmptyState>}
        {found && !nothing && <Found found={found} />}
      </div>
    </Page>
  );
}
