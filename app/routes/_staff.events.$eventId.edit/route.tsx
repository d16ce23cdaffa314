import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { historyOf } from "~/features/audit/reads.server";
import { eventToManage } from "~/features/events/gate.server";
import { EventFields } from "~/features/events/components/event-fields";
import { Meanwhile } from "~/features/events/components/meanwhile";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { eventValues, parseEvent } from "~/features/events/forms";
import { eventWords } from "~/features/events/messages";
import { eventFormWords } from "~/features/events/messages/form";
import { eventChoices } from "~/features/events/reads.server";
import { type EventKind, isAnnounced, refusedField } from "~/features/events/rules";
import { changeEvent } from "~/features/events/writes.server";
import { sortAudience } from "~/features/participants/invitation/reads.server";
import { tellGuestsDetailsChanged } from "~/features/participants/invitation/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Section } from "~/ui/page";
import type { Choice } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { formatDay, formatMoment, isDay } from "~/web/time";
import { useWords } from "~/web/use-words";
import { toldChanges } from "./told-changes";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, event } = await eventToManage(request, params.eventId);
  const [last] = await historyOf(read, { subject: `event:${event.id}`, limit: 1 });
  const told = isAnnounced(event)
    ? (await sortAudience(read, { eventId: event.id, kind: "details" })).included.length
    : 0;
  return {
    eventId: event.id,
    zone: event.zone,
    seen: event.updatedAt.toISOString(),
    lastBy: last?.actorName ?? "",
    changedAt: event.updatedAt,
    values: eventValues(event),
    withDates: !isAnnounced(event),
    told,
    choices: await eventChoices(read, { actor, locale: localeOf(request), event }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventToManage(request, params.eventId);
  const form = await request.formData();
  const fixed = isAnnounced(event) ? { startsAt: event.startsAt, endsAt: event.endsAt } : undefined;
  const parsed = parseEvent(form, { zone: event.zone, fixed });
  if (!parsed.ok) return data(parsed, 422);
  const act = { eventId: event.id, actor, now: new Date() };
  // A mark that is no date compares unequal to every date, and so asks the person to look again.
  const seen = new Date(String(form.get("seen")));
  const done = await transactWhole(async (tx) => {
    const changed = await changeEvent(tx, { ...act, ...parsed.value, seen });
    const changes = changed.ok && form.get("tell") === "on" ? toldChanges(changed.changed) : [];
    const told = changes.length > 0 ? await tellGuestsDetailsChanged(tx, { ...act, changes }) : { letters: 0 };
    return { ...changed, letters: told.letters };
  });
  if (!done.ok) {
    const refused = fieldError(form, refusedField(done.reason), done.reason);
    return data(done.reason === "changed-meanwhile" ? { ...refused, errors: {}, meanwhile: true } : refused, 409);
  }
  const { form: f, told } = wordsFor(eventFormWords, localeOf(request));
  const said = done.changed.length === 0 ? f.nothingChanged : [f.saved, told(done.letters)].filter(Boolean).join(" ");
  return seeOther(paths.event(event.id), [flash(said)]);
}

const spanFields = new Set(["day", "from", "to", "endDay"]);

export default function EditEvent() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(eventWords);
  const { form: f } = useWords(eventFormWords);
  const { error, summary } = useFieldErrors(refused?.errors);
  const values = refused?.values ?? page.values;
  // The dates of an announced event are not in the form, so nobody typed others.
  const now = page.withDates
    ? page.values
    : Object.fromEntries(Object.entries(page.values).filter(([field]) => !spanFields.has(field)));
  const lists: Record<string, Choice[]> = {
    hostUnitId: page.choices.units,
    campaignId: page.choices.campaigns,
    parentId: page.choices.parents,
  };
  const named = (field: string, value: string) => {
    if (lists[field]) return lists[field].find((one) => one.value === value)?.label.trim() ?? "";
    if (field === "kind") return t.kinds[value as EventKind] ?? value;
    return isDay(value) ? formatDay(value) : value;
  };
  return (
    <Section title={f.editTitle}>
      <Form method="post" noValidate className="stack gap-8 page-form">
        <ErrorSummary title={f.mend} errors={summary} />
        {refused && "meanwhile" in refused && (
          <Meanwhile
            text={f.meanwhileText(page.lastBy, formatMoment(page.changedAt, page.zone))}
            now={now}
            typed={refused.values}
            named={named}
          />
        )}
        {/* After a clash the fresh mark goes along: pressing again keeps this person's version, knowingly. */}
        <input type="hidden" name="seen" value={page.seen} />
        <EventFields
          values={values}
          error={error}
          choices={page.choices}
          withDates={page.withDates}
          replyHint={f.replyHint}
        />
        {page.told > 0 && <CheckboxField name="tell" label={f.tell(page.told)} defaultChecked={values.tell === "on"} />}
        <FormActions>
          <Button variant="primary">{f.save}</Button>
          <ButtonLink href={paths.event(page.eventId)} variant="quiet">
            {f.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
