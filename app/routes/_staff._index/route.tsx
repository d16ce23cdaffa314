import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { Drafts } from "~/features/home/components/drafts";
import { EventsAhead } from "~/features/home/components/events-ahead";
import { FirstStep } from "~/features/home/components/first-step";
import { Todos } from "~/features/home/components/todos";
import { homeWords } from "~/features/home/messages";
import { firstCounts, homeFacts } from "~/features/home/reads.server";
import { firstStep, todosOf } from "~/features/home/rules";
import { canDeliver } from "~/features/outbox/jobs.server";
import { Page } from "~/ui/page";
import { localeOf } from "~/web/locale.server";
import { dayOf, formatLongDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(homeWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const now = new Date();
  const zone = zoneOf();
  const { letters, milestones, tasks, ...facts } = await homeFacts(read, {
    actor,
    now,
    zone,
    locale: localeOf(request, actor.locale),
  });
  const held = letters && !canDeliver() ? letters.queued : 0;
  const plans = may(actor, "campaigns.manage");
  return {
    ...facts,
    now,
    todos: todosOf({
      events: facts.events,
      milestones,
      lettersFailed: letters?.failed ?? 0,
      lettersHeld: held,
      difficulties: facts.difficulties,
      awards: facts.awards,
      tasks,
      now,
      zone,
    }),
    first: plans && facts.events.length === 0 ? firstStep(await firstCounts(read, { actor })) : null,
  };
}

export default function Home() {
  const { now, todos, events, draftEvents, draftCampaigns, first } = useLoaderData<typeof loader>();
  const t = useWords(homeWords);
  const locale = useLocale();
  const zone = useZone();
  return (
    <Page title={t.title} description={formatLongDay(dayOf(now, zone), locale)}>
      <div className="stack gap-8">
        {first ? <FirstStep step={first} /> : <Todos todos={todos} />}
        {(!first || events.length > 0) && <EventsAhead events={events} />}
        <Drafts events={draftEvents} campaigns={draftCampaigns} />
      </div>
    </Page>
  );
}
