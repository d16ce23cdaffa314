import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { awardWords } from "~/features/awards/messages";
import { parseReason } from "~/features/awards/forms";
import { nominationToSee } from "~/features/awards/nominations/gate.server";
import { lastMomentOf } from "~/features/awards/nominations/in-time.reads.server";
import { nominationWords } from "~/features/awards/nominations/messages";
import type { Nomination } from "~/features/awards/nominations/reads.server";
import { type NominationStep, nominationSteps } from "~/features/awards/nominations/rules";
import {
  qualifyNomination,
  receiveNomination,
  refuseNomination,
  returnNomination,
  signNomination,
  submitNomination,
  unsignNomination,
  withdrawNomination,
} from "~/features/awards/nominations/steps.writes.server";
import { phasesOf } from "~/features/awards/rounds/reads.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { TextArea } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";

export const meta = titleOf(nominationWords, (t) => t.dossier);

const stepIn = (asked: string | undefined): NominationStep => {
  const step = nominationSteps.find((known) => known === asked);
  if (!step) throw notFound();
  return step;
};
const withReason: readonly NominationStep[] = ["return", "withdraw", "refuse", "qualify"];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const step = stepIn(params.step);
  const { nomination, access } = await nominationToSee(request, params.nominationId);
  const { id, nomineeName, round } = nomination;
  const back = access.manage && step === "return" ? await backUntil(nomination) : null;
  return { step, id, nomineeName, back, round: { id: round.id, title: round.title } };
}

/** Until when a dossier that is sent back now can come again; `over`: its unit could not hand it in at all. */
async function backUntil(nomination: Pick<Nomination, "unitId" | "roundId" | "submittedAt">) {
  const phases = await phasesOf(read, { roundId: nomination.roundId });
  const until = await lastMomentOf(read, { ...nomination, phases, now: new Date() });
  return { over: until === undefined, until: until ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const step = stepIn(params.step);
  const { actor, nomination } = await nominationToSee(request, params.nominationId);
  const body = await request.formData();
  const form = parseReason(body);
  if (!form.ok) return data(form, 422);
  const done = await take(step, { nominationId: nomination.id, actor, now: new Date(), ...form.value });
  if (!done.ok) return data(fieldError(body, done.reason === "no-reason" ? "reason" : "form", done.reason), 409);
  return seeOther(paths.nomination(nomination.id), [flash(wordsFor(nominationWords, localeOf(request)).said[step])]);
}

type Taken = { ok: true } | { ok: false; reason: string };

function take(
  step: NominationStep,
  { reason, ...act }: { nominationId: string; actor: Actor; now: Date; reason: string },
): Promise<Taken> {
  return transactWhole<Taken>((tx) => {
    if (step === "sign") return signNomination(tx, act);
    if (step === "unsign") return unsignNomination(tx, act);
    if (step === "submit") return submitNomination(tx, act);
    if (step === "receive") return receiveNomination(tx, act);
    if (step === "return") return returnNomination(tx, { ...act, reason });
    if (step === "withdraw") return withdrawNomination(tx, { ...act, reason });
    if (step === "qualify") return qualifyNomination(tx, { ...act, opinion: reason });
    return refuseNomination(tx, { ...act, reason });
  });
}

/** One step with a dossier, with what follows from it. */
export default function NominationStepPage() {
  const { step, id, nomineeName, round, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const zone = useZone();
  const errors: Record<string, string> = refused?.errors ?? {};
  const optional = step === "qualify";
  return (
    <Page
      title={t.steps[step].title}
      description={t.steps[step].text}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.nomination(id), label: nomineeName },
      ]}
      width="form"
    >
      {back?.until && <Notice title={t.backUntil(formatMoment(back.until, zone))} />}
      {back?.over && (
        <Notice
          tone="warning"
          title={t.backOver}
          action={
            <ButtonLink href={paths.awardLate(round.id)} plain>
              {w.exceptions}
            </ButtonLink>
          }
        >
          {t.backOverText}
        </Notice>
      )}
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        {withReason.includes(step) && (
          <TextArea
            name="reason"
            label={optional ? t.fields.opinion : t.fields.reason}
            rows={4}
            required={!optional}
            optional={optional}
            defaultValue={refused?.values.reason ?? ""}
            error={errors.reason ? t.errors[errors.reason] : undefined}
          />
        )}
        <FormActions>
          <Button variant={step === "withdraw" || step === "refuse" ? "danger" : "primary"}>
            {t.steps[step].press}
          </Button>
          <ButtonLink href={paths.nomination(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
