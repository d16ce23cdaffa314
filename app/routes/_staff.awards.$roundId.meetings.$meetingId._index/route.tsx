import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { standingOf, windowOf } from "~/features/awards/rounds/phases.rules";
import { hasEnded } from "~/features/awards/rounds/rules";
import { MeetingFields } from "~/features/awards/voting/components/meeting-fields";
import { deskOf, qualifiedOf } from "~/features/awards/voting/desk.reads.server";
import { meetingToSee } from "~/features/awards/voting/gate.server";
import { votingWords } from "~/features/awards/voting/messages";
import { Mend } from "~/features/units/components/mend";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { clockOf, dayOf, formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";
import { act } from "./act.server";
import { AttendancePanel } from "./attendance-panel";
import { Live } from "./live";
import { OpenPolls } from "./open-polls";
import { PollPanel } from "./poll-panel";

export const meta = titleOf(votingWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { sight, round, meeting, now } = await meetingToSee(request, params);
  const { id, title, place, startsAt, state, note, tellers } = meeting;
  const zone = zoneOf();
  const values = { title, place, note, tellers, day: dayOf(startsAt, zone), clock: clockOf(startsAt, zone) };
  return {
    round: { id: round.id, title: round.title },
    meeting: { id, title, place, state, startsAt },
    ...{ values, manages: sight.manages, role: sight.seat?.role ?? null, press: newPress() },
    ended: hasEnded(round.state),
    vote: {
      standing: standingOf(round.phases, "vote", now),
      startsAt: windowOf(round.phases, "vote")?.startsAt ?? null,
    },
    ...(await deskOf(read, { sight, round, meeting })),
    categories: round.categories.map((one) => ({ id: one.id, title: one.title })),
    qualified: sight.manages ? await qualifiedOf(read, { sight }) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, now, round, meeting } = await meetingToSee(request, params);
  const at = { roundId: round.id, meetingId: meeting.id, actor, now, locale: localeOf(request) };
  const done = await act({ ...at, form: await request.formData() });
  return done instanceof Response ? done : data(done.refused, done.status);
}

/** A meeting of the council: who is there, what is being voted, what came of it. */
export default function Meeting() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { round, meeting, manages, ended, quorum, polls } = loaded;
  const t = useWords(votingWords);
  const locale = useLocale();
  const zone = useZone();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = { ...loaded.values, ...refused?.values };
  const runs = manages && !ended;
  const sits = meeting.state === "open" && !ended;
  const counted = polls.some(({ state }) => state === "closed");
  const voting = polls.some(({ state }) => state === "open");
  return (
    <Page
      title={meeting.title}
      breadcrumbs={[
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.councilMeetings(round.id), label: t.title },
      ]}
      status={<Status tone={meeting.state === "open" ? "accent" : "neutral"}>{t.states[meeting.state]}</Status>}
      description={[formatMoment(meeting.startsAt, zone), meeting.place].filter(Boolean).join(" · ")}
      actions={
        runs &&
        meeting.state === "planned" && (
          <Form method="post" action="?index">
            <Button variant="primary" name="do" value="open">
              {t.open}
            </Button>
          </Form>
        )
      }
    >
      {sits && <Live everySeconds={voting ? 5 : 20} />}
      {ended && meeting.state !== "closed" && <Notice title={t.errors.ended} />}
      <Mend errors={errors} words={t} />
      {polls.map((poll) => (
        <PollPanel
          key={poll.id}
          {...{ poll, manages, values, errors }}
          roundId={round.id}
          meetingId={meeting.id}
          running={sits}
          mayCast={loaded.role === "chair" || loaded.role === "vice-chair"}
        />
      ))}
      {runs && sits && <OpenPolls {...loaded} roundId={round.id} quorate={quorum.reached} errors={errors} />}
      <AttendancePanel {...{ quorum, seats: loaded.seats }} mayMark={runs && meeting.state !== "closed" && !voting} />
      {manages && counted && (
        <Panel title={t.papersTitle}>
          <div className="cluster">
            {(["minutes", "proposal", "decision"] as const).map((kind) => (
              <ButtonLink key={kind} icon="download" href={paths.councilPaper(round.id, meeting.id, kind)} plain>
                {t.papers[kind]}
              </ButtonLink>
            ))}
          </div>
        </Panel>
      )}
      {runs && meeting.state === "open" && (
        <Disclosure summary={t.close}>
          <Form method="post" action="?index" className="stack gap-3">
            <p>{t.closeText}</p>
            <div>
              <Button name="do" value="close">
                {t.close}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
      {runs && meeting.state !== "closed" && (
        <Disclosure summary={t.change} open={["title", "day", "clock"].some((name) => errors[name])}>
          <Form method="post" action="?index" noValidate className="stack gap-4">
            <MeetingFields values={values} errors={errors} withNote />
            <div>
              <Button name="do" value="change">
                {t.save}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Page>
  );
}
