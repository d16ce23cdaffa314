import { type Actor, covers, reachOf, type Reach } from "~/features/accounts/rules";
import type { Day } from "~/web/time";

export const difficultyCategories = [
  "institutions",
  "people",
  "infrastructure",
  "data",
  "money",
  "coordination",
  "awareness",
  "enterprises",
  "other",
] as const;
export type DifficultyCategory = (typeof difficultyCategories)[number];
export const difficultyStates = ["open", "resolved", "dropped"] as const;
export type DifficultyState = (typeof difficultyStates)[number];

export const difficultiesPerPage = 50;

/** What is written of a difficulty. */
export interface DifficultyContent {
  category: DifficultyCategory;
  title: string;
  detail: string;
  proposerUnitId: string;
  /** Who is to solve it; null: not named yet. */
  resolverUnitId: string | null;
  dueOn: Day | null;
  /** The task it concerns. */
  taskId: string | null;
  /** The figure that is missed, in words. */
  gap: string;
  campaignId: string | null;
  /** The task cannot go on before it is solved. */
  blocks: boolean;
}

export const isOverdue = ({ state, dueOn }: { state: DifficultyState; dueOn: Day | null }, today: Day): boolean =>
  state === "open" && dueOn !== null && dueOn < today;

/** What one person may do to one difficulty. */
export interface DifficultyAccess {
  /** The organizers of the proposer's part of the tree: everything. */
  manage: boolean;
  /** The unit that says so: words it, drops it, opens it again. */
  propose: boolean;
  /** The unit that is to solve it: says how it was solved. */
  resolve: boolean;
}

/** The rights over a difficulty whose units stand at these paths. */
export function accessTo(
  actor: Actor,
  { proposerPath, resolverPath }: { proposerPath: string; resolverPath: string | null },
): DifficultyAccess {
  const doing = reachOf(actor, "tasks.do");
  return {
    manage: covers(reachOf(actor, "tasks.manage"), proposerPath),
    propose: covers(doing, proposerPath),
    resolve: resolverPath !== null && covers(doing, resolverPath),
  };
}

/** The units that are this person's own: who organizes everywhere has none, and nothing waits for them alone. */
export function ownReach(actor: Actor): Reach {
  const reach = reachOf(actor, "tasks.do");
  return reach.all ? { all: false, paths: [] } : reach;
}

/** The field of the form that a refused write is about. */
export const refusedField = (reason: string): string => fieldOfRefusal[reason] ?? "form";

const fieldOfRefusal: Record<string, string> = {
  "no-such-unit": "proposerUnitId",
  "proposer-closed": "proposerUnitId",
  "no-such-resolver": "resolverUnitId",
  "unit-closed": "resolverUnitId",
  "needs-task": "taskId",
  "no-such-task": "taskId",
  "no-such-campaign": "campaignId",
};
