import {
  and,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { alias, campaigns, people, tasks, units } from "#db/schema.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { type Act, type Actor, reachOf } from "~/features/accounts/rules";
import { hasWords, within } from "~/features/units/reads.server";
import { addDays, type Day, dayOf, defaultZone, instantOf } from "~/web/time";
import { limits } from "./colour.rules";
import { hasLeft, isDone, isOpen, isWithDoer, type TaskState, taskStates } from "./rules";
import { taskSight } from "./sight.reads.server";
import { noneOf, periodOf, type StateFilter, type TaskCircle, type TaskQuery } from "./query.rules";

export interface Asking {
  actor: Actor;
  today: Day;
  /** Of the organization: where its days begin. */
  zone: string;
}

/** Who asks, on which day, in which zone. */
export async function askingOf(db: Reader, { actor, now }: { actor: Actor; now: Date }): Promise<Asking> {
  const zone = (await findOrganization(db))?.zone ?? defaultZone;
  return { actor, zone, today: dayOf(now, zone) };
}

/**
 * The condition of a query: tasks (no groups) that the actor sees and that it means; what has left the period only when
 * its state is asked for. Its colour is not asked here.
 */
export const taskCondition = (db: Reader, query: TaskQuery, asking: Asking): SQL | undefined =>
  and(
    eq(tasks.isGroup, false),
    taskSight(db, asking.actor),
    hasWords(tasks.search, query.term),
    query.state ? inState(query.state) : notLeft,
    ledBy(db, query),
    query.documentId ? eq(tasks.documentId, query.documentId) : undefined,
    query.campaignId ? eq(tasks.campaignId, query.campaignId) : undefined,
    query.ownerId ? eq(tasks.ownerUnitId, query.ownerId) : undefined,
    inGroup(db, query.groupId),
    dueIn(query.due),
    query.priority ? eq(tasks.priority, query.priority) : undefined,
    query.additional ? eq(tasks.additional, true) : undefined,
    query.only ? inCircle(db, query.only, asking) : undefined,
  );

const statesThat = (holds: (state: TaskState) => boolean) => taskStates.filter(holds);

/** Still the period's: neither cancelled nor carried over. */
export const notLeft = notInArray(tasks.state, statesThat(hasLeft));

/** The condition of one state, or of all of a kind; nothing for any. */
export function inState(state: StateFilter): SQL | undefined {
  if (state === "any") return undefined;
  if (state === "open") return inArray(tasks.state, statesThat(isOpen));
  if (state === "ended") return inArray(tasks.state, statesThat(hasLeft));
  if (state === "doing") return inArray(tasks.state, ["received", "in-progress"]);
  return state === "done" ? inArray(tasks.state, statesThat(isDone)) : eq(tasks.state, state);
}

function ledBy(db: Reader, { unitId, alone }: TaskQuery): SQL | undefined {
  if (!unitId) return undefined;
  if (unitId === noneOf) return isNull(tasks.leadUnitId);
  return alone ? eq(tasks.leadUnitId, unitId) : inArray(tasks.leadUnitId, unitsUnder(db, unitId));
}

function inGroup(db: Reader, groupId: string): SQL | undefined {
  if (!groupId) return undefined;
  if (groupId !== noneOf) return like(tasks.path, `%/${groupId}/%`);
  const group = alias(tasks, "pillar");
  const above = and(eq(group.isGroup, true), sql`${tasks.path} like ${group.path} || '%'`);
  return not(exists(db.select({ id: group.id }).from(group).where(above)));
}

// A unit's path ends with its own id and a slash, and holds the ids of all above it.
const unitsUnder = (db: Reader, unitId: string) =>
  db
    .select({ id: units.id })
    .from(units)
    .where(like(units.path, `%/${unitId}/%`));

function dueIn(due: string): SQL | undefined {
  const period = periodOf(due);
  return period ? and(gte(tasks.dueOn, period.from), lte(tasks.dueOn, period.to)) : undefined;
}

/** The condition of one circle, for filters and for their counts. */
export function inCircle(db: Reader, circle: TaskCircle, { actor, today, zone }: Asking): SQL | undefined {
  if (circle === "mine") return inArray(tasks.responsibleId, own(db, actor));
  if (circle === "own-units") return inArray(tasks.leadUnitId, reached(db, actor, "tasks.do"));
  if (circle === "late") return late(today);
  return circle === "waiting" ? waitingFor(db, actor) : silent(db, today, zone);
}

const own = (db: Reader, { email }: Actor) => db.select({ id: people.id }).from(people).where(eq(people.email, email));

const reached = (db: Reader, actor: Actor, act: Act) =>
  db
    .select({ id: units.id })
    .from(units)
    .where(within(units.path, reachOf(actor, act)));

// The doer's clock stands still from the day of handing in. Today bounds both, and narrows them by the index of deadlines.
const late = (today: Day) =>
  and(
    lt(tasks.dueOn, today),
    or(
      inArray(tasks.state, statesThat(isWithDoer)),
      and(eq(tasks.state, "submitted"), lt(tasks.dueOn, tasks.submittedOn)),
    ),
  );

/** Handed in for the actor's units to accept; or given, or given back, to the actor's units or to the actor in person. */
function waitingFor(db: Reader, actor: Actor): SQL | undefined {
  // Who may act for everybody is not waited for by everybody's returned work.
  const does = reachOf(actor, "tasks.do").all ? undefined : inArray(tasks.leadUnitId, reached(db, actor, "tasks.do"));
  return or(
    and(eq(tasks.state, "submitted"), inArray(tasks.appraiserUnitId, reached(db, actor, "tasks.accept"))),
    and(inArray(tasks.state, ["assigned", "returned"]), or(does, inArray(tasks.responsibleId, own(db, actor)))),
  );
}

/** `silentDays` of the colour rules, beyond the limit, as a condition. */
function silent(db: Reader, today: Day, zone: string): SQL | undefined {
  const drives = db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.kind, "days-and-nights"));
  const inDrive = and(isNotNull(tasks.campaignId), inArray(tasks.campaignId, drives));
  const before = (days: number) => {
    const day = addDays(today, -days);
    return and(
      or(isNull(tasks.reportedAt), lt(tasks.reportedAt, instantOf(day, "00:00", zone))),
      or(isNull(tasks.startsOn), lt(tasks.startsOn, day)),
    );
  };
  return and(
    // The shorter silence first: it holds for whatever the longer holds for.
    before(limits.silentDaysInCampaign),
    or(
      inArray(tasks.state, ["in-progress", "returned"]),
      and(inArray(tasks.state, ["assigned", "received"]), lte(tasks.startsOn, today)),
    ),
    or(isNotNull(tasks.startsOn), isNotNull(tasks.reportedAt)),
    or(before(limits.silentDays), inDrive),
  );
}

/** How many tasks a condition holds for, among those of another; one scan for all. */
export const countIf = (condition: SQL | undefined) =>
  sql<number>`count(case when ${condition ?? sql`1 = 1`} then 1 end)`.mapWith(Number);
