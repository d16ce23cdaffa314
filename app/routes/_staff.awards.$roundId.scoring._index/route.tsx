import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { RoundTabs } from "~/features/awards/components/round-tabs";
import { awardWords } from "~/features/awards/messages";
import { namesOf } from "~/features/awards/nominations/names.reads.server";
import { isOpen } from "~/features/awards/rounds/phases.rules";
import { hasEnded } from "~/features/awards/rounds/rules";
import { memberToScore } from "~/features/awards/scoring/gate.server";
import { scoringWords } from "~/features/awards/scoring/messages";
import { queueOf } from "~/features/awards/scoring/reads.server";
import { Status } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(scoringWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, access, sight, seat, now } = await memberToScore(request, params.roundId);
  const ended = hasEnded(round.state);
  const queue = await queueOf(read, { sight, seat, categories: round.categories });
  const names = await namesOf(read, { ids: queue.map(({ nominationId }) => nominationId) });
  const categories = new Map(round.categories.map((category) => [category.id, category]));
  return {
    ...{ access, round: { id: round.id, title: round.title } },
    ...{ open: !ended && isOpen(round.phases, "scoring", now), ended },
    rows: queue.map((line) => {
      const category = categories.get(line.categoryId);
      const name = names.get(line.nominationId);
      return {
        ...line,
        receipt: name?.receipt ?? null,
        nomineeName: category?.blind ? "" : (name?.nomineeName ?? ""),
        unitName: category?.blind ? "" : (name?.unitName ?? ""),
        category: category?.title ?? { vi: "" },
      };
    }),
  };
}

const tones = { open: "neutral", begun: "warning", submitted: "success", abstained: "info" } as const;

/** What a member has to score, the fewest ballots first. */
export default function Scoring() {
  const { access, round, open, ended, rows } = useLoaderData<typeof loader>();
  const t = useWords(scoringWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const done = rows.filter(({ state }) => state === "submitted" || state === "abstained").length;
  return (
    <Page
      title={inLanguage(round.title, locale)}
      description={t.lead}
      breadcrumbs={[{ href: paths.awards, label: w.title }]}
      tabs={<RoundTabs roundId={round.id} current="scoring" access={access} />}
    >
      {!open && <Notice tone="info" title={ended ? t.errors.ended : t.closed} />}
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <Panel title={t.done(n(done), n(rows.length))} flush>
          <Table
            caption={t.title}
            hideCaption
            rows={rows}
            rowKey={(row) => row.nominationId}
            columns={[
              {
                key: "nominee",
                head: t.dossier,
                primary: true,
                cell: (row) => (
                  <>
                    <Link href={paths.scoreSheet(round.id, row.nominationId)}>
                      {row.nomineeName || t.number(String(row.receipt ?? "–"))}
                    </Link>
                    <span className="soft small block">
                      {[inLanguage(row.category, locale), row.unitName].filter(Boolean).join(" · ")}
                    </span>
                  </>
                ),
              },
              {
                key: "state",
                head: t.state,
                cell: (row) => <Status tone={tones[row.state]}>{t.states[row.state]}</Status>,
              },
              { key: "ballots", head: t.ballots, numeric: true, cell: (row) => n(row.ballots) },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}
