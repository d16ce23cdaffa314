import type { Day } from "~/web/time";

export const taskStates = [
  "draft",
  "assigned",
  "received",
  "in-progress",
  "submitted",
  "returned",
  "completed",
  "basically-completed",
  "carried-over",
  "cancelled",
] as const;
export type TaskState = (typeof taskStates)[number];

export const duePrecisions = ["day", "month", "quarter", "half-year"] as const;
export type DuePrecision = (typeof duePrecisions)[number];
export const taskPriorities = ["normal", "high", "urgent"] as const;
export type TaskPriority = (typeof taskPriorities)[number];
export const beneficiaries = ["citizens", "enterprises", "government", "internal"] as const;
export type Beneficiary = (typeof beneficiaries)[number];
export const unitGroups = ["departments", "communes", "unions"] as const;
export type UnitGroup = (typeof unitGroups)[number];
export const healths = ["on-track", "at-risk", "off-track"] as const;
export type Health = (typeof healths)[number];

/** What is done, "basically" or wholly: both count in "done / assigned", as the reports of the provinces do. */
export const isDone = (state: TaskState): boolean => state === "completed" || state === "basically-completed";

/** Cancelled or carried over: no longer this period's work, and shown only where it is asked for. */
export const hasLeft = (state: TaskState): boolean => state === "cancelled" || state === "carried-over";

/** Out of every count: it has left the period, or is a draft that nobody was assigned yet. */
export const isExcluded = (state: TaskState): boolean => state === "draft" || hasLeft(state);

/** Assigned and not ended: its clock runs. */
export const isOpen = (state: TaskState): boolean => !isDone(state) && !isExcluded(state);

/** In the doer's hands: not waiting for the appraiser. */
export const isWithDoer = (state: TaskState): boolean => isOpen(state) && state !== "submitted";

/** What people do to a task, and from which states; domain 2.11. */
export const taskSteps = {
  assign: ["draft"],
  receive: ["assigned"],
  report: ["assigned", "received", "in-progress", "returned"],
  submit: ["assigned", "received", "in-progress", "returned"],
  withdraw: ["submitted"],
  accept: ["submitted"],
  return: ["submitted"],
  reopen: ["completed", "basically-completed", "cancelled"],
  "carry-over": ["assigned", "received", "in-progress", "returned"],
  cancel: ["draft", "assigned", "received", "in-progress", "returned", "submitted"],
} as const satisfies Record<string, readonly TaskState[]>;
export type TaskStep = keyof typeof taskSteps;

/** Whether a task in this state can take the step; who may take it is asked elsewhere. */
export const mayStep = (state: TaskState, step: TaskStep): boolean =>
  (taskSteps[step] as readonly TaskState[]).includes(state);

/** The facts of one task that progress and colour are computed from; groups have `isGroup` and no state that counts. */
export interface TaskFacts {
  state: TaskState;
  /** 0–99, declared by the doer; null: never. */
  progress: number | null;
  startsOn: Day | null;
  dueOn: Day | null;
  calendar: "all" | "working";
  weight: number;
  critical: boolean;
  parentId: string | null;
  leadUnitId: string | null;
  /** The day on which the submission that waits, or that was accepted, was handed in. */
  submittedOn: Day | null;
  acceptedOn: Day | null;
  /** The doer's last word. */
  updatedOn: Day | null;
}

/** The same with its place in the tree. */
export interface TreeTask extends TaskFacts {
  id: string;
  isGroup: boolean;
}
