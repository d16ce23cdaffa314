import { and, asc, count, eq, inArray, isNull, lte, ne } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaigns, milestones, points, units } from "#db/schema.server";
import { searchAccounts } from "~/features/accounts/reads.server";
import { type Actor, covers, may, reachOf } from "~/features/accounts/rules";
import { listRounds } from "~/features/awards/rounds/reads.server";
import { awardTodos } from "~/features/awards/todos.reads.server";
import { listCampaigns, searchCampaigns } from "~/features/campaigns/reads.server";
import { countToSolve, searchDifficulties } from "~/features/difficulties/reads.server";
import { searchDocuments } from "~/features/documents/reads.server";
import { type ListedEvent, listEvents, searchEvents } from "~/features/events/reads.server";
import { letterCounts } from "~/features/outbox/reads.server";
import { countAnswersByEvent, countAnswersByUnit, searchGuests } from "~/features/participants/reads.server";
import { type Counts, noCounts, sumCounts } from "~/features/participants/rules";
import { askingOf } from "~/features/tasks/condition.reads.server";
import { countCircle } from "~/features/tasks/list/circles.reads.server";
import { searchTasks } from "~/features/tasks/list/search.reads.server";
import { searchUnits, within } from "~/features/units/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { addDays, dayOf } from "~/web/time";
import { type AheadEvent, type DueMilestone, nearDays, seesTasks } from "./rules";

/** How many events ahead the first page shows. */
const ahead = 8;

interface Asked {
  actor: Actor;
  now: Date;
  zone: string;
  locale: Locale;
}

/** All that the first page is made of: the events ahead with their answers, what is due, what waits as a draft. */
export async function homeFacts(db: Reader, { actor, now, zone, locale }: Asked) {
  const upcoming = await listEvents(db, { actor, when: "upcoming", mine: true, now, limit: ahead });
  const counts = await countsFor(db, actor, upcoming);
  const untested = await untestedPoints(db, actor, upcoming);
  const events = upcoming.map((event) => ({
    ...timesOf(event),
    id: event.id,
    title: inLanguage(event.title, locale),
    place: event.mainPlace,
    pointCount: event.pointCount,
    zone: event.zone,
    manages: may(actor, "events.manage", event.hostUnit.path),
    counts: counts.get(event.id) ?? noCounts,
    /** A point operator reads no answers: "nobody invited" would be untrue. */
    countsSeen: seesAnswers(actor, event),
    untested: untested.get(event.id) ?? 0,
  })) satisfies AheadEvent[];
  const seesLetters = may(actor, "letters.read", null);
  return {
    events,
    milestones: await milestonesDue(db, { actor, now, zone, locale }),
    difficulties: await countToSolve(db, { actor }),
    awards: (await awardTodos(db, { actor, now })).map((todo) => ({ ...todo, round: inLanguage(todo.round, locale) })),
    tasks: seesTasks(actor) ? await tasksDue(db, { actor, now }) : undefined,
    letters: seesLetters ? await letterCounts(db) : null,
    draftEvents: may(actor, "events.manage")
      ? (await listEvents(db, { actor, when: "drafts", limit: 5 })).map(({ id, title, startsAt }) => ({
          id,
          startsAt,
          title: inLanguage(title, locale),
        }))
      : [],
    draftCampaigns: may(actor, "campaigns.manage")
      ? (await listCampaigns(db, { actor }))
          .filter(({ state }) => state === "draft")
          .map(({ id, title }) => ({ id, title: inLanguage(title, locale) }))
      : [],
  };
}

async function tasksDue(db: Reader, { actor, now }: Pick<Asked, "actor" | "now">) {
  const asking = await askingOf(db, { actor, now });
  return { waiting: await countCircle(db, "waiting", asking), late: await countCircle(db, "late", asking) };
}

const timesOf = ({ state, startsAt, endsAt, dateOpen, replyBy }: ListedEvent) => ({
  state,
  startsAt,
  endsAt,
  dateOpen,
  replyBy,
});

