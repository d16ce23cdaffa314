import { and, eq, inArray } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { listImports, participants } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters } from "~/features/outbox/writes.server";
import { refuse } from "~/web/refuse";
import { isListedAt } from "../answer/reads.server";
import { columnsOf, dataOf, type GuestData } from "../data.rules";
import { hostPathOf } from "../guests/sight.reads.server";
import { gatherOccasion } from "../invitation/letters.server";
import { moveGuest } from "../move.writes.server";
import type { Participant } from "../reads.server";
import { forgottenAddress, newGuestRow } from "../row.writes.server";
import { mayKeepGuest } from "../rules";
import { decide } from "./choices.rules";
import type { Mapping } from "./columns.rules";
import type { Person } from "./draft.rules";
import { findImport, planOf, unitsFor } from "./reads.server";
import type { ImportPlan, PlannedRow } from "./rules";

interface Handed {
  eventId: string;
  fileName: string;
  /** The sheets that may hold a list, the likeliest first; a pasted list is one sheet. */
  sheets: { name: string; rows: string[][]; mapping: Mapping }[];
  actor: Actor;
  now: Date;
}

/** Keeps a list that was read, so that it can be mapped, tried and taken over. The same person's older tries go. */
export async function keepImport(
  tx: Tx,
  { eventId, fileName, sheets, actor, now }: Handed,
): Promise<{ importId: string }> {
  await tx.delete(listImports).where(and(eq(listImports.eventId, eventId), eq(listImports.userId, actor.userId)));
  const ids: string[] = [];
  for (const { name, rows, mapping } of sheets) {
    const empty = { choices: {}, counts: {} };
    const [row] = await tx
      .insert(listImports)
      .values({ eventId, userId: actor.userId, fileName, sheetName: name, rows, mapping, ...empty, createdAt: now })
      .returning({ id: listImports.id });
    if (row) ids.push(row.id);
  }
  return { importId: ids[0] as string };
}

interface Mine {
  importId: string;
  eventId: string;
  actor: Actor;
}

/** Says which column holds what, and where people go whose row names no point ("" takes that back). */
export async function mapColumns(
  tx: Tx,
  { mapping, defaultPointId, ...mine }: Mine & { mapping: Mapping; defaultPointId: string },
) {
  const kept = await findImport(tx, mine);
  if (!kept) return refuse("gone");
  const choices = decide(kept.choices, { defaultPointId });
  await tx.update(listImports).set({ mapping, choices }).where(eq(listImports.id, kept.id));
  return { ok: true } as const;
}

/** Keeps what the organizer says of rows at two points and of points the event does not know. */
export async function decideRows(
  tx: Tx,
  { rows, points, ...mine }: Mine & { rows?: Record<string, string>; points?: Record<string, string> },
) {
  const kept = await findImport(tx, mine);
  if (!kept) return refuse("gone");
  const choices = decide(kept.choices, { rows, points });
  await tx.update(listImports).set({ choices }).where(eq(listImports.id, kept.id));
  return { ok: true } as const;
}

/** Takes over the good rows of a kept list, planned anew on this transaction's facts. Twice changes nothing. */
export async function applyImport(tx: Tx, { now, ...mine }: Mine & { now: Date }) {
  const kept = await findImport(tx, mine);
  if (!kept) return refuse("gone");
  const plan = await planOf(tx, kept);
  const unitOf = await unitsFor(tx, mine);
  const done = await takeOverList(tx, {
    eventId: mine.eventId,
    importId: kept.id,
    plan,
    unitOf,
    actor: mine.actor,
    now,
  });
  if (!done.ok) return done;
  const counts: Record<string, number> = { added: done.added, updated: done.updated };
  await tx.update(listImports).set({ appliedAt: now, counts }).where(eq(listImports.id, kept.id));
  return { ...done, left: (plan.acts.mend ?? 0) + (plan.acts.ask ?? 0) } as const;
}

interface TakingOver {
  eventId: string;
  importId: string;
  /** Made with this transaction's facts. */
  plan: ImportPlan;
  /** Finds the unit of a person by the words on the list. */
  unitOf: (person: Person) => string | null;
  actor: Actor;
  now: Date;
}

