import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { RoundTabs } from "~/features/awards/components/round-tabs";
import { MeetingFields } from "~/features/awards/voting/components/meeting-fields";
import { parseMeeting } from "~/features/awards/voting/forms";
import { councilToSee } from "~/features/awards/gate.server";
import { votingWords } from "~/features/awards/voting/messages";
import { meetingsOf } from "~/features/awards/voting/reads.server";
import { planMeeting } from "~/features/awards/voting/writes.server";
import { Mend } from "~/features/units/components/mend";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Page } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { forbidden, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(votingWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, access, sight } = await councilToSee(request, params.roundId);
  const meetings = await meetingsOf(read, { roundId: round.id });
  return {
    round: { id: round.id, title: round.title, place: round.place },
    access,
    mayPlan: sight.manages && round.state === "published",
    press: newPress(),
    meetings: meetings.map(({ id, title, place, startsAt, state }) => ({
      ...{ id, title, place, state, startsAt },
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, now, round, sight } = await councilToSee(request, params.roundId);
  if (!sight.manages) throw forbidden();
  const body = await request.formData();
  const form = parseMeeting(body, zoneOf());
  if (!form.ok) return data(form, 422);
  const press = String(body.get("press"));
  const done = await transact((tx) => planMeeting(tx, { ...form.value, roundId: round.id, press, actor, now }));
  if (!done.ok) return data(fieldError(body, "form", done.reason), 409);
  const { said } = wordsFor(votingWords, localeOf(request));
  return seeOther(paths.councilMeeting(round.id, done.meetingId), [flash(said.planned)]);
}

/** The meetings of a round's council, and the form that plans one. */
export default function Meetings() {
  const { round, access, mayPlan, press, meetings } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(votingWords);
  const locale = useLocale();
  const zone = useZone();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <Page
      title={t.title}
      description={t.lead}
      breadcrumbs={[{ href: paths.award(round.id), label: inLanguage(round.title, locale) }]}
      tabs={<RoundTabs roundId={round.id} current="meetings" access={access} />}
    >
      <Mend errors={errors} words={t} />
      <Table
        caption={t.title}
        hideCaption
        rows={meetings}
        rowKey={(meeting) => meeting.id}
        empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
        columns={[
          {
            ...{ key: "title", head: t.name, primary: true },
            cell: (meeting) => <Link href={paths.councilMeeting(round.id, meeting.id)}>{meeting.title}</Link>,
          },
          {
            ...{ key: "when", head: t.when, nowrap: true },
            cell: (meeting) => <Ltr>{formatMoment(meeting.startsAt, zone)}</Ltr>,
          },
          { key: "place", head: t.place, cell: (meeting) => meeting.place || "–" },
          {
            ...{ key: "state", head: t.state },
            cell: (meeting) => (
              <Status tone={meeting.state === "open" ? "accent" : "neutral"}>{t.states[meeting.state]}</Status>
            ),
          },
        ]}
      />
      {mayPlan && (
        <Disclosure summary={t.plan} open={meetings.length === 0 || refused !== undefined}>
          <Form method="post" action="?index" noValidate className="stack gap-4">
            <input type="hidden" name="press" value={values.press ?? press} />
            <MeetingFields values={values} errors={errors} />
            <div>
              <Button variant="primary">{t.plan}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Page>
  );
}
