import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { pinnedOf } from "~/features/awards/conflicts/declared.reads.server";
import { competes } from "~/features/awards/conflicts/rules";
import { awardWords } from "~/features/awards/messages";
import { conflictsIn } from "~/features/awards/scoring/forms";
import { councilToSee } from "~/features/awards/scoring/gate.server";
import { scoringWords } from "~/features/awards/scoring/messages";
import { declareConflicts } from "~/features/awards/conflicts/writes.server";
import { namesOf } from "~/features/awards/nominations/names.reads.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { EmptyState } from "~/ui/empty-state";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(scoringWords, (t) => t.conflicts);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight } = await councilToSee(request, params.roundId);
  const { seat, panel } = sight;
  if (!seat) throw notFound();
  const pinned = await pinnedOf(read, { memberId: seat.memberId });
  // What the organization's graph closes is not shown, not even by name; what was declared stays, to be taken back.
  const shown = panel.dossiers.filter(({ nominationId, state }) => {
    const reason = panel.conflict(seat.memberId, nominationId);
    return competes(state) && (reason === null || (reason === "declared" && !pinned.organizer.has(nominationId)));
  });
  const names = await namesOf(read, { ids: shown.map(({ nominationId }) => nominationId) });
  return {
    round: { id: round.id, title: round.title },
    rows: [...names.values()].map(({ id, nomineeName, unitName }) => ({
      ...{ id, nomineeName, unitName, reason: pinned.own.get(id) ?? null },
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await councilToSee(request, params.roundId);
  const body = await request.formData();
  const act = { roundId: round.id, actor, now: new Date(), conflicts: conflictsIn(body) };
  const done = await transactWhole((tx) => declareConflicts(tx, act));
  if (!done.ok) {
    const field = "nominationId" in done ? `reason.${done.nominationId}` : "form";
    return data(fieldError(body, field, done.reason), 409);
  }
  return seeOther(paths.award(round.id), [flash(wordsFor(scoringWords, localeOf(request)).said.declared)]);
}

/** A member says with which dossiers there is a conflict that nobody else can know; only then are dossiers shown. */
export default function DeclareConflicts() {
  const { round, rows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(scoringWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> | undefined = refused?.values;
  return (
    <Page
      title={t.conflicts}
      description={t.conflictsLead}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
      ]}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        {rows.length === 0 && <EmptyState title={t.nothingToDeclare} />}
        {rows.map(({ id, nomineeName, unitName, reason }) => {
          const ticked = values ? values[`conflict.${id}`] !== undefined : reason !== null;
          return (
            <div key={id} className="stack gap-2">
              <CheckboxField
                name={`conflict.${id}`}
                value="1"
                label={
                  <>
                    <bdi>{nomineeName}</bdi> <span className="soft">{unitName}</span>
                  </>
                }
                defaultChecked={ticked}
              />
              <TextField
                name={`reason.${id}`}
                label={`${t.conflictReason}: ${nomineeName}`}
                hideLabel
                placeholder={t.conflictReason}
                defaultValue={values ? values[`reason.${id}`] : (reason ?? "")}
                error={errors[`reason.${id}`] ? t.errors["no-reason"] : undefined}
                autoComplete="off"
              />
            </div>
          );
        })}
        <FormActions>
          <Button variant="primary">{t.declare}</Button>
          <ButtonLink href={paths.award(round.id)} variant="quiet">
            {w.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
