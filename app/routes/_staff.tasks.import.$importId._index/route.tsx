import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { rowList } from "~/features/participants/list/held.rules";
import { listWords } from "~/features/participants/list/messages";
import { PlanSteps } from "~/features/tasks/import/components/plan-steps";
import { fates } from "~/features/tasks/import/fates.rules";
import { parseAnswers, parsePlanChoices } from "~/features/tasks/import/forms";
import { taskImportWords, type Words } from "~/features/tasks/import/messages";
import { choicesFor, findTaskImport, namesIn, planOf } from "~/features/tasks/import/reads.server";
import { applyTaskImport, decidePlan } from "~/features/tasks/import/writes.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { PlanChoices } from "./plan-choices";
import { PlannedRows } from "./planned-rows";
import { Questions } from "./questions";
import { TakeOver } from "./take-over";

export const meta = titleOf(listWords, (t) => t.dryTitle);

async function importOf(request: Request, importId = "") {
  const actor = await requireMay(request, "tasks.manage");
  const kept = await findTaskImport(read, { importId, actor });
  if (!kept) throw seeOther(paths.taskImport);
  return { actor, kept };
}

const pageSize = 100;
const questionsAtOnce = 30;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, kept } = await importOf(request, params.importId);
  const plan = await planOf(read, kept);
  const asked = new URL(request.url).searchParams;
  const fate = fates.find((known) => known === asked.get("fate")) ?? null;
  // Rows to be mended come first: they are why somebody reads this page.
  const held = (row: { act: string }) => (row.act === "mend" ? 0 : 1);
  const chosen = fate
    ? plan.rows.filter((row) => row.fate === fate)
    : [...plan.rows].sort((a, b) => held(a) - held(b) || a.row - b.row);
  const from = Math.min(
    Math.max(0, Number.parseInt(asked.get("from") ?? "0", 10) || 0),
    Math.max(0, chosen.length - 1),
  );
  const shown = chosen.slice(from, from + pageSize);
  const { tasks, groups, acts, counts, questions } = plan;
  return {
    ...{ importId: kept.id, fileName: kept.fileName, applied: kept.appliedAt !== null },
    ...{ tasks, groups, acts, counts, fate, from, pageSize, rowCount: plan.rows.length, total: chosen.length },
    skipped: plan.skipped.filter(({ why }) => why !== "joined").length,
    questions: questions
      .slice(0, questionsAtOnce)
      .map(({ rows, ...question }) => ({ ...question, count: rows.length, rowList: rowList(rows) })),
    moreQuestions: Math.max(0, questions.length - questionsAtOnce),
    rows: shown.map(({ before: _before, depth: _depth, knownId: _known, ...row }) => ({
      ...row,
      draft: { ...row.draft, title: row.draft.title.slice(0, 500), description: "", product: "" },
      text: { ...row.text, lead: row.text.lead.slice(0, 200), due: row.text.due.slice(0, 80), note: "", product: "" },
    })),
    names: await namesIn(read, shown),
    ...(await choicesFor(read, { kept, actor })),
  };
}

const refuse = (reason: keyof Words["refused"], status: number) => data({ reason }, status);

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, kept } = await importOf(request, params.importId);
  const mine = { importId: kept.id, actor };
  const form = await request.formData();
  const t = wordsFor(taskImportWords, localeOf(request));
  const here = paths.taskImportOf(kept.id);
  const act = form.get("do");
  if (act === "answer") await transact((tx) => decidePlan(tx, { ...mine, answers: parseAnswers(form) }));
  else if (act === "choose") {
    const chosen = parsePlanChoices(form);
    if (!chosen.ok) return refuse("bad-day", 422);
    const whole = { ...chosen.value, assign: chosen.value.assign ? "yes" : "" };
    await transact((tx) => decidePlan(tx, { ...mine, whole }));
  } else if (act !== "take") throw new Response("Bad request", { status: 400 });
  if (act !== "take") return seeOther(here, [flash(t.choicesKept)]);
  const done = await transact((tx) => applyTaskImport(tx, { ...mine, now: new Date() }));
  if (!done.ok) return refuse(done.reason, 409);
  const said = [
    t.done(done.added, done.updated, done.assigned),
    done.refused > 0 && t.refusedRows(done.refused),
    done.left > 0 && t.held(done.left),
  ];
  // With rows left to mend the page stays: it offers them as a file. Else the tasks themselves are what comes next.
  return seeOther(done.left > 0 ? here : paths.tasks, [flash(said.filter(Boolean).join(" "))]);
}

export default function TryPlan() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<{ reason: keyof Words["refused"] }>();
  const t = useWords(taskImportWords);
  const sheet = useWords(listWords);
  const { importId, applied, fileName, tasks, groups, skipped, questions, moreQuestions, units } = page;
  return (
    <Page
      title={`${sheet.dryTitle}: ${fileName}`}
      description={`${t.dryLead(tasks, groups)} ${skipped > 0 ? t.skipped(skipped) : ""}`}
      breadcrumbs={[
        { label: t.tasks, href: paths.tasks },
        { label: t.title, href: paths.taskImport },
      ]}
    >
      <PlanSteps importId={importId} current={applied ? "done" : "dry"} />
      {refused && <Notice tone="danger">{t.refused[refused.reason]}</Notice>}
      <TakeOver {...page} />
      {questions.length > 0 && <Questions questions={questions} more={moreQuestions} units={units} />}
      <PlanChoices {...page} key={JSON.stringify(page.decisions)} />
      <PlannedRows {...page} />
    </Page>
  );
}
