import { isWithDoer, mayStep, type TaskState } from "./rules";
import { mayAssign } from "./state.rules";

/** Everything a person can do to a task, in the order in which a menu lists it. */
export const taskActs = [
  "assign",
  "receive",
  "report",
  "evidence",
  "submit",
  "withdraw",
  "decide",
  "responsible",
  "edit",
  "part",
  "carry-over",
  "reopen",
  "cancel",
  "remove",
] as const;
export type ActOnTask = (typeof taskActs)[number];

export interface Standing {
  state: TaskState;
  isGroup: boolean;
  leadUnitId: string | null;
  responsibleId: string | null;
  appraiserUnitId: string | null;
  access: { manage: boolean; do: boolean; accept: boolean };
  /** The right is theirs by their unit or by name, not only by overseeing the plan: the turn is theirs too. */
  own: { do: boolean; accept: boolean };
  /** Pieces of evidence gathered and not yet handed in. */
  gathered: number;
  /** Parts below that are neither done nor out of the counts. */
  openParts: number;
  /** Whatever stands directly below. */
  parts: number;
  /** The waiting submission is this person's own, or their unit's: somebody else decides. */
  ownWork: boolean;
}

/** What this person may do to the task now. */
export function actsOn(task: Standing): ActOnTask[] {
  const { access, isGroup, state } = task;
  const can: Record<ActOnTask, boolean> = {
    assign: access.manage && mayAssign(task) === null,
    receive: access.do && mayStep(state, "receive"),
    report: access.do && mayStep(state, "report"),
    evidence: access.do && isWithDoer(state),
    submit: access.do && mayStep(state, "submit") && task.openParts === 0,
    withdraw: access.do && mayStep(state, "withdraw"),
    decide: access.accept && mayStep(state, "accept") && !task.ownWork,
    responsible: (access.do || access.manage) && task.leadUnitId !== null && (isWithDoer(state) || state === "draft"),
    edit: access.manage,
    part: access.manage && state !== "cancelled" && state !== "carried-over",
    "carry-over": access.manage && mayStep(state, "carry-over"),
    reopen: access.manage && mayStep(state, "reopen"),
    cancel: access.manage && mayStep(state, "cancel") && state !== "draft",
    remove: access.manage && state === "draft" && task.parts === 0,
  };
  const ofGroups: readonly ActOnTask[] = ["edit", "part", "remove"];
  return taskActs.filter((act) => can[act] && (!isGroup || ofGroups.includes(act)));
}

const ofDoers: readonly ActOnTask[] = ["receive", "report", "evidence", "submit"];

/**
 * The one thing for this person to do next, or null: it is another's turn, or nothing is left to do. Who oversees the
 * plan may act for a unit, and is not told that it is for them to do.
 */
export function nextActOn(task: Standing): ActOnTask | null {
  const { own } = task;
  const acts = actsOn(task).filter((act) => (ofDoers.includes(act) ? own.do : act !== "decide" || own.accept));
  const first = (...wished: ActOnTask[]) => wished.find((act) => acts.includes(act)) ?? null;
  if (task.isGroup) return first("part");
  switch (task.state) {
    case "draft":
      return first("assign", "edit");
    case "submitted":
      return first("decide");
    case "assigned":
      return first("receive");
    case "received":
      return first("report");
    case "in-progress":
      return task.gathered > 0 ? first("submit", "report") : first("report");
    case "returned":
      return task.gathered > 0 ? first("submit", "evidence") : first("evidence");
    default:
      return null;
  }
}
