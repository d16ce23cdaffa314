import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { historyOf } from "~/features/audit/reads.server";
import { EventHistory } from "~/features/events/components/event-history";
import { ReadinessList } from "~/features/events/components/readiness-list";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { eventWords } from "~/features/events/messages";
import { programmeWords } from "~/features/events/programme/messages";
import { readiness } from "~/features/events/programme/rules";
import { agendaOf, chairsOf, findEventFor, followOnsOf, movesOf, pointsOf } from "~/features/events/reads.server";
import { type EventStep, eventSteps, isShownToAll, mayStartFrom, mayStep, nextStep } from "~/features/events/rules";
import {
  closeList,
  finishEvent,
  openEvent,
  reopenList,
  resumeEvent,
  startEvent,
} from "~/features/events/writes.server";
import { countAnswers } from "~/features/participants/reads.server";
import { Notice } from "~/ui/notice";
import { Panel, Section } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { flash } from "~/web/flash.server";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { Answers } from "./answers";
import { Facts } from "./facts";
import { Moves } from "./moves";
import { NextStep } from "./next-step";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event) throw notFound();
  const now = new Date();
  const { access } = event;
  const asked = { eventId: event.id };
  const [points, agenda, chairs, moves, followOns] = await Promise.all([
    pointsOf(read, asked),
    agendaOf(read, asked),
    chairsOf(read, asked),
    movesOf(read, asked),
    followOnsOf(read, { ...asked, actor }),
  ]);
  const parent = event.parentId ? await findEventFor(read, { eventId: event.parentId, actor }) : null;
  const inside = access === "manage" || access === "read";
  const over = event.state === "finished" || event.state === "cancelled";
  const counts = inside ? await countAnswers(read, asked) : null;
  const main = points.find((point) => point.isMain);
  const { reminders: _, search: __, createdBy: ___, ...facts } = event;
  return {
    event: inside ? facts : { ...facts, note: "", contactName: "", contactPhone: "", contactEmail: "" },
    main: main ? { name: main.name, address: main.address } : null,
    pointCount: points.length,
    seats: points.every((point) => point.capacity !== null)
      ? points.reduce((sum, point) => sum + (point.capacity ?? 0), 0)
      : null,
    chairs: chairs.map(({ id, fullName, position }) => ({ id, fullName, position })),
    moves,
    parent: parent && { id: parent.id, title: parent.title },
    followOns: followOns.map(({ id, title, startsAt, zone }) => ({ id, title, startsAt, zone })),
    counts,
    checks: inside && !over ? readiness({ event, points, agenda, chairs }) : [],
    history: inside ? await historyOf(read, { subject: `event:${event.id}`, limit: 30 }) : [],
    mayManage: access === "manage",
    next: access === "manage" && counts ? nextStep(event, counts, now) : null,
    steps:
      access === "manage"
        ? eventSteps.filter((step) => mayStep(event, step) && (step !== "start" || mayStartFrom(event) <= now))
        : ([] as EventStep[]),
    publicPath: isShownToAll(event) ? paths.publicEvent(event.slug) : null,
  };
}

const presses = {
  open: openEvent,
  close: closeList,
  reopen: reopenList,
  start: startEvent,
  finish: finishEvent,
  resume: resumeEvent,
};

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const eventId = params.eventId ?? "";
  if (!(await findEventFor(read, { eventId, actor }))) throw notFound();
  const pressed = String((await request.formData()).get("do"));
  if (!Object.hasOwn(presses, pressed)) throw new Response("Bad request", { status: 400 });
  const step = pressed as keyof typeof presses;
  const done = await transact((tx) => presses[step](tx, { eventId, actor, now: new Date() }));
  if (!done.ok) return data({ form: done.reason }, 409);
  return seeOther(paths.event(eventId), [flash(wordsFor(eventWords, localeOf(request)).stepDone[step])]);
}

export default function EventOverview() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(eventWords);
  const { ready } = useWords(programmeWords);
  const { error } = useFieldErrors(refused);
  const { event, checks, counts } = page;
  const said = error("form");
  const done = checks.filter((check) => check.state === "ok").length;
  return (
    <>
      {said && <Notice tone="danger" title={said} />}
      <div className="columns-2">
        <div className="stack gap-8">
          <NextStep eventId={event.id} slug={event.slug} campaignId={event.campaignId} {...page} />
          <Facts {...page} />
          {counts && counts.invited + counts.notInvited > 0 && <Answers eventId={event.id} counts={counts} />}
          {page.moves.length > 0 && <Moves moves={page.moves} zone={event.zone} />}
        </div>
        <div className="stack gap-6">
          {checks.length > 0 && (
            <Panel title={ready.title} description={<Ltr>{ready.done(done, checks.length)}</Ltr>}>
              <ReadinessList checks={checks} eventId={event.id} mayMend={page.mayManage} />
            </Panel>
          )}
          {page.history.length > 0 && (
            <Section title={t.history.title}>
              <EventHistory entries={page.history} zone={event.zone} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
