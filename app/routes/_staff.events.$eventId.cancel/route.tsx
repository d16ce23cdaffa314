import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { eventToManage } from "~/features/events/gate.server";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { parseCancel } from "~/features/events/forms";
import { eventWords } from "~/features/events/messages";
import { eventFormWords } from "~/features/events/messages/form";
import { mayStep } from "~/features/events/rules";
import { cancelEvent } from "~/features/events/writes.server";
import { sortAudience } from "~/features/participants/invitation/reads.server";
import { tellGuestsEventCancelled } from "~/features/participants/invitation/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { TextArea } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await eventToManage(request, params.eventId);
  if (!mayStep(event, "cancel")) throw seeOther(paths.event(event.id));
  const { included } = await sortAudience(read, { eventId: event.id, kind: "cancelled" });
  return { eventId: event.id, letters: included.length };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventToManage(request, params.eventId);
  const form = await request.formData();
  const parsed = parseCancel(form);
  if (!parsed.ok) return data(parsed, 422);
  const act = { eventId: event.id, actor, now: new Date(), reason: parsed.value.reason };
  const done = await transactWhole(async (tx) => {
    const cancelled = await cancelEvent(tx, act);
    return cancelled.ok ? { ...cancelled, ...(await tellGuestsEventCancelled(tx, act)) } : cancelled;
  });
  if (!done.ok) return data(fieldError(form, "form", done.reason), 409);
  const locale = localeOf(request);
  const said = [wordsFor(eventWords, locale).cancelling.done, wordsFor(eventFormWords, locale).told(done.letters)];
  return seeOther(paths.event(event.id), [flash(said.filter(Boolean).join(" "))]);
}

export default function CancelEvent() {
  const { eventId, letters } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(eventWords).cancelling;
  const { form: f } = useWords(eventFormWords);
  const { error, summary } = useFieldErrors(refused?.errors);
  return (
    <Section title={t.title} description={t.intro}>
      <Form method="post" noValidate className="stack gap-6 page-form">
        <ErrorSummary title={f.mend} errors={summary} />
        <Notice tone="danger" title={t.telling(letters)}>
          {t.consequences}
        </Notice>
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          required
          error={error("reason")}
          defaultValue={refused?.values.reason}
        />
        <FormActions>
          <Button variant="danger">{t.press(letters)}</Button>
          <ButtonLink href={paths.event(eventId)} variant="quiet">
            {t.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
