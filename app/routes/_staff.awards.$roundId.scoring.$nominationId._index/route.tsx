import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { parseReason } from "~/features/awards/forms";
import { awardWords } from "~/features/awards/messages";
import { dossierForMember } from "~/features/awards/nominations/dossier.reads.server";
import { nominationWords } from "~/features/awards/nominations/messages";
import { isOpen } from "~/features/awards/rounds/phases.rules";
import { hasEnded } from "~/features/awards/rounds/rules";
import { scoreRefusal } from "~/features/awards/scoring/ballot.rules";
import { parseComment, scoresIn } from "~/features/awards/scoring/forms";
import { dossierToScore } from "~/features/awards/scoring/gate.server";
import { scoringWords } from "~/features/awards/scoring/messages";
import { findSheet } from "~/features/awards/scoring/reads.server";
import { abstain, reopenSheet, saveScores, submitSheet } from "~/features/awards/scoring/writes.server";
import { Page, Panel } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { type FormErrors, fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { noLine } from "~/web/no-line";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { Sheet } from "./sheet";

export { withLine as shouldRevalidate } from "~/web/no-line";
export const meta = titleOf(scoringWords, (t) => t.sheet);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, seat, line, category, nominationId, next, now } = await dossierToScore(request, params);
  const dossier = await dossierForMember(read, { nominationId });
  if (!dossier) throw notFound();
  const sheet = await findSheet(read, { memberId: seat.memberId, nominationId });
  return {
    ...{ dossier, next, state: line.state, round: { id: round.id, title: round.title }, category: category.title },
    open: !hasEnded(round.state) && isOpen(round.phases, "scoring", now),
    criteria: category.criteria.map(({ id, title, weight, maximum, step, required }) => ({
      ...{ id, title, weight, maximum, step, required },
    })),
    sheet: {
      ...{ version: sheet?.row.version ?? 0, comment: sheet?.row.comment ?? "" },
      ...{ reason: sheet?.row.abstainReason ?? "", scores: Object.fromEntries(sheet?.scores ?? []) },
    } as { version: number; comment: string; reason: string; scores: Record<string, number> },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round, category, nominationId, next } = await dossierToScore(request, params);
  const body = await request.formData();
  const act = { roundId: round.id, nominationId, actor, now: new Date() };
  const t = wordsFor(scoringWords, localeOf(request));
  const here = paths.scoreSheet(round.id, nominationId);
  const what = String(body.get("do") ?? "save");
  const refuse = (field: string, reason: string, version: number | null = null) =>
    data({ ...fieldError(body, field, reason), version, saved: false }, 409);
  const mend = (form: FormErrors) => data({ ...form, version: null, saved: false }, 422);
  if (what === "reopen") {
    const done = await transactWhole((tx) => reopenSheet(tx, act));
    return done.ok ? seeOther(here, [flash(t.said.reopened)]) : refuse("form", done.reason);
  }
  if (what === "abstain") {
    const form = parseReason(body);
    if (!form.ok) return mend(form);
    const done = await transactWhole((tx) => abstain(tx, { ...act, ...form.value }));
    if (!done.ok) return refuse(done.reason === "no-reason" ? "reason" : "form", done.reason);
    return seeOther(next ? paths.scoreSheet(round.id, next) : paths.scoring(round.id), [flash(t.said.abstained)]);
  }
  const form = parseComment(body);
  if (!form.ok) return mend(form);
  const { values, bad } = scoresIn(body);
  const wrong = Object.fromEntries([
    ...bad.map((id) => [`score.${id}`, "bad-number"]),
    ...category.criteria.flatMap((criterion) => {
      const reason = scoreRefusal(criterion, values.get(criterion.id) ?? 0);
      return reason ? [[`score.${criterion.id}`, reason]] : [];
    }),
  ]) as Record<string, string>;
  if (Object.keys(wrong).length > 0)
    return data({ ...fieldError(body, "form", ""), errors: wrong, version: null, saved: false }, 409);
  const version = Number(body.get("version")) || 0;
  const done = await transactWhole(async (tx) => {
    const saved = await saveScores(tx, { ...act, ...form.value, values, version });
    if (!saved.ok || what !== "submit") return saved;
    return await submitSheet(tx, { ...act, version: saved.version });
  });
  if (!done.ok) {
    const at =
      "criterionId" in done ? `score.${done.criterionId}` : "missing" in done ? `score.${done.missing?.[0]}` : "form";
    return refuse(at, done.reason, "version" in done ? done.version : null);
  }
  if (what !== "submit") return data({ ok: true as const, errors: {}, values: {}, version: done.version, saved: true });
  return seeOther(next ? paths.scoreSheet(round.id, next) : paths.scoring(round.id), [flash(t.said.submitted)]);
}

/** Without a line the sheet stays, with all that was filled in. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    const answer = { errors: { form: "no-line" }, values: {}, version: null, saved: false };
    return Response.json(answer, { status: noLine });
  }
}

/** The dossier beside its score sheet. */
export default function ScoreSheetPage() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { dossier, round, category } = loaded;
  const t = useWords(scoringWords);
  const w = useWords(awardWords);
  const of = useWords(nominationWords);
  const locale = useLocale();
  const name = dossier.nomineeName || t.number(String(dossier.receipt ?? "–"));
  return (
    <Page
      title={name}
      description={[
        inLanguage(category, locale),
        dossier.nomineePosition,
        dossier.unitName === name ? "" : dossier.unitName,
      ]
        .filter(Boolean)
        .join(" · ")}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.scoring(round.id), label: t.title },
      ]}
    >
      <div className="columns-2">
        <Panel title={t.dossier}>
          {dossier.texts.map(({ field, text }) => (
            <section key={field} className="stack gap-2">
              <h3>{of.texts[field]}</h3>
              <p className="lines" dir="auto">
                {text}
              </p>
            </section>
          ))}
          <h3>{t.papers}</h3>
          <ul className="plain-list">
            {dossier.files.map((piece) => (
              <li key={piece.id}>
                <a href={paths.scoredFile(round.id, dossier.nominationId, piece.id)} download>
                  {piece.name}
                </a>
                <span className="soft small block">{w.files[piece.kind]}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Sheet key={dossier.nominationId} {...loaded} answered={answered ?? null} />
      </div>
    </Page>
  );
}
