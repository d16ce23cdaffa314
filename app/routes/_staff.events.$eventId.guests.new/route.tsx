import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may, reachOf } from "~/features/accounts/rules";
import { findEventFor, pointsOf } from "~/features/events/reads.server";
import { parseNewGuest } from "~/features/participants/forms";
import { GuestFields, useGuestErrors } from "~/features/participants/guests/components/guest-fields";
import { guestWords } from "~/features/participants/guests/messages";
import { mayKeepGuest } from "~/features/participants/rules";
import { addGuest } from "~/features/participants/writes.server";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Section } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(guestWords, (t) => t.form.newTitle);

async function listFor(request: Request, eventId = "") {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event || !may(actor, "guests.manage")) throw notFound();
  return { actor, event, whole: mayKeepGuest(actor, { hostPath: event.hostUnit.path, unitPath: null }) };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, event, whole } = await listFor(request, params.eventId);
  const units = await unitOptions(read, whole ? {} : { reach: reachOf(actor, "guests.manage"), small: true });
  const points = await pointsOf(read, { eventId: event.id });
  const wished = new URL(request.url).searchParams.get("point");
  const ownPoint = points.find(({ unitId }) => units.some(({ value }) => value === unitId));
  return {
    eventId: event.id,
    whole,
    units: units.map(({ value, label }) => ({ value, label })),
    points: points.map(({ id, name }) => ({ value: id, label: name })),
    pointId: points.find(({ id }) => id === wished)?.id ?? (whole ? undefined : ownPoint?.id) ?? points[0]?.id ?? "",
    unitId: whole ? "" : (units[0]?.value ?? ""),
  };
}

const fieldOf: Record<string, string> = {
  "already-on-list": "name",
  "unknown-point": "pointId",
  "not-allowed": "unitId",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await listFor(request, params.eventId);
  const form = await request.formData();
  const parsed = parseNewGuest(form);
  if (!parsed.ok) return data(parsed, 422);
  const done = await transact((tx) => addGuest(tx, { eventId: event.id, guest: parsed.value, actor, now: new Date() }));
  if (!done.ok) return data(fieldError(form, fieldOf[done.reason] ?? "form", done.reason), 409);
  const said = flash(wordsFor(guestWords, localeOf(request)).form.added(parsed.value.name));
  const next =
    form.get("then") === "another"
      ? `${paths.guestNew(event.id)}?point=${parsed.value.pointId}`
      : paths.guest(event.id, done.participantId);
  return seeOther(next, [said]);
}

export default function NewGuest() {
  const { eventId, whole, units, points, pointId, unitId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(guestWords).form;
  const errors: Record<string, string> = refused?.errors ?? {};
  const { summary } = useGuestErrors(errors);
  const values: Record<string, string> = refused?.values ?? { pointId, unitId };
  return (
    <Section title={t.newTitle} description={t.newLead}>
      <Form method="post" noValidate className="stack gap-6 page-form">
        <ErrorSummary title={t.mend} errors={summary} />
        <GuestFields values={values} errors={errors} units={units} unitOptional={whole} points={points} />
        <FormActions>
          <Button variant="primary">{t.addPress}</Button>
          <Button name="then" value="another">
            {t.addAnother}
          </Button>
          <ButtonLink href={paths.guests(eventId)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
