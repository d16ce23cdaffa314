import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { findCampaignFor } from "~/features/campaigns/reads.server";
import { EventFields } from "~/features/events/components/event-fields";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { parseEvent, parseVenue } from "~/features/events/forms";
import { eventWords } from "~/features/events/messages";
import { eventFormWords } from "~/features/events/messages/form";
import { addPoint } from "~/features/events/programme/writes.server";
import { eventChoices } from "~/features/events/reads.server";
import { defaultReplyBy, refusedField } from "~/features/events/rules";
import { createEvent } from "~/features/events/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { Fieldset } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { addDays, dayOf } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(eventFormWords, (t) => t.form.newTitle);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "events.manage");
  const asked = new URL(request.url).searchParams;
  const campaignId = asked.get("campaign") ?? "";
  const campaign = campaignId ? await findCampaignFor(read, { campaignId, actor }) : null;
  const choices = await eventChoices(read, { actor, locale: localeOf(request) });
  const today = dayOf(new Date(), zoneOf());
  const anchor = campaign?.anchorOn;
  const own = choices.units.find(({ value }) => value === (campaign?.ownerUnitId ?? ""));
  return {
    choices,
    values: {
      press: choices.press,
      kind: "launch",
      campaignId: campaign?.id ?? "",
      parentId: asked.get("parent") ?? "",
      hostUnitId: (own ?? choices.units[0])?.value ?? "",
      day: anchor && anchor > today ? anchor : addDays(today, 14),
      from: "08:00",
      contactName: actor.name,
      contactEmail: actor.email,
    } as Record<string, string>,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "events.manage");
  const form = await request.formData();
  const zone = zoneOf();
  const now = new Date();
  const event = parseEvent(form, { zone });
  const place = parseVenue(form);
  if (!event.ok || !place.ok)
    return data(
      {
        ...fieldError(form, "form", ""),
        errors: { ...(event.ok ? {} : event.errors), ...(place.ok ? {} : place.errors) },
      },
      422,
    );
  const replyBy = event.value.replyBy ?? defaultReplyBy(event.value.startsAt, zone, now);
  const { venue } = place.value;
  const done = await transactWhole(async (tx) => {
    const made = await createEvent(tx, { ...event.value, replyBy, zone, press: String(form.get("press")), actor, now });
    if (!made.ok || made.again || !venue) return made;
    const added = await addPoint(tx, { eventId: made.eventId, ...venue, isMain: true, actor, now });
    return added.ok ? made : added;
  });
  if (!done.ok) return data(fieldError(form, refusedField(done.reason), done.reason), 409);
  return seeOther(paths.event(done.eventId), [flash(wordsFor(eventFormWords, localeOf(request)).form.created)]);
}

export default function NewEvent() {
  const { choices, values: defaults } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(eventWords);
  const { form: f } = useWords(eventFormWords);
  const { error, summary } = useFieldErrors(refused?.errors);
  const values = refused?.values ?? defaults;
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  return (
    <Page title={f.newTitle} breadcrumbs={[{ href: paths.events, label: t.events }]} width="form">
      <Form method="post" noValidate className="stack gap-8">
        <input type="hidden" name="press" value={values.press ?? ""} />
        <ErrorSummary title={f.mend} errors={summary} />
        <EventFields
          values={values}
          error={error}
          choices={choices}
          withDates
          replyHint={f.replyHintNew}
          place={
            <Fieldset legend={f.whereTitle}>
              <p className="field-hint">{f.whereHint}</p>
              <TextField {...field("placeName")} label={f.placeName} optional />
              <TextField {...field("placeAddress")} label={f.placeAddress} optional />
              <TextField {...field("placeSeats")} label={f.placeSeats} inputMode="numeric" width="xs" optional />
            </Fieldset>
          }
        />
        <FormActions>
          <Button variant="primary">{f.create}</Button>
          <ButtonLink href={paths.events} variant="quiet">
            {f.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
