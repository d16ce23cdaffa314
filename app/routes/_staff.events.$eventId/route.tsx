import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { StateBadge } from "~/features/events/components/state-badge";
import { EventWhen } from "~/features/events/components/when";
import { eventWords } from "~/features/events/messages";
import { findEventFor, movesOf } from "~/features/events/reads.server";
import { Page } from "~/ui/page";
import { Tabs } from "~/ui/tabs";
import { notFound } from "~/web/http.server";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event) throw notFound();
  const { id, title, state, startsAt, endsAt, zone, dateOpen, campaign, hostUnit, access } = event;
  const runs = access === "manage";
  return {
    event: { id, title, state, startsAt, endsAt, zone, dateOpen, campaign, host: hostUnit.name },
    moved: (await movesOf(read, { eventId: id })).length > 0,
    tabs: {
      guests: runs || may(actor, "guests.manage") || may(actor, "everything.read", hostUnit.path),
      invite: runs && may(actor, "guests.manage", hostUnit.path),
      letters: may(actor, "letters.read", hostUnit.path),
      reminders: runs,
      conclusions: runs || access === "read",
    },
  };
}

export const meta = titleOf<(typeof eventWords)["vi"], { event: { title: Localized } }>(
  eventWords,
  (t, data, locale) => (data ? inLanguage(data.event.title, locale) : t.events),
);

/** The frame of everything about one event: its name, when it is, how it stands, and the views of it. */
export default function EventFrame() {
  const { event, moved, tabs } = useLoaderData<typeof loader>();
  const t = useWords(eventWords);
  const locale = useLocale();
  const { pathname } = useLocation();
  const home = paths.event(event.id);
  const views = [
    { href: home, label: t.tabs.overview, current: pathname === home || /\/(edit|move|cancel)$/.test(pathname) },
    tabs.guests && { href: paths.guests(event.id), label: t.tabs.guests, also: paths.guestImport(event.id) },
    { href: paths.eventPoints(event.id), label: t.tabs.points },
    { href: paths.eventAgenda(event.id), label: t.tabs.agenda },
    tabs.conclusions && { href: paths.eventConclusions(event.id), label: t.tabs.conclusions },
    tabs.invite && { href: paths.invite(event.id), label: t.tabs.invite },
    tabs.letters && { href: paths.eventLetters(event.id), label: t.tabs.letters },
    tabs.reminders && { href: paths.eventReminders(event.id), label: t.tabs.reminders },
  ].filter((view) => view !== false);
  const isIn = (path: string | undefined) =>
    path !== undefined && (pathname === path || pathname.startsWith(`${path}/`));
  const crumbs = [{ href: paths.events, label: t.events }];
  if (event.campaign)
    crumbs.push({ href: paths.campaign(event.campaign.id), label: inLanguage(event.campaign.title, locale) });
  return (
    <Page
      title={inLanguage(event.title, locale)}
      breadcrumbs={crumbs}
      status={<StateBadge state={event.state} moved={moved} />}
      description={
        <>
          <EventWhen event={event} /> · {event.host}
        </>
      }
      tabs={
        <Tabs
          label={t.tabs.label}
          items={views.map((view) => ({
            href: view.href,
            label: view.label,
            current: "current" in view ? view.current : isIn(view.href) || isIn("also" in view ? view.also : undefined),
          }))}
        />
      }
    >
      <Outlet />
    </Page>
  );
}
