import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor, pointsOf } from "~/features/events/reads.server";
import { guestWords } from "~/features/participants/guests/messages";
import { listGuests } from "~/features/participants/guests/reads.server";
import { seesGuests } from "~/features/participants/guests/sight.reads.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";
import { SelectField } from "~/ui/text-field";
import { notFound } from "~/web/http.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { PointSheet } from "./point-sheet";

export const meta = titleOf(guestWords, (t) => t.sheet.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event || !seesGuests(actor, event.hostUnit.path)) throw notFound();
  const asked = new URL(request.url).searchParams;
  const who = asked.get("who") === "all" ? "all" : "coming";
  const pointId = asked.get("point") ?? "";
  const points = await pointsOf(read, { eventId: event.id });
  const guests = await listGuests(read, {
    eventId: event.id,
    actor,
    ...(points.some(({ id }) => id === pointId) && { pointId }),
  });
  const shown = guests
    .filter(({ category }) => who === "all" || category === "confirmed" || category === "substitute")
    .map(({ id, fullName, position, organization, unitName, pointId: at, standIn }) => ({
      id,
      pointId: at,
      // Whoever comes signs: a substitute, with whom they stand in for.
      name: standIn?.fullName ?? fullName,
      insteadOf: standIn ? fullName : null,
      position: standIn ? standIn.position : position,
      unit: organization || unitName || "",
    }));
  const { title, startsAt, endsAt, zone, hostUnit, dateOpen } = event;
  return {
    event: { id: event.id, title, startsAt, endsAt, zone, dateOpen, host: hostUnit.name },
    who,
    pointId,
    choices: points.map(({ id, name }) => ({ value: id, label: name })),
    sheets: points
      .map(({ id, name, address, chairName, chairPosition }) => ({
        id,
        name,
        address,
        chair: [chairName, chairPosition].filter(Boolean).join(", "),
        guests: shown.filter((guest) => guest.pointId === id),
      }))
      .filter((sheet) => sheet.guests.length > 0 || sheet.id === pointId),
    madeAt: new Date(),
  };
}

/** The delegates of each point on paper, a page for each point, with a place to sign. */
export default function PrintGuests() {
  const { event, who, pointId, choices, sheets, madeAt } = useLoaderData<typeof loader>();
  const t = useWords(guestWords);
  const locale = useLocale();
  return (
    <Page
      title={<span className="no-print">{t.sheet.title}</span>}
      breadcrumbs={[
        { href: paths.event(event.id), label: inLanguage(event.title, locale) },
        { href: paths.guests(event.id), label: t.page.back },
      ]}
    >
      <Form method="get" className="no-print">
        <FilterBar>
          <SelectField
            name="who"
            label={t.sheet.who}
            choices={[
              { value: "coming", label: t.sheet.comingOnly },
              { value: "all", label: t.sheet.everyone },
            ]}
            defaultValue={who}
          />
          <SelectField name="point" label={t.point} placeholder={t.anyPoint} choices={choices} defaultValue={pointId} />
          <Button icon="view">{t.sheet.show}</Button>
          <PrintButton>{t.sheet.press}</PrintButton>
        </FilterBar>
      </Form>
      {sheets.length === 0 && <EmptyState title={t.sheet.none} />}
      {sheets.map((sheet, n) => (
        <PointSheet
          key={sheet.id}
          event={event}
          sheet={sheet}
          newPage={n > 0}
          madeAt={formatMoment(madeAt, event.zone)}
        />
      ))}
    </Page>
  );
}
