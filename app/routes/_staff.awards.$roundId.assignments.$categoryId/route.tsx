import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { assignmentWords } from "~/features/awards/assignment/messages";
import { shownAssignment } from "~/features/awards/assignment/shown.reads.server";
import { assignJudges } from "~/features/awards/assignment/writes.server";
import { councilToRun } from "~/features/awards/gate.server";
import { awardWords } from "~/features/awards/messages";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { Dossiers } from "./dossiers";
import { Members } from "./members";

export const meta = titleOf(assignmentWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight } = await councilToRun(request, params.roundId);
  const shown = await shownAssignment(read, { sight, round, categoryId: params.categoryId ?? "" });
  if (!shown) throw notFound();
  return { round: { id: round.id, title: round.title }, ...shown };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const categoryId = params.categoryId ?? "";
  const body = await request.formData();
  const version = String(body.get("version"));
  const act = { roundId: round.id, categoryId, version, actor, now: new Date() };
  const done = await transactWhole((tx) => assignJudges(tx, act));
  if (!done.ok) return data(fieldError(body, "form", done.reason), 409);
  const locale = localeOf(request);
  const { said } = wordsFor(assignmentWords, locale);
  const told = (done.each === null ? said.restored : said.assigned)(formatNumber(done.nominations, locale));
  return seeOther(paths.awardAssignment(round.id, categoryId), [flash(told)]);
}

/** A category shared out: what each member has, what a new sharing would give them, and who scores each dossier. */
export default function CategoryAssignment() {
  const { round, category, members, dossiers, connected, plan } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(assignmentWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const code = refused?.errors.form;
  const title = inLanguage(category.title, locale);
  const undeclared = members.filter(({ declared }) => !declared).map(({ name }) => name);
  return (
    <Page
      title={title}
      description={category.each === null ? t.everyone : t.eachOf(formatNumber(category.each, locale))}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.awardAssignments(round.id), label: t.title },
      ]}
    >
      {code && <Notice tone="danger" title={t.errors[code] ?? code} />}
      {category.not && (
        <Notice
          title={t.errors[category.not]}
          action={
            category.not === "whole" ? (
              <ButtonLink size="small" href={paths.awardCategory(round.id, category.id)}>
                {t.setCategory}
              </ButtonLink>
            ) : category.not === "no-council" ? (
              <ButtonLink size="small" href={paths.awardCouncil(round.id)}>
                {w.seat}
              </ButtonLink>
            ) : undefined
          }
        />
      )}
      {category.lacking > 0 && !plan?.changes && (
        <Notice tone="warning" title={t.lacking(formatNumber(category.lacking, locale))} />
      )}
      {!connected && !plan?.changes && <Notice tone="warning" title={t.disconnected} />}
      {undeclared.length > 0 && plan && (
        <Notice tone="warning">
          <bdi>{t.undeclared(undeclared.join(", "))}</bdi>
        </Notice>
      )}
      {members.length > 0 && <Members {...{ category, members, plan }} dossiers={dossiers.length} />}
      {dossiers.length > 0 && <Dossiers roundId={round.id} dossiers={dossiers} planned={plan?.changes === true} />}
    </Page>
  );
}
