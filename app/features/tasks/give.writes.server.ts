import type { Tx } from "#db/client.server";
import { appraiserFor, peopleToDo } from "./conclusions/reads.server";
import type { LineTask } from "./conclusions/forms";
import { dayIn } from "./row.writes.server";
import { mayAssign } from "./state.rules";
import { assignTask } from "./step.writes.server";
import { createTask, type TaskContent, taskDefaults } from "./writes.server";
import type { Actor } from "~/features/accounts/rules";

interface Giving extends Pick<TaskContent, "title" | "description" | "ownerUnitId" | "campaignId"> {
  task: LineTask;
  /** Accepts the result where nobody else in the plan does. */
  hostUnitId: string;
  helpingUnitIds: string[];
  eventId: string | null;
  /** In words, what the task was made of: one task for each. */
  press: string;
  actor: Actor;
  now: Date;
}

/**
 * Writes an additional task and gives it at once when lead, person, appraiser and deadline are known; else it stays a
 * draft. Who does it and who accepts it are proposed where the form says nothing. Refused as `createTask` and
 * `assignTask` say; ask it in `transactWhole`, or a task that could not be given stays behind.
 */
export async function giveTask(tx: Tx, { task, hostUnitId, helpingUnitIds, actor, now, ...content }: Giving) {
  const { leadUnitId } = task;
  const { ownerUnitId } = content;
  const people = leadUnitId ? await peopleToDo(tx, { unitId: leadUnitId, on: await dayIn(tx, now) }) : null;
  const who = {
    leadUnitId,
    responsibleId: task.responsibleId ?? people?.proposed?.personId ?? null,
    appraiserUnitId: task.appraiserUnitId ?? (await appraiserFor(tx, { ownerUnitId, leadUnitId, hostUnitId })),
  };
  const made = await createTask(tx, {
    ...taskDefaults,
    ...content,
    ...who,
    coordinatingGroups: [],
    coordinatingUnitIds: helpingUnitIds.filter((id) => id !== leadUnitId),
    predecessorIds: [],
    dueOn: task.due?.dueOn ?? null,
    duePrecision: task.due?.precision ?? "day",
    additional: true,
    ...{ actor, now },
  });
  if (!made.ok) return made;
  const { taskId, again } = made;
  const whole = !again && task.due !== null && mayAssign({ ...who, state: "draft", isGroup: false }) === null;
  if (whole) {
    const given = await assignTask(tx, { taskId, actor, now });
    if (!given.ok) return given;
  }
  return { ok: true, taskId, assigned: whole, again } as const;
}
