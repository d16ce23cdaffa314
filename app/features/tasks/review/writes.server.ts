import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { reviewRounds, reviewVerdicts, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { findCampaignFor } from "~/features/campaigns/reads.server";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { datesRefused } from "../content.rules";
import { findTaskFor } from "../reads.server";
import { changeAndTell } from "../row.writes.server";
import { isOpen } from "../rules";
import { cancelTask } from "../end.writes.server";
import type { GivenJudgement, RoundContent } from "./forms";
import { findRoundFor, type ReviewedTask, tasksOfRound } from "./reads.server";
import { isSame, judgementRefused, type SeenVerdict, unseenVerdicts } from "./rules";

export interface RoundAct {
  roundId: string;
  actor: Actor;
  now: Date;
}

const noted = (tx: Tx, { roundId, actor, now }: RoundAct, what: string, detail: Detail = {}) =>
  record(tx, { actor, verb: `review.${what}`, subject: `review:${roundId}`, detail, now });

/**
 * Opens a round over a plan, whole or one campaign's part. The same `press`, sent twice, opens one. Refused:
 * "no-such-unit", "not-allowed", "no-such-campaign", "already-open".
 */
export async function openRound(
  tx: Tx,
  { actor, now, press, ...content }: RoundContent & { actor: Actor; now: Date; press?: string },
) {
  const [owner] = await tx.select({ path: units.path }).from(units).where(eq(units.id, content.ownerUnitId));
  if (!owner) return refuse("no-such-unit");
  if (!may(actor, "tasks.manage", owner.path)) return refuse("not-allowed");
  const { campaignId, ownerUnitId } = content;
  if (campaignId && !(await findCampaignFor(tx, { campaignId, actor }))) return refuse("no-such-campaign");
  const id = idOfPress(press);
  const running = await tx
    .select({ id: reviewRounds.id, campaignId: reviewRounds.campaignId })
    .from(reviewRounds)
    .where(and(eq(reviewRounds.ownerUnitId, ownerUnitId), isNull(reviewRounds.closedAt)));
  if (running.some((round) => round.id === id)) return { ok: true, roundId: id } as const;
  if (running.some((round) => round.campaignId === campaignId)) return refuse("already-open");
  await tx.insert(reviewRounds).values({ ...content, id, createdAt: now, createdBy: actor.userId });
  await noted(tx, { roundId: id, actor, now }, "opened", { title: content.title });
  return { ok: true, roundId: id } as const;
}

async function openFor(tx: Tx, act: RoundAct) {
  const round = await findRoundFor(tx, act);
  if (!round) return refuse("gone");
  return round.closedAt === null ? ({ ok: true, round } as const) : refuse("round-closed");
}

/**
 * Says what is to become of a task; said again, the last word counts until it is applied. For those who do the task and
 * for the plan's organizers. `seen` is what the person was shown of it. Refused: "gone", "round-closed", "not-allowed",
 * "applied", what `judgementRefused` says, "starts-after-due", "no-such-task" (to merge into), "said-meanwhile" with
 * `unseen` (somebody has said another thing since).
 */
export async function giveVerdict(
  tx: Tx,
  {
    taskId,
    judgement,
    seen,
    ...act
  }: RoundAct & { taskId: string; judgement: GivenJudgement; seen: ReadonlyMap<string, SeenVerdict> },
) {
  const found = await openFor(tx, act);
  if (!found.ok) return found;
  const { actor, now } = act;
  const task = (await tasksOfRound(tx, { round: found.round, actor })).find(({ id }) => id === taskId);
  if (!task || !(task.access.do || task.access.manage)) return refuse("not-allowed");
  if (task.verdict?.appliedAt || !isOpen(task.state)) return refuse("applied");
  const refused =
    judgementRefused(taskId, judgement) ??
    (judgement.newDueOn ? datesRefused({ startsOn: task.startsOn, dueOn: judgement.newDueOn }) : null);
  if (refused) return refuse(refused);
  if (judgement.intoTaskId) {
    const into = await findTaskFor(tx, { taskId: judgement.intoTaskId, actor });
    if (!into || into.isGroup || !isOpen(into.state)) return refuse("no-such-task");
  }
  const unseen = task.verdict ? unseenVerdicts([{ ...task.verdict, taskId }], seen) : [];
  if (unseen.length > 0 && task.verdict) {
    // The same form, sent twice, says one thing.
    if (task.verdict.byUserId === actor.userId && isSame(task.verdict, judgement)) return { ok: true } as const;
    return { ok: false, reason: "said-meanwhile", unseen } as const;
  }
  const said = { ...judgement, byUserId: actor.userId, byName: actor.name, at: now };
  await tx
    .insert(reviewVerdicts)
    .values({ ...said, roundId: act.roundId, taskId })
    .onConflictDoUpdate({ target: [reviewVerdicts.roundId, reviewVerdicts.taskId], set: said });
  await noted(tx, act, "verdict", { taskId, verdict: judgement.verdict });
  return { ok: true } as const;
}

/** What becomes of the task, with its reason in the task's own story. Refused: "no-such-task" where what it was to be merged into has ended, "starts-after-due" where its start has moved behind the deadline that was said. */
async function carryOut(tx: Tx, act: RoundAct, task: ReviewedTask & { verdict: NonNullable<ReviewedTask["verdict"]> }) {
  const { verdict, reason, newDueOn, newDuePrecision, intoTaskId, byName } = task.verdict;
  const { actor, now } = act;
  const at = { taskId: task.id, actor, now };
  const note = reason === "" ? byName : `${reason} (${byName})`;
  if (verdict === "drop") return await cancelTask(tx, { ...at, reason: note });
  if (verdict === "merge") {
    const into = intoTaskId ? await findTaskFor(tx, { taskId: intoTaskId, actor }) : null;
    if (!into || !isOpen(into.state)) return refuse("no-such-task");
    const name = [into.code, into.title].filter(Boolean).join(" ");
    const done = await cancelTask(tx, { ...at, reason: `→ ${name}: ${note}` });
    if (!done.ok) return done;
    const from = [task.code, task.title].filter(Boolean).join(" ");
    // The story of another plan's task is not theirs to write.
    if (into.access.manage)
      await changeAndTell(tx, into.id, {}, { kind: "changed", actor, now, note: `← ${from}: ${note}` });
    return { ok: true } as const;
  }
  const dueOn = verdict === "change" ? newDueOn : null;
  if (dueOn && datesRefused({ startsOn: task.startsOn, dueOn })) return refuse("starts-after-due");
  const due = dueOn ? { dueOn, duePrecision: newDuePrecision ?? "day" } : {};
  const changes = dueOn ? [{ field: "dueOn", from: task.dueOn ?? "", to: dueOn }] : [];
  await changeAndTell(tx, task.id, due, { kind: "changed", actor, now, note, changes });
  return { ok: true } as const;
}

/**
 * Applies what was said of some tasks (all that wait, without `taskIds`): the deadline changes, the task is cancelled or
 * merged, or goes on. What cannot be done stays and is counted in `left`. `seen` is what the person was shown of them: where
 * somebody has said another thing since, nothing is applied and the answer names the tasks. Refused: "gone",
 * "round-closed", "not-allowed", "changed-meanwhile" with `unseen`.
 */
export async function applyVerdicts(
  tx: Tx,
  { taskIds, seen, ...act }: RoundAct & { taskIds?: string[]; seen: ReadonlyMap<string, SeenVerdict> },
) {
  const found = await openFor(tx, act);
  if (!found.ok) return found;
  if (!found.round.mayManage) return refuse("not-allowed");
  let [applied, left] = [0, 0];
  const waiting = (await tasksOfRound(tx, { round: found.round, actor: act.actor })).filter(
    ({ id, verdict }) => verdict && !verdict.appliedAt && (!taskIds || taskIds.includes(id)),
  );
  const said = waiting.flatMap(({ id, verdict }) => (verdict ? [{ ...verdict, taskId: id }] : []));
  const unseen = unseenVerdicts(said, seen);
  if (unseen.length > 0) return { ok: false, reason: "changed-meanwhile", unseen } as const;
  for (const task of waiting) {
    const { verdict } = task;
    if (!verdict) continue;
    const done = isOpen(task.state) ? await carryOut(tx, act, { ...task, verdict }) : refuse("wrong-state");
    if (done.ok) await tx.update(reviewVerdicts).set({ appliedAt: act.now }).where(eq(reviewVerdicts.id, verdict.id));
    if (done.ok) applied += 1;
    else left += 1;
  }
  await noted(tx, act, "applied", { n: applied });
  return { ok: true, applied, left } as const;
}

/** Ends a round; what was not judged goes on as it is. Refused: "gone", "round-closed", "not-allowed", "still-waiting" (verdicts not applied). */
export async function closeRound(tx: Tx, act: RoundAct) {
  const found = await openFor(tx, act);
  if (!found.ok) return found;
  if (!found.round.mayManage) return refuse("not-allowed");
  const inRound = await tasksOfRound(tx, { round: found.round, actor: act.actor });
  if (inRound.some(({ verdict, state }) => verdict && !verdict.appliedAt && isOpen(state)))
    return refuse("still-waiting");
  await tx.update(reviewRounds).set({ closedAt: act.now }).where(eq(reviewRounds.id, act.roundId));
  await noted(tx, act, "closed");
  return { ok: true } as const;
}
