import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  documents,
  holdings,
  people,
  taskImports,
  taskPredecessors,
  tasks,
  taskUnits,
  unitSuccessions,
  units,
} from "#db/schema.server";
import { type Actor, may, reachOf } from "~/features/accounts/rules";
import { campaignsCiting, listCampaigns } from "~/features/campaigns/reads.server";
import { documentOptions } from "~/features/documents/reads.server";
import { numberKey } from "~/features/documents/rules";
import { unitOptions, unitsByIds, within } from "~/features/units/reads.server";
import { dayOf, defaultZone } from "~/web/time";
import type { KnownTask } from "./changes.rules";
import { type Decisions, decisionsIn, type Kept } from "./choices.rules";
import { clauseIn } from "./clause.rules";
import { findHeader } from "./columns.rules";
import type { KnownPerson } from "./draft.rules";
import { type PlannedTask, planTasks, type TaskPlan } from "./rules";
import { type Source, sourceIn } from "./source.rules";
import { linesIn } from "./lines.rules";

export type KeptPlan = typeof taskImports.$inferSelect;

/** A plan on its way in, found through the person who handed it in; null for everybody else. */
export async function findTaskImport(
  db: Reader,
  { importId, actor }: { importId: string; actor: Pick<Actor, "userId"> },
): Promise<KeptPlan | null> {
  const [row] = await db
    .select()
    .from(taskImports)
    .where(and(eq(taskImports.id, importId), eq(taskImports.userId, actor.userId)));
  return row ?? null;
}

/** The other sheets of the same file. */
export const siblingsOf = async (db: Reader, kept: KeptPlan) =>
  await db
    .select({ id: taskImports.id, sheetName: taskImports.sheetName })
    .from(taskImports)
    .where(
      and(eq(taskImports.userId, kept.userId), eq(taskImports.createdAt, kept.createdAt), ne(taskImports.id, kept.id)),
    );

/** The document of the register that an annex names, by number and year. */
export async function registeredSource(db: Reader, source: Source): Promise<string | null> {
  const year = source.issuedOn ? Number(source.issuedOn.slice(0, 4)) : null;
  const found = await db
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(eq(documents.numberKey, numberKey(source.number)), year === null ? undefined : eq(documents.year, year)),
    );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** What a plan most likely belongs to: its document, the campaign that cites it, and the highest unit this person plans for. */
export async function proposedChoices(
  db: Reader,
  { rows, mapping, actor }: Pick<KeptPlan, "rows" | "mapping"> & { actor: Actor },
): Promise<Kept> {
  const source = sourceIn(linesIn(rows, mapping).titles);
  const known = source && (await registeredSource(db, source));
  const reach = reachOf(actor, "tasks.manage");
  const owners = await db
    .select({ id: units.id, kind: units.kind, path: units.path })
    .from(units)
    .where(and(within(units.path, reach), isNull(units.activeTo)));
  // Plans are issued by committees; where there is none within reach, by the highest unit there is.
  const order = (unit: (typeof owners)[number]) =>
    unit.path.split("/").length + (unit.kind === "committee" ? 0 : unit.kind === "province" ? 1.25 : 1.5);
  const owner = owners.sort((a, b) => order(a) - order(b))[0];
  const campaigns = known ? await campaignsCiting(db, { documentId: known, actor }) : [];
  const document = known ?? (source && may(actor, "documents.manage") ? "new" : "");
  const campaign = campaigns.length === 1 ? campaigns[0]?.id : undefined;
  return { ...(owner && { owner: owner.id }), ...(document && { document }), ...(campaign && { campaign }) };
}

/** The decisions of a kept plan, with a document meant to be registered replaced by its entry once it has one. */
export async function settledDecisions(db: Reader, kept: KeptPlan) {
  const decisions = decisionsIn(kept.choices);
  const source = sourceIn(linesIn(kept.rows, kept.mapping).titles);
  if (decisions.documentId === "new")
    decisions.documentId = source ? ((await registeredSource(db, source)) ?? "new") : null;
  return { decisions, source };
}

/** What a kept plan would do to the tasks as they stand now. */
export async function planOf(db: Reader, kept: KeptPlan): Promise<TaskPlan> {
  const { decisions, source } = await settledDecisions(db, kept);
  const day = decisions.startsOn ?? source?.issuedOn ?? dayOf(kept.createdAt, defaultZone);
  return planTasks({
    rows: kept.rows,
    mapping: kept.mapping,
    known: await knownTasks(db, decisions),
    units: await knownUnits(db),
    people: await knownPeople(db),
    decisions,
    year: Number(day.slice(0, 4)),
  });
}

async function knownUnits(db: Reader) {
  const all = await db
    .select({
      id: units.id,
      code: units.code,
      name: units.name,
      shortName: units.shortName,
      kind: units.kind,
      path: units.path,
      activeTo: units.activeTo,
    })
    .from(units);
  const followed = await db
    .select({ from: unitSuccessions.fromUnitId, to: unitSuccessions.toUnitId })
    .from(unitSuccessions);
  const next = new Map<string, string[]>();
  for (const { from, to } of followed) next.set(from, [...(next.get(from) ?? []), to]);
  const living = new Set(all.filter((unit) => !unit.activeTo).map((unit) => unit.id));
  // A unit that followed may be closed by now too: the ones that live count.
  const successors = (id: string, seen: Set<string>): string[] =>
    (next.get(id) ?? []).flatMap((to) => {
      if (seen.has(to)) return [];
      seen.add(to);
      return living.has(to) ? [to] : successors(to, seen);
    });
  return all.map((unit) => ({ ...unit, successors: unit.activeTo ? successors(unit.id, new Set([unit.id])) : [] }));
}

