import { mayStep, type TaskState, type TaskStep, type TreeTask } from "./rules";

export type Outcome = "completed" | "basically-completed";

/**
 * The state that a step leads to; null when it may not be done now. What comes back from a cancellation must be received
 * again, and was it never assigned, it is a draft again.
 */
export function stateAfter(
  step: TaskStep,
  { state, wasAssigned, outcome }: { state: TaskState; wasAssigned: boolean; outcome?: Outcome },
): TaskState | null {
  if (!mayStep(state, step)) return null;
  if (step === "accept") return outcome ?? "completed";
  if (step === "reopen" && state === "cancelled") return wasAssigned ? "assigned" : "draft";
  return leadsTo[step];
}

const leadsTo: Record<Exclude<TaskStep, "accept">, TaskState> = {
  assign: "assigned",
  receive: "received",
  report: "in-progress",
  submit: "submitted",
  withdraw: "in-progress",
  return: "returned",
  reopen: "in-progress",
  "carry-over": "carried-over",
  cancel: "cancelled",
};

export type AssignRefusal = "wrong-state" | "group" | "no-lead" | "no-responsible" | "no-appraiser" | "own-appraiser";

/** Why a task may not be handed to its lead unit; null when it may: who does it and who accepts it are known first. */
export function mayAssign({
  state,
  isGroup,
  leadUnitId,
  responsibleId,
  appraiserUnitId,
}: Pick<TreeTask, "state" | "isGroup" | "leadUnitId"> & {
  responsibleId: string | null;
  appraiserUnitId: string | null;
}): AssignRefusal | null {
  if (isGroup) return "group";
  if (!mayStep(state, "assign")) return "wrong-state";
  if (leadUnitId === null) return "no-lead";
  if (responsibleId === null) return "no-responsible";
  if (appraiserUnitId === null) return "no-appraiser";
  return leadUnitId === appraiserUnitId ? "own-appraiser" : null;
}

export type SubmitRefusal = "wrong-state" | "group" | "open-parts" | "no-evidence";

/** Why a task may not be handed in; null when it may. Work is shown, not claimed: at least one piece of evidence. */
export function maySubmit(task: {
  state: TaskState;
  isGroup: boolean;
  openParts: number;
  evidence: number;
}): SubmitRefusal | null {
  if (task.isGroup) return "group";
  if (!mayStep(task.state, "submit")) return "wrong-state";
  if (task.openParts > 0) return "open-parts";
  return task.evidence > 0 ? null : "no-evidence";
}

export type AcceptRefusal = "wrong-state" | "no-appraiser" | "own-appraiser" | "own-work";

/** Why this person may neither accept nor return what was handed in; null when they may. Nobody judges their own work. */
export function mayAccept(task: {
  state: TaskState;
  appraiserUnitId: string | null;
  leadUnitId: string | null;
  submitterUserId: string | null;
  actorUserId: string;
}): AcceptRefusal | null {
  if (!mayStep(task.state, "accept")) return "wrong-state";
  if (task.appraiserUnitId === null) return "no-appraiser";
  if (task.appraiserUnitId === task.leadUnitId) return "own-appraiser";
  return task.submitterUserId === task.actorUserId ? "own-work" : null;
}
