import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may, reachOf } from "~/features/accounts/rules";
import { findEventFor, pointsOf } from "~/features/events/reads.server";
import { listLetters } from "~/features/outbox/reads.server";
import { recipientOf } from "~/features/outbox/rules";
import { markOfGuest } from "~/features/participants/data.rules";
import { guestValues } from "~/features/participants/forms";
import { guestWords } from "~/features/participants/guests/messages";
import { findGuest } from "~/features/participants/guests/reads.server";
import { answersOf } from "~/features/participants/reads.server";
import { canStaffAnswer, mayKeepGuest } from "~/features/participants/rules";
import { unitOptions } from "~/features/units/reads.server";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { notFound } from "~/web/http.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { type Refused, runAct } from "./acts.server";
import { AnswerPanel } from "./answer-panel";
import { DataPanel } from "./data-panel";
import { AnswerHistory, LettersPanel } from "./history";
import { OtherActs } from "./other-acts";
import { SureOff } from "./sure-off";

export const meta = titleOf(guestWords, (t) => t.guest);

async function guestFor(request: Request, eventId = "", participantId = "") {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  const guest = event && (await findGuest(read, { eventId, participantId, actor }));
  if (!event || !guest) throw notFound();
  return { actor, event, guest };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, event, guest } = await guestFor(request, params.eventId, params.participantId);
  const hostPath = event.hostUnit.path;
  const whole = mayKeepGuest(actor, { hostPath, unitPath: null });
  const points = (await pointsOf(read, { eventId: event.id })).map(({ id, name }) => ({ value: id, label: name }));
  const units = guest.keeps
    ? await unitOptions(read, whole ? {} : { reach: reachOf(actor, "guests.manage"), small: true })
    : [];
  const shown = units.map(({ value, label }) => ({ value, label }));
  if (guest.unitId && guest.unitName && !shown.some(({ value }) => value === guest.unitId))
    shown.unshift({ value: guest.unitId, label: guest.unitName });
  const lettersTo = async (id: string) =>
    guest.contacts ? (await listLetters(read, { recipient: recipientOf.participant(id), limit: 30 })).rows : [];
  const outline = ({
    id,
    kind,
    subject,
    state,
    writtenAt,
    sentAt,
    response,
    toAddress,
  }: Awaited<ReturnType<typeof lettersTo>>[number]) => ({
    id,
    kind,
    subject,
    state,
    writtenAt,
    sentAt,
    response,
    toAddress,
  });
  const { standIn } = guest;
  const answers = await answersOf(read, { participantId: guest.id });
  const answerable = canStaffAnswer(event, new Date());
  const person = { ...guest, name: guest.fullName };
  return {
    eventId: event.id,
    zone: event.zone,
    guest,
    points,
    units: shown,
    whole,
    values: guestValues(person),
    seen: markOfGuest(person),
    answerable,
    // Why somebody stays away is told to their unit and to the host, as their address is.
    answers: guest.contacts ? answers : answers.map((one) => ({ ...one, reason: "" })),
    letters: (await lettersTo(guest.id)).map(outline),
    standInLetters: standIn ? (await lettersTo(standIn.id)).map(outline) : [],
    readsLetters: may(actor, "letters.read", hostPath),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event, guest } = await guestFor(request, params.eventId, params.participantId);
  // A guest of a unit's own point is theirs to see, not to change.
  if (!guest.keeps) throw notFound();
  const done = await runAct({ request, actor, event, guest, now: new Date() });
  if (done instanceof Response) return done;
  return data(done, { status: done.status });
}

export default function GuestPage() {
  const page = useLoaderData<typeof loader>();
  const refused = (useActionData<typeof action>() ?? null) as Refused | null;
  const t = useWords(guestWords);
  const { eventId, guest } = page;
  if (refused?.about === "withdraw" && refused.sure) return <SureOff eventId={eventId} guest={guest} />;
  return (
    <Section
      title={<bdi>{guest.fullName}</bdi>}
      description={[guest.position, guest.organization || guest.unitName, guest.pointName].filter(Boolean).join(" · ")}
      actions={<Link href={paths.guests(eventId)}>{t.page.back}</Link>}
    >
      <div className="columns-2">
        <div className="stack gap-6">
          <AnswerPanel {...page} refused={refused} />
          <DataPanel {...page} refused={refused} />
        </div>
        <div className="stack gap-8">
          <AnswerHistory answers={page.answers} zone={page.zone} />
          {guest.contacts && (
            <LettersPanel title={t.page.letters} letters={page.letters} zone={page.zone} open={page.readsLetters} />
          )}
          {guest.contacts && guest.standIn && (
            <LettersPanel
              title={t.page.lettersOf}
              letters={page.standInLetters}
              zone={page.zone}
              open={page.readsLetters}
            />
          )}
          {guest.keeps && <OtherActs {...page} refused={refused} />}
        </div>
      </div>
    </Section>
  );
}