async function knownPeople(db: Reader): Promise<KnownPerson[]> {
  const rows = await db
    .select({ id: people.id, fullName: people.fullName, email: people.email, path: units.path })
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .innerJoin(units, eq(units.id, holdings.unitId))
    .where(isNull(holdings.heldTo));
  const byId = new Map<string, KnownPerson>();
  for (const { path, ...person } of rows) {
    const known = byId.get(person.id);
    if (known) known.unitPaths.push(path);
    else byId.set(person.id, { ...person, unitPaths: [path] });
  }
  return [...byId.values()];
}

/** The tasks of the same owner, campaign and document: a plan is known again within these. */
async function knownTasks(db: Reader, { ownerUnitId, campaignId, documentId }: Decisions): Promise<KnownTask[]> {
  if (documentId === "new") return [];
  const inPlan = and(
    eq(tasks.ownerUnitId, ownerUnitId),
    campaignId ? eq(tasks.campaignId, campaignId) : isNull(tasks.campaignId),
    documentId ? eq(tasks.documentId, documentId) : isNull(tasks.documentId),
  );
  const ids = db.select({ id: tasks.id }).from(tasks).where(inPlan);
  const rows = await db.select().from(tasks).where(inPlan);
  const named = await db
    .select()
    .from(taskUnits)
    .where(and(inArray(taskUnits.taskId, ids), isNull(taskUnits.viaGroup)));
  const before = await db.select().from(taskPredecessors).where(inArray(taskPredecessors.taskId, ids));
  const unitsOf = gathered(named, (row) => [row.taskId, row.unitId]);
  const beforeOf = gathered(before, (row) => [row.taskId, row.predecessorId]);
  return rows.map((row) => ({
    ...row,
    clause: clauseIn(row.clause),
    coordinatingUnitIds: unitsOf.get(row.id) ?? [],
    predecessorIds: beforeOf.get(row.id) ?? [],
  }));
}

function gathered<T>(rows: T[], pair: (row: T) => [string, string]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of rows.map(pair)) {
    const there = found.get(key);
    if (there) there.push(value);
    else found.set(key, [value]);
  }
  return found;
}

/** The header of a kept plan and its first rows, for choosing columns. */
export function headOf(kept: KeptPlan) {
  const found = findHeader(kept.rows);
  const from = found?.from ?? 0;
  const sample = kept.rows.slice(from, from + 6).map((cells) => cells.map((cell) => cell.slice(0, 80)));
  const width = Math.max(found?.header.length ?? 0, ...sample.map((cells) => cells.length));
  return { header: Array.from({ length: width }, (_, n) => found?.header[n] ?? ""), sample };
}

/** The names of all units and people that some planned rows speak of, by id. */
export async function namesIn(db: Reader, rows: PlannedTask[]): Promise<Record<string, string>> {
  const ids = new Set<string>();
  for (const { draft, changes } of rows) {
    for (const id of [draft.leadUnitId, draft.responsibleId, ...draft.coordinatingUnitIds]) if (id) ids.add(id);
    for (const { field, from, to } of changes)
      if (["lead", "coordinating", "responsible"].includes(field))
        for (const id of `${from},${to}`.split(",")) ids.add(id);
  }
  const named = await unitsByIds(db, [...ids]);
  const held =
    ids.size > 0
      ? await db
          .select()
          .from(people)
          .where(inArray(people.id, [...ids].slice(0, 1000)))
      : [];
  return Object.fromEntries([
    ...[...named.values()].map(({ id, name }) => [id, name]),
    ...held.map(({ id, fullName }) => [id, fullName]),
  ]);
}

/** What the choices of a plan are made among. Units to answer with stand under the same top unit as the owner. */
export async function choicesFor(db: Reader, { kept, actor }: { kept: KeptPlan; actor: Actor }) {
  const { decisions, source } = await settledDecisions(db, kept);
  const owners = await unitOptions(db, { reach: reachOf(actor, "tasks.manage") });
  const ownPath = owners.find(({ value }) => value === decisions.ownerUnitId)?.path ?? "/";
  const top = ownPath.split("/").slice(0, 2).join("/");
  const all = await unitOptions(db);
  const shown = all.filter(({ path }) => path.startsWith(`${top}/`) || top.length < 2);
  const campaigns = await listCampaigns(db, { actor });
  return {
    decisions: { ...decisions, leadOf: undefined, unitOf: undefined },
    source: may(actor, "documents.manage") ? (source?.number ?? null) : null,
    owners: owners.map(({ value, label }) => ({ value, label })),
    units: shown.map(({ value, label }) => ({ value, label })),
    campaigns: campaigns.map(({ id, title }) => ({ id, title })),
    documents: await documentOptions(db),
  };
}
