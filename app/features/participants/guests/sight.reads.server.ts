import { and, type Column, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { alias, events, participants, points, units } from "#db/schema.server";
import { type Act, type Actor, covers, type Reach, reachOf } from "~/features/accounts/rules";
import { hasWords, within } from "~/features/units/reads.server";
import { fold, likePattern } from "~/web/text";

/** The unit that hosts the event, and the unit of the point: joined under these names wherever `seenAnywhere` is asked. */
export const hosts = alias(units, "hosts");
export const pointUnits = alias(units, "point_units");

// Whoever runs, oversees or keeps the list of the hosting unit sees all of it.
const whole: Act[] = ["events.manage", "everything.read", "guests.manage"];

/** The guests of any event this person may see; the query joins `hosts`, `units` and `pointUnits`. Undefined: all. */
export function seenAnywhere(actor: Actor): SQL | undefined {
  const reaches: [Column, Reach][] = [
    ...whole.map((act): [Column, Reach] => [hosts.path, reachOf(actor, act)]),
    [units.path, reachOf(actor, "guests.manage")],
    [pointUnits.path, reachOf(actor, "points.operate")],
  ];
  // An undefined condition inside `or` would be dropped, and "everything" would turn into "nothing more".
  return reaches.some(([, reach]) => reach.all)
    ? undefined
    : or(...reaches.map(([path, reach]) => within(path, reach)));
}

/** Whether this person sees the whole list of an event hosted there. */
export const seesWholeList = (actor: Actor, hostPath: string): boolean =>
  whole.some((act) => covers(reachOf(actor, act), hostPath));

/** Whether there can be anybody on an event's list for this person to see. */
export const seesGuests = (actor: Actor, hostPath: string): boolean =>
  seesWholeList(actor, hostPath) ||
  (["guests.manage", "points.operate"] as const).some((act) => {
    const reach = reachOf(actor, act);
    return reach.all || reach.paths.length > 0;
  });

const unitIds = (db: Reader, reach: Reach) => db.select({ id: units.id }).from(units).where(within(units.path, reach));

/** The guests of one event this person may see: all of them, or those of the own units and points. Undefined: all. */
export function seenAt(db: Reader, actor: Actor, hostPath: string): SQL | undefined {
  if (seesWholeList(actor, hostPath)) return undefined;
  const [own, operated] = [reachOf(actor, "guests.manage"), reachOf(actor, "points.operate")];
  if (own.all || operated.all) return undefined;
  const ownPoints = db
    .select({ id: points.id })
    .from(points)
    .where(inArray(points.unitId, unitIds(db, operated)));
  return or(inArray(participants.unitId, unitIds(db, own)), inArray(participants.pointId, ownPoints));
}

/** Every word of the term stands before the bar of the search text: in the name, the position or the organization. */
const openWords = (term: string): SQL | undefined =>
  and(
    ...fold(term)
      .replaceAll("|", " ")
      .split(" ")
      .filter(Boolean)
      .slice(0, 8)
      .map((word) => like(participants.search, `${likePattern(word)}|%`)),
  );

/** The condition that a guest of one event, or their substitute, matches a term that this person may ask for. */
export function wordsSeenAt(
  db: Reader,
  actor: Actor,
  { eventId, hostPath, term }: { eventId: string; hostPath: string; term: string },
): SQL | undefined {
  const contacts = reachOf(actor, "contacts.read");
  const all = hasWords(participants.search, term);
  if (!all) return undefined;
  if (!covers(contacts, hostPath)) {
    // Finding somebody by an address would tell that the address is theirs.
    const own = and(inArray(participants.unitId, unitIds(db, contacts)), all);
    return or(openWords(term), own);
  }
  const standIns = db
    .select({ id: participants.standsInForId })
    .from(participants)
    .where(
      and(
        eq(participants.eventId, eventId),
        sql`${participants.standsInForId} is not null`,
        sql`${participants.withdrawnAt} is null`,
        all,
      ),
    );
  return or(all, inArray(participants.id, standIns));
}

/** The same across all events; the query joins `hosts` and `units`. Undefined for an empty term. */
export function wordsSeenAnywhere(actor: Actor, term: string): SQL | undefined {
  const contacts = reachOf(actor, "contacts.read");
  const all = hasWords(participants.search, term);
  if (!all || contacts.all) return all;
  return or(openWords(term), and(or(within(hosts.path, contacts), within(units.path, contacts)), all));
}

/** The path of the unit that hosts an event; null when there is no such event. */
export async function hostPathOf(db: Reader, { eventId }: { eventId: string }): Promise<string | null> {
  const [row] = await db
    .select({ path: units.path })
    .from(events)
    .innerJoin(units, eq(units.id, events.hostUnitId))
    .where(eq(events.id, eventId));
  return row?.path ?? null;
}
