import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { assignmentWords } from "~/features/awards/assignment/messages";
import { type ShownCategory, shownAssignments } from "~/features/awards/assignment/shown.reads.server";
import { councilToRun } from "~/features/awards/gate.server";
import { awardWords } from "~/features/awards/messages";
import { Status } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Counter } from "~/ui/counter";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(assignmentWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight } = await councilToRun(request, params.roundId);
  return { round: { id: round.id, title: round.title }, ...(await shownAssignments(read, { sight, round })) };
}

/** How each category of a round is shared out, and how much every member has to score. */
export default function Assignments() {
  const { round, categories, members } = useLoaderData<typeof loader>();
  const t = useWords(assignmentWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const number = (n: number) => formatNumber(n, locale);
  return (
    <Page
      title={t.title}
      description={t.lead}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
      ]}
    >
      {categories.length === 0 ? (
        <EmptyState title={w.categoryNone}>{w.categoryNoneText}</EmptyState>
      ) : (
        <Panel title={w.categories} flush>
          <Table
            caption={w.categories}
            hideCaption
            rows={categories}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "title",
                head: w.category,
                primary: true,
                cell: (row) => (
                  <Link href={paths.awardAssignment(round.id, row.id)}>{inLanguage(row.title, locale)}</Link>
                ),
              },
              { key: "dossiers", head: t.dossiers, numeric: true, cell: (row) => number(row.dossiers) },
              {
                key: "each",
                head: t.judges,
                cell: (row) => (row.each === null ? t.whole : t.eachOf(number(row.each))),
              },
              { key: "state", head: t.state, cell: (row) => <State category={row} /> },
            ]}
          />
        </Panel>
      )}
      {members.length === 0 ? (
        <EmptyState
          title={w.councilNone}
          action={<ButtonLink href={paths.awardCouncil(round.id)}>{w.seat}</ButtonLink>}
        />
      ) : (
        <Panel title={t.loads} flush>
          <Table
            caption={t.loads}
            hideCaption
            rows={members}
            rowKey={(row) => row.memberId}
            columns={[
              { key: "name", head: t.member, primary: true, nowrap: true, cell: (row) => <bdi>{row.name}</bdi> },
              ...categories.map(({ id, title }, n) => ({
                ...{ key: id, head: inLanguage(title, locale), numeric: true, wideOnly: true },
                cell: (row: (typeof members)[number]) => number(row.loads[n] ?? 0),
              })),
              {
                ...{ key: "total", head: t.total, numeric: true },
                cell: (row: (typeof members)[number]) => <strong>{number(row.total)}</strong>,
              },
              { key: "recused", head: t.recused, numeric: true, cell: (row) => number(row.recused) },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}

function State({ category: { not, lacking, given, each, dossiers } }: { category: ShownCategory }) {
  const t = useWords(assignmentWords);
  const locale = useLocale();
  if (not === "no-dossiers" || not === "none-seen") return <span className="soft">{t.errors[not]}</span>;
  // One piece: on a phone each piece of a cell stands in a column of its own.
  return (
    <div>
      {given > 0 ? (
        <>
          {t.shared} <Counter done={given} total={dossiers} digits="none" />
        </>
      ) : each === null ? (
        t.everyone
      ) : (
        t.notShared
      )}
      {lacking > 0 && (
        <span className="block">
          <Status tone="warning">{t.lacking(formatNumber(lacking, locale))}</Status>
        </span>
      )}
    </div>
  );
}
