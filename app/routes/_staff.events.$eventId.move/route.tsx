import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { eventToManage } from "~/features/events/gate.server";
import { ReplyFields, SpanFields } from "~/features/events/components/event-fields";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { EventWhen } from "~/features/events/components/when";
import { parseMove } from "~/features/events/forms";
import { eventWords } from "~/features/events/messages";
import { eventFormWords } from "~/features/events/messages/form";
import { defaultReplyBy, mayStep, refusedField } from "~/features/events/rules";
import { postponeEvent } from "~/features/events/writes.server";
import { sortAudience } from "~/features/participants/invitation/reads.server";
import { tellGuestsEventMoved } from "~/features/participants/invitation/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { DescriptionList } from "~/ui/description-list";
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
import { clockOf } from "~/web/time";
import { useWords } from "~/web/use-words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await eventToManage(request, params.eventId);
  if (!mayStep(event, "postpone")) throw seeOther(paths.event(event.id));
  const { id, startsAt, endsAt, zone, dateOpen } = event;
  const { included } = await sortAudience(read, { eventId: id, kind: "moved" });
  return {
    eventId: id,
    event: { startsAt, endsAt, zone, dateOpen },
    letters: included.length,
    values: { how: "date", from: clockOf(startsAt, zone), to: clockOf(endsAt, zone) } as Record<string, string>,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventToManage(request, params.eventId);
  const form = await request.formData();
  const parsed = parseMove(form, event.zone);
  if (!parsed.ok) return data(parsed, 422);
  const act = { eventId: event.id, actor, now: new Date() };
  const { to, reason } = parsed.value;
  const newReplyBy = to && (to.replyBy ?? defaultReplyBy(to.startsAt, event.zone, act.now));
  const done = await transactWhole(async (tx) => {
    const moved = await postponeEvent(tx, {
      ...act,
      newStartsAt: to?.startsAt ?? null,
      newEndsAt: to?.endsAt ?? null,
      newReplyBy,
      reason,
    });
    if (!moved.ok) return moved;
    return { ...moved, ...(await tellGuestsEventMoved(tx, { ...act, moveId: moved.moveId })) };
  });
  if (!done.ok) return data(fieldError(form, to ? refusedField(done.reason) : "form", done.reason), 409);
  const locale = localeOf(request);
  const said = [wordsFor(eventWords, locale).move.done, wordsFor(eventFormWords, locale).told(done.letters)];
  return seeOther(paths.event(event.id), [flash(said.filter(Boolean).join(" "))]);
}

export default function MoveEvent() {
  const { eventId, event, letters, values: defaults } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(eventWords);
  const { form: f } = useWords(eventFormWords);
  const { error, summary } = useFieldErrors(refused?.errors);
  const values: Record<string, string> = refused?.values ?? defaults;
  return (
    <Section title={t.move.title} description={t.move.intro}>
      <Form method="post" noValidate className="stack gap-6 page-form">
        <ErrorSummary title={f.mend} errors={summary} />
        <DescriptionList
          items={[
            {
              term: event.dateOpen ? t.wasOn : t.move.now,
              detail: <EventWhen event={{ ...event, dateOpen: false }} />,
            },
          ]}
        />
        <RadioGroup
          name="how"
          label={t.move.how}
          error={error("how")}
          defaultValue={values.how}
          choices={[
            { value: "date", label: t.move.toDate },
            { value: "open", label: t.move.toOpen, hint: t.move.toOpenHint, disabled: event.dateOpen },
          ]}
        />
        <SpanFields values={values} error={error} />
        <ReplyFields values={values} error={error} hint={f.replyHintNew} />
        <TextArea
          name="reason"
          label={t.move.reason}
          hint={t.move.reasonHint}
          rows={2}
          required
          error={error("reason")}
          defaultValue={values.reason}
        />
        <Notice tone={letters > 0 ? "warning" : "info"}>{t.move.telling(letters)}</Notice>
        <FormActions>
          <Button variant="primary">{t.move.press(letters)}</Button>
          <ButtonLink href={paths.event(eventId)} variant="quiet">
            {f.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