/** Adds and updates what a plan says and nothing else. `refused`: people whose new point is full or knows them already. */
export async function takeOverList(tx: Tx, { eventId, importId, plan, unitOf, actor, now }: TakingOver) {
  const hostPath = await hostPathOf(tx, { eventId });
  if (hostPath === null || !mayKeepGuest(actor, { hostPath, unitPath: null })) return refuse("not-allowed");
  // One by one on the way: all at once, a long list would stand in memory a second time.
  function* rows() {
    for (const { act, person } of plan.rows)
      if (act === "add") yield newGuestRow(eventId, newData(person, unitOf), { now, importId });
  }
  const added = await insertMany(tx, participants, rows(), { ignoreTaken: true });
  const { updated, refused } = await updateKnown(tx, { eventId, plan, unitOf, actor, now });
  if (added + updated > 0) {
    const detail = { importId, added, updated };
    await record(tx, { actor, verb: "list.imported", subject: topicOf.event(eventId), detail, now });
  }
  return { ok: true, added, updated, refused } as const;
}

const newData = (person: Person, unitOf: TakingOver["unitOf"]): GuestData => ({
  name: person.name,
  position: person.position,
  organization: person.unit,
  unitId: unitOf(person),
  pointId: person.pointId,
  email: person.email,
  phone: person.phone,
  note: person.note,
  locale: person.language ?? "vi",
});

async function updateKnown(tx: Tx, { eventId, plan, unitOf, actor, now }: Omit<TakingOver, "importId">) {
  const changing = plan.rows.filter((row) => row.act === "update" && row.knownId !== null);
  const known = await rowsById(
    tx,
    changing.map(({ knownId }) => knownId as string),
  );
  const moves = changing.some(({ changes }) => changes.some(({ field }) => field === "point"));
  const occasion = moves ? await gatherOccasion(tx, { eventId }) : null;
  let [updated, refused] = [0, 0];
  for (const { knownId, changes } of changing) {
    const row = known.get(knownId as string);
    if (!row || row.eventId !== eventId) continue;
    const to = changes.find(({ field }) => field === "point")?.to;
    if (to) {
      const moved = await moveGuest(tx, { participantId: row.id, pointId: to, actor, now, occasion });
      if (!moved.ok) {
        refused += 1;
        continue;
      }
      row.pointId = to;
    }
    if (await correct(tx, row, changes, { unitOf, now })) updated += 1;
    else refused += 1;
  }
  return { updated, refused };
}

async function rowsById(tx: Tx, ids: string[]): Promise<Map<string, Participant>> {
  const found = new Map<string, Participant>();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await tx
      .select()
      .from(participants)
      .where(inArray(participants.id, ids.slice(at, at + 500)));
    for (const row of rows) if (!row.withdrawnAt) found.set(row.id, row);
  }
  return found;
}

/** Sets what the plan changes, and only that: an empty cell of the file wipes nothing. False when it would double somebody. */
async function correct(
  tx: Tx,
  row: Participant,
  changes: PlannedRow["changes"],
  { unitOf, now }: Pick<TakingOver, "unitOf" | "now">,
): Promise<boolean> {
  const to = new Map(changes.map((change) => [change.field, change.to]));
  const before = dataOf(row);
  const data: GuestData = {
    ...before,
    name: to.get("name") ?? before.name,
    position: to.get("position") ?? before.position,
    organization: to.get("unit") ?? before.organization,
    email: to.get("email") ?? before.email,
    phone: to.get("phone") ?? before.phone,
    note: to.get("note") ?? before.note,
    locale: (to.get("language") as GuestData["locale"] | undefined) ?? before.locale,
  };
  if (to.has("unit")) data.unitId = unitOf({ ...personOf(data), unit: data.organization }) ?? before.unitId;
  const newAddress = data.email !== before.email;
  const columns = columnsOf(data);
  if (columns.identity !== row.identity && (await isListedAt(tx, { ...row, identity: columns.identity }))) return false;
  // Only what differs: an untouched column leaves its indexes alone.
  const differing = Object.fromEntries(
    Object.entries(columns).filter(([key, value]) => row[key as keyof Participant] !== value),
  );
  await tx
    .update(participants)
    .set({ ...differing, updatedAt: now, ...(newAddress && forgottenAddress(row.answer)) })
    .where(eq(participants.id, row.id));
  if (newAddress) await cancelLetters(tx, { recipient: recipientOf.participant(row.id), by: "address-changed" });
  return true;
}

const personOf = (data: GuestData): Person => ({
  name: data.name,
  position: data.position,
  unit: data.organization,
  pointId: data.pointId,
  email: data.email,
  phone: data.phone,
  note: data.note,
  language: data.locale,
});
