import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { councilToRun } from "~/features/awards/gate.server";
import { assignmentWords } from "~/features/awards/assignment/messages";
import { judgesIn } from "~/features/awards/assignment/reads.server";
import { whyNotShared } from "~/features/awards/assignment/rules";
import { assignJudges } from "~/features/awards/assignment/writes.server";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(assignmentWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight } = await councilToRun(request, params.roundId);
  const ended = round.state === "closed" || round.state === "cancelled";
  const { seats, conflict } = sight.panel;
  const categories = [];
  for (const category of round.categories) {
    const { id, title, judgesPerNomination: each, adjustmentFixedAt } = category;
    const all = await judgesIn(read, { panel: sight.panel, category });
    const dossiers = all.filter(({ nominationId }) => sight.sees(nominationId));
    const not = whyNotShared({
      ...{ ended, dossiers: dossiers.length, members: seats.length, each, scored: adjustmentFixedAt !== null },
      given: dossiers.some(({ given }) => given),
    });
    categories.push({
      ...{ id, title, each, dossiers: dossiers.length },
      not: not === "no-dossiers" && sight.seat ? ("none-seen" as const) : not,
      loads: seats.map(({ memberId, name }) => ({
        ...{ memberId, name },
        load: dossiers.filter(({ judges }) => judges.includes(memberId)).length,
        recused: dossiers.filter(({ nominationId }) => conflict(memberId, nominationId) !== null).length,
      })),
    });
  }
  return { round: { id: round.id, title: round.title }, categories };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const categoryId = String(body.get("categoryId"));
  const done = await transactWhole((tx) => assignJudges(tx, { roundId: round.id, categoryId, actor, now: new Date() }));
  if (!done.ok) return data(fieldError(body, "form", done.reason), 409);
  const t = wordsFor(assignmentWords, localeOf(request));
  return seeOther(paths.awardAssignments(round.id), [
    flash(done.connected ? t.said.assigned(String(done.nominations)) : t.disconnected),
  ]);
}

/** How many dossiers each member has in each category, and the button that shares them out. */
export default function Assignments() {
  const { round, categories } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(assignmentWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const code = refused?.errors.form;
  return (
    <Page
      title={t.title}
      description={t.lead}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
      ]}
    >
      {code && <Notice tone="danger" title={t.errors[code] ?? code} />}
      {categories.map(({ id, title, each, not, dossiers, loads }) => (
        <Panel
          key={id}
          title={`${inLanguage(title, locale)}: ${formatNumber(dossiers, locale)}`}
          description={each === null ? t.everyone : `${w.fields.judgesPerNomination}: ${each}`}
          flush
          actions={
            not ? (
              <span className="soft small">{t.errors[not]}</span>
            ) : (
              <Form method="post">
                <Button size="small" name="categoryId" value={id}>
                  {t.share}
                </Button>
              </Form>
            )
          }
        >
          <Table
            caption={inLanguage(title, locale)}
            hideCaption
            rows={loads}
            rowKey={(row) => row.memberId}
            columns={[
              { key: "name", head: w.council, primary: true, cell: (row) => <bdi>{row.name}</bdi> },
              { key: "load", head: t.load, numeric: true, cell: (row) => formatNumber(row.load, locale) },
              { key: "recused", head: t.recused, numeric: true, cell: (row) => formatNumber(row.recused, locale) },
            ]}
          />
        </Panel>
      ))}
    </Page>
  );
}
