import type { Tx } from "#db/client.server";
import { refuse } from "~/web/refuse";
import { close } from "./hand-in.writes.server";
import { openSubmission } from "./reads.server";
import { noted, ready } from "./ready.writes.server";
import { changeAndTell, dayIn, type TaskAct } from "./row.writes.server";
import { mayAccept } from "./state.rules";

/** What waits for a decision; nobody decides on what they handed in themselves, and no unit on its own work. */
async function toDecide(tx: Tx, act: TaskAct, step: "accept" | "return") {
  const found = await ready(tx, act, step, "accept");
  if (!found.ok) return found;
  const submission = await openSubmission(tx, { taskId: act.taskId });
  if (!submission) return refuse("wrong-state");
  const { submittedBy: submitterUserId } = submission;
  const refused = mayAccept({ ...found.task, submitterUserId, actorUserId: act.actor.userId });
  if (refused) return refuse(refused);
  return { ok: true, task: found.task, submission } as const;
}

/**
 * The appraiser accepts: the task is done on the day it was handed in, whatever the appraiser's own delay. `basically`
 * where something small is left. Refused: "not-allowed", "wrong-state", "own-work".
 */
export async function acceptTask(
  tx: Tx,
  { basically, reason, ...act }: TaskAct & { basically: boolean; reason: string },
) {
  const found = await toDecide(tx, act, "accept");
  if (!found.ok) return found;
  const state = basically ? "basically-completed" : "completed";
  await close(tx, act, found.submission.id, state, reason);
  await changeAndTell(
    tx,
    act.taskId,
    { state, acceptedOn: await dayIn(tx, act.now), submittedOn: found.submission.submittedOn },
    { kind: state, actor: act.actor, now: act.now, note: reason },
  );
  await noted(tx, act, "accept", { basically });
  return { ok: true } as const;
}

/** The appraiser gives it back and says why; the doer's clock runs on. Refused: as accepting, and "no-reason". */
export async function returnTask(tx: Tx, { reason, ...act }: TaskAct & { reason: string }) {
  const found = await toDecide(tx, act, "return");
  if (!found.ok) return found;
  if (reason === "") return refuse("no-reason");
  await close(tx, act, found.submission.id, "returned", reason);
  await changeAndTell(
    tx,
    act.taskId,
    { state: "returned", submittedOn: null },
    { kind: "returned", actor: act.actor, now: act.now, note: reason },
  );
  await noted(tx, act, "return");
  return { ok: true } as const;
}
