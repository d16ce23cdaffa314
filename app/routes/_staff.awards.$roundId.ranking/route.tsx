import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { RoundTabs } from "~/features/awards/components/round-tabs";
import { parseReason } from "~/features/awards/forms";
import { awardWords } from "~/features/awards/messages";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { weightsIn } from "~/features/awards/scoring/forms";
import { councilToSee } from "~/features/awards/gate.server";
import { scoringWords } from "~/features/awards/scoring/messages";
import { shownRankings } from "~/features/awards/scoring/shown.reads.server";
import { changeWeights } from "~/features/awards/scoring/weights.writes.server";
import { ButtonLink } from "~/ui/button";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { CategoryRanks } from "./category-ranks";

export const meta = titleOf(scoringWords, (t) => t.ranking);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, access, sight } = await councilToSee(request, params.roundId);
  return {
    ...{ access, round: { id: round.id, title: round.title, state: round.state } },
    categories: await shownRankings(read, { sight, round, now: new Date() }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const categoryId = String(body.get("categoryId"));
  const form = parseReason(body);
  if (!form.ok) return data(form, 422);
  const act = { roundId: round.id, categoryId, actor, now: new Date() };
  const done = await transactWhole((tx) => changeWeights(tx, { ...act, ...form.value, weights: weightsIn(body) }));
  if (!done.ok) return data(fieldError(body, done.reason === "no-reason" ? "reason" : "form", done.reason), 409);
  return seeOther(paths.ranking(round.id), [flash(wordsFor(scoringWords, localeOf(request)).said.recounted)]);
}

/** The ranks of each category, raw and adjusted side by side, each with its reason. */
export default function RankingPage() {
  const { access, round, categories } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(scoringWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  return (
    <Page
      title={inLanguage(round.title, locale)}
      description={t.rankingLead}
      breadcrumbs={[{ href: paths.awards, label: w.title }]}
      actions={
        access.manages && (
          <ButtonLink href={paths.rankingWorkbook(round.id)} icon="download" plain>
            {t.workbook}
          </ButtonLink>
        )
      }
      tabs={<RoundTabs roundId={round.id} current="ranking" access={access} />}
    >
      {categories.map((category) => (
        <CategoryRanks
          key={category.id}
          {...category}
          opens={access.manages}
          manages={access.manages && round.state === "published"}
          refused={refused && refused.values.categoryId === category.id ? refused : null}
        />
      ))}
    </Page>
  );
}