const seesAnswers = (actor: Actor, event: ListedEvent): boolean => {
  const own = reachOf(actor, "guests.manage");
  const whole = [reachOf(actor, "events.manage"), reachOf(actor, "everything.read")];
  return own.all || own.paths.length > 0 || whole.some((reach) => covers(reach, event.hostUnit.path));
};

// Who runs or oversees an event reads its whole list; the others count their own unit's people.
async function countsFor(db: Reader, actor: Actor, events: ListedEvent[]): Promise<Map<string, Counts>> {
  const whole = [reachOf(actor, "events.manage"), reachOf(actor, "everything.read")];
  const own = reachOf(actor, "guests.manage");
  const seen = (event: ListedEvent) => whole.some((reach) => covers(reach, event.hostUnit.path));
  const counts = await countAnswersByEvent(db, { eventIds: events.filter(seen).map(({ id }) => id) });
  for (const event of events) {
    if (seen(event) || (!own.all && own.paths.length === 0)) continue;
    const byUnit = await countAnswersByUnit(db, { eventId: event.id, reach: own });
    counts.set(event.id, sumCounts([...byUnit.values()]));
  }
  return counts;
}

async function untestedPoints(db: Reader, actor: Actor, events: ListedEvent[]): Promise<Map<string, number>> {
  if (events.length === 0) return new Map();
  const rows = await db
    .select({ eventId: points.eventId, n: count() })
    .from(points)
    .innerJoin(units, eq(units.id, points.unitId))
    .where(
      and(
        inArray(
          points.eventId,
          events.map(({ id }) => id),
        ),
        eq(points.isMain, false),
        inArray(points.lineTest, ["untested", "failed"]),
        within(units.path, reachOf(actor, "points.operate")),
      ),
    )
    .groupBy(points.eventId);
  return new Map(rows.map((row) => [row.eventId, row.n]));
}

/** Milestones not done that are due within two weeks or late, of campaigns the actor runs, the earliest first. */
async function milestonesDue(db: Reader, { actor, now, zone, locale }: Asked): Promise<DueMilestone[]> {
  const rows = await db
    .select({
      id: milestones.id,
      campaignId: campaigns.id,
      campaign: campaigns.title,
      title: milestones.title,
      dueOn: milestones.dueOn,
    })
    .from(milestones)
    .innerJoin(campaigns, and(eq(campaigns.id, milestones.campaignId), ne(campaigns.state, "closed")))
    .innerJoin(units, eq(units.id, campaigns.ownerUnitId))
    .where(
      and(
        isNull(milestones.doneOn),
        lte(milestones.dueOn, addDays(dayOf(now, zone), nearDays)),
        within(units.path, reachOf(actor, "campaigns.manage")),
      ),
    )
    .orderBy(asc(milestones.dueOn))
    .limit(100);
  return rows.map((row) => ({
    ...row,
    title: inLanguage(row.title, locale),
    campaign: inLanguage(row.campaign, locale),
  }));
}

/** How much there is of what a plan is made of, for the first steps of a new installation. */
export async function firstCounts(db: Reader, { actor }: { actor: Actor }) {
  const [row] = await db.select({ n: count() }).from(units);
  return {
    units: row?.n ?? 0,
    campaigns: (await listCampaigns(db, { actor })).length,
    events: (await listEvents(db, { actor, limit: 1 })).length,
  };
}

/** What holds every word of the term, within the actor's reach; the first few of each kind. */
export async function searchEverything(
  db: Reader,
  { actor, term, limit = 8 }: { actor: Actor; term: string; limit?: number },
) {
  return {
    events: await searchEvents(db, { actor, term, limit }),
    tasks: await searchTasks(db, { actor, term, limit }),
    difficulties: await searchDifficulties(db, { actor, term, limit }),
    campaigns: await searchCampaigns(db, { actor, term, limit }),
    awards: (await listRounds(db, { actor, term })).slice(0, limit),
    units: await searchUnits(db, { term, limit }),
    guests: await searchGuests(db, { actor, term, limit }),
    documents: await searchDocuments(db, { term, limit }),
    accounts: may(actor, "accounts.manage") ? await searchAccounts(db, { term, limit }) : [],
  };
}
