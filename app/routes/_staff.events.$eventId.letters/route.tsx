import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { type Act, may } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { findEvent } from "~/features/events/reads.server";
import { LettersList } from "~/features/outbox/components/letters-list";
import { QueueState } from "~/features/outbox/components/queue-state";
import { queueForm } from "~/features/outbox/forms";
import { canDeliver } from "~/features/outbox/jobs.server";
import { letterWords } from "~/features/outbox/messages";
import { letterCounts, listLetters, listPauses } from "~/features/outbox/reads.server";
import { everyLetter, filterOf, letterStates, topicOf } from "~/features/outbox/rules";
import { pauseLetters, resumeLetters } from "~/features/outbox/writes.server";
import { Stat, Stats } from "~/ui/counter";
import { flash } from "~/web/flash.server";
import { parseForm } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(letterWords, (t) => t.lettersShort);
const perPage = 50;

async function eventFor(request: Request, act: Act, eventId: string) {
  const actor = await requireActor(request);
  const event = await findEvent(read, { eventId });
  if (!event || !may(actor, act, event.hostUnit.path)) throw notFound();
  return { actor, event };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await eventFor(request, "letters.read", params.eventId ?? "");
  const filter = filterOf(new URL(request.url).searchParams);
  const topic = topicOf.event(event.id);
  const { state, kind, term, page } = filter;
  const found = await listLetters(read, {
    topic,
    ...(state && { states: [state] }),
    ...(kind && { kinds: [kind] }),
    term,
    limit: perPage,
    offset: (page - 1) * perPage,
  });
  const pauses = await listPauses(read);
  return {
    eventId: event.id,
    filter,
    found,
    counts: await letterCounts(read, { topic }),
    pause: pauses.find((one) => one.scope === topic || one.scope === everyLetter) ?? null,
    canDeliver: canDeliver(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventFor(request, "letters.manage", params.eventId ?? "");
  const form = parseForm(await request.formData(), queueForm);
  const back = paths.eventLetters(event.id);
  if (!form.ok) return seeOther(back);
  const { act } = form.value;
  const scope = topicOf.event(event.id);
  const now = new Date();
  await transact(async (tx) => {
    if (act === "pause") await pauseLetters(tx, { scope, by: actor.name, now });
    else await resumeLetters(tx, { scope });
    await record(tx, { actor, verb: `letters.${act}`, subject: scope, now });
  });
  const t = wordsFor(letterWords, localeOf(request));
  return seeOther(back, [flash(act === "pause" ? t.donePause : t.doneResume)]);
}

export default function EventLetters() {
  const { eventId, filter, found, counts, pause, canDeliver } = useLoaderData<typeof loader>();
  const t = useWords(letterWords);
  const here = paths.eventLetters(eventId);
  return (
    <div className="stack gap-6">
      <Stats>
        {letterStates
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <Stat
              key={state}
              label={t.states[state]}
              value={counts[state]}
              href={`${here}?state=${state}`}
              {...(state === "failed" && { tone: "danger" as const })}
            />
          ))}
      </Stats>
      {found.total > 0 && <QueueState pause={pause} canDeliver={canDeliver} late={null} pauseLabel={t.pause} />}
      <LettersList
        letters={found.rows}
        total={found.total}
        perPage={perPage}
        filter={filter}
        here={here}
        hrefOf={paths.letter}
      />
    </div>
  );
}
