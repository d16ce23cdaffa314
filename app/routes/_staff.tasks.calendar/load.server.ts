import { read } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { listEvents } from "~/features/events/reads.server";
import { listHolidays } from "~/features/holidays/reads.server";
import { calendarOf } from "~/features/holidays/rules";
import type { TaskQuery } from "~/features/tasks/query.rules";
import { type CalendarSpan, duesOf, entriesPerDay, pageOf } from "~/features/tasks/views/calendar.rules";
import { findViewPlan } from "~/features/tasks/views/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { clockOf, type Day, dayOf } from "~/web/time";

interface Asked {
  actor: Actor;
  now: Date;
  query: TaskQuery;
  span: CalendarSpan;
  /** Any day of the page; null: today's. */
  on: Day | null;
  locale: Locale;
}

/** One page of the calendar: what is due, and what the campaign has on each day. */
export async function loadCalendar({ actor, now, query, span, on, locale }: Asked) {
  const plan = await findViewPlan(read, { actor, now, query });
  const page = pageOf(span, on ?? plan.today);
  const tasks = plan.tasks
    .filter(({ isParent }) => !isParent)
    .map(({ id, code, title, dueOn, duePrecision, leadName }) => {
      const coloured = plan.colours.get(id);
      const colour = coloured?.colour ?? ("none" as const);
      return { id, code, title, dueOn, duePrecision, leadName, colour, reasons: coloured?.reasons.slice(0, 1) ?? [] };
    });
  const { onDay, inPeriod } = duesOf(tasks, page);
  const others = await othersOn({ actor, now, campaignId: plan.campaign?.id, locale });
  const milestones = (plan.campaign?.milestones ?? []).map((one) => ({
    kind: "milestone" as const,
    day: one.dueOn,
    title: inLanguage(one.title, locale),
    clock: "",
    href: paths.campaign(one.campaignId as string),
  }));
  const holidays = await listHolidays(read);
  const names = new Map(holidays.map((one) => [one.day as string, one]));
  const calendar = calendarOf(holidays);
  const days = page.days.map((day) => {
    const notes = [...milestones, ...others].filter((one) => one.day === day);
    const due = onDay.get(day) ?? [];
    const room = span === "month" ? Math.max(0, entriesPerDay - notes.length) : due.length;
    const special = names.get(day);
    return {
      day,
      outside: day < page.first || day > page.last,
      off: !calendar.isWorkingDay(day),
      special: special ? { name: special.name, kind: special.kind } : null,
      notes,
      due: due.slice(0, room),
      more: due.length - Math.min(room, due.length),
    };
  });
  const phases = (plan.campaign?.phases ?? [])
    .map((one) => ({
      id: one.id as string,
      title: inLanguage(one.title, locale),
      from: one.startsOn as Day,
      to: (one.endsOn ?? plan.campaign?.endsOn ?? one.startsOn) as Day,
    }))
    .filter(({ from, to }) => from <= page.last && to >= page.first);
  const { first, last, previous, next } = page;
  return { days, phases, inPeriod, first, last, previous, next, today: plan.today };
}

/** The campaign's events (all that the actor may see, when no campaign is in question), each on the day it begins. */
async function othersOn({
  actor,
  now,
  campaignId,
  locale,
}: {
  actor: Actor;
  now: Date;
  campaignId: string | undefined;
  locale: Locale;
}) {
  const found = await listEvents(read, { actor, now, campaignId });
  return found
    .filter(({ state, dateOpen }) => state !== "cancelled" && !dateOpen)
    .flatMap(({ id, title, startsAt, zone }) =>
      startsAt
        ? {
            kind: "event" as const,
            day: dayOf(startsAt, zone),
            title: inLanguage(title, locale),
            clock: clockOf(startsAt, zone),
            href: paths.event(id),
          }
        : [],
    );
}

export type CalendarPage = Awaited<ReturnType<typeof loadCalendar>>;
