import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { difficulties, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { findCampaignFor } from "~/features/campaigns/reads.server";
import { eventToManage } from "~/features/events/writes.server";
import type { LineTask } from "~/features/tasks/conclusions/forms";
import { planOf } from "~/features/tasks/conclusions/reads.server";
import { titleOf } from "~/features/tasks/conclusions/rules";
import { giveTask } from "~/features/tasks/give.writes.server";
import { findTaskFor, todayAt } from "~/features/tasks/reads.server";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { findDifficultyFor, pressOf } from "./reads.server";
import type { DifficultyAccess, DifficultyContent } from "./rules";

interface Doing {
  actor: Actor;
  now: Date;
}
export interface DifficultyAct extends Doing {
  difficultyId: string;
}

const noted = (tx: Tx, { difficultyId, actor, now }: DifficultyAct, what: string, detail: Detail = {}) =>
  record(tx, { actor, verb: `difficulty.${what}`, subject: `difficulty:${difficultyId}`, detail, now });

const searchOf = ({ title, detail, gap }: Pick<DifficultyContent, "title" | "detail" | "gap">): string =>
  fold(`${title} ${gap} ${detail}`).slice(0, 4000);

/** Why this cannot be proposed so, on fresh facts; `was` is what stands already. */
async function contentRefused(tx: Tx, content: DifficultyContent, actor: Actor, was?: DifficultyContent) {
  const unitOf = async (unitId: string) => (await tx.select().from(units).where(eq(units.id, unitId)))[0];
  const proposer = await unitOf(content.proposerUnitId);
  if (!proposer) return "no-such-unit";
  if (!may(actor, "tasks.do", proposer.path)) return "not-allowed";
  if (proposer.activeTo !== null && proposer.id !== was?.proposerUnitId) return "proposer-closed";
  const { resolverUnitId, taskId, campaignId } = content;
  if (resolverUnitId && resolverUnitId !== was?.resolverUnitId) {
    const resolver = await unitOf(resolverUnitId);
    if (!resolver) return "no-such-resolver";
    if (resolver.activeTo !== null) return "unit-closed";
  }
  if (content.blocks && !taskId) return "needs-task";
  if (taskId && taskId !== was?.taskId) {
    const task = await findTaskFor(tx, { taskId, actor });
    if (!task || task.isGroup) return "no-such-task";
  }
  if (campaignId && campaignId !== was?.campaignId && !(await findCampaignFor(tx, { campaignId, actor })))
    return "no-such-campaign";
  return null;
}

/**
 * Enters a difficulty into the register. The same `press`, sent twice, enters one. Refused: "no-such-unit",
 * "not-allowed" (people propose for their own units), "proposer-closed", "no-such-resolver", "unit-closed", "needs-task" (it blocks none),
 * "no-such-task", "no-such-campaign".
 */
export async function proposeDifficulty(
  tx: Tx,
  { actor, now, press, ...content }: DifficultyContent & Doing & { press?: string },
) {
  const refused = await contentRefused(tx, content, actor);
  if (refused) return refuse(refused);
  const id = idOfPress(press);
  const [row] = await tx
    .insert(difficulties)
    .values({
      ...{ ...content, id, proposedBy: actor.userId, search: searchOf(content) },
      ...{ openedAt: now, openedOn: await todayAt(tx, now), updatedAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: difficulties.id });
  if (!row) return { ok: true, difficultyId: id, again: true } as const;
  await noted(tx, { difficultyId: id, actor, now }, "proposed", { title: content.title });
  return { ok: true, difficultyId: id, again: false } as const;
}

/** The difficulty, when this person may do one of these to it and it is (not) open; otherwise why not. */
async function ready(tx: Tx, act: DifficultyAct, open: boolean, ...rights: (keyof DifficultyAccess)[]) {
  const found = await findDifficultyFor(tx, act);
  if (!found || !rights.some((right) => found.access[right])) return refuse("not-allowed");
  return (found.state === "open") === open ? ({ ok: true, found } as const) : refuse("wrong-state");
}

const set = (tx: Tx, { difficultyId, now }: DifficultyAct, values: Partial<typeof difficulties.$inferInsert>) =>
  tx
    .update(difficulties)
    .set({ ...values, updatedAt: now })
    .where(eq(difficulties.id, difficultyId));

/** Words an open difficulty anew. Refused: as proposing, "wrong-state", "changed-meanwhile" (it is not as the form showed it). */
export async function changeDifficulty(
  tx: Tx,
  { difficultyId, seen, actor, now, ...content }: DifficultyAct & DifficultyContent & { seen: Date },
) {
  const act = { difficultyId, actor, now };
  const asked = await ready(tx, act, true, "propose", "manage");
  if (!asked.ok) return asked;
  if (asked.found.updatedAt.getTime() !== seen.getTime()) return refuse("changed-meanwhile");
  const refused = await contentRefused(tx, content, actor, asked.found);
  if (refused) return refuse(refused);
  await set(tx, act, { ...content, search: searchOf(content) });
  await noted(tx, act, "changed", { title: content.title });
  return { ok: true, difficultyId } as const;
}

type Said = DifficultyAct & { word: string };

async function close(tx: Tx, { word, ...act }: Said, state: "resolved" | "dropped") {
  await set(tx, act, { state, solution: word, closedAt: act.now, closedOn: await todayAt(tx, act.now) });
  await noted(tx, act, state, { word });
  return { ok: true } as const;
}

/** Says how it was solved; for the unit that was to solve it, and the organizers. Refused: "not-allowed", "wrong-state", "no-word". */
export async function solveDifficulty(tx: Tx, said: Said) {
  const asked = await ready(tx, said, true, "resolve", "manage");
  if (!asked.ok) return asked;
  return said.word === "" ? refuse("no-word") : await close(tx, said, "resolved");
}

/** Takes it off the list with a reason; for those who proposed it, and the organizers. Refused: as solving. */
export async function dropDifficulty(tx: Tx, said: Said) {
  const asked = await ready(tx, said, true, "propose", "manage");
  if (!asked.ok) return asked;
  return said.word === "" ? refuse("no-word") : await close(tx, said, "dropped");
}

/** Opens it again, with a reason. What was said of its solution stays in the history. Refused: as solving. */
export async function reopenDifficulty(tx: Tx, { word, ...act }: Said) {
  const asked = await ready(tx, act, false, "propose", "manage");
  if (!asked.ok) return asked;
  if (word === "") return refuse("no-word");
  await set(tx, act, { state: "open", solution: "", closedAt: null, closedOn: null });
  await noted(tx, act, "reopened", { word });
  return { ok: true } as const;
}

/** Puts it on the agenda of a conference, or takes it off (null). Refused: "not-allowed", "wrong-state", "no-such-event". */
export async function putOnAgenda(tx: Tx, { eventId, ...act }: DifficultyAct & { eventId: string | null }) {
  const found = await findDifficultyFor(tx, act);
  if (!found?.access.manage) return refuse("not-allowed");
  if (eventId !== null) {
    if (found.state !== "open") return refuse("wrong-state");
    const event = await eventToManage(tx, { eventId, actor: act.actor, now: act.now });
    if (!event || event.state === "cancelled") return refuse("no-such-event");
  }
  if (found.eventId === eventId) return { ok: true } as const;
  await set(tx, act, { eventId });
  await noted(tx, act, eventId ? "on-agenda" : "off-agenda");
  return { ok: true } as const;
}

/**
 * Makes a task of it, in one step: additional, in the plan of its campaign, led by its resolver unless the form says
 * otherwise. One difficulty becomes one task. Refused: "not-allowed", "wrong-state", and as `createTask` says.
 */
export async function makeTaskOfDifficulty(
  tx: Tx,
  { title, task, ...act }: DifficultyAct & { title: string; task: LineTask },
) {
  const asked = await ready(tx, act, true, "manage");
  if (!asked.ok) return asked;
  const { found } = asked;
  const { actor, now } = act;
  const { campaignId, proposerUnitId: hostUnitId } = found;
  const { ownerUnitId } = await planOf(tx, { event: { id: "", campaignId, hostUnitId }, actor });
  const made = await giveTask(tx, {
    ...{ title: titleOf(title), description: found.detail, ownerUnitId, campaignId, hostUnitId },
    helpingUnitIds: hostUnitId === ownerUnitId ? [] : [hostUnitId],
    ...{ eventId: found.eventId, press: pressOf(found.id), task, actor, now },
  });
  if (made.ok && !made.again) await noted(tx, act, "task", { taskId: made.taskId, title });
  return made;
}
