import type { Colour } from "../colour.rules";
import { hasLeft, isDone, mayStep, type TaskState } from "../rules";
import type { TaskAccess } from "../sight.reads.server";

export const boardKinds = ["state", "unit", "group", "colour"] as const;
export type BoardKind = (typeof boardKinds)[number];
export const stateColumns = ["draft", "assigned", "doing", "submitted", "returned", "done", "ended"] as const;
export type StateColumn = (typeof stateColumns)[number];
const colourColumns = ["red", "amber", "green", "unplanned", "done-late", "done-on-time"] as const satisfies Colour[];

/** So many cards of a column are drawn; the rest is a link to the list. */
export const cardsPerColumn = 25;

export interface BoardTask {
  id: string;
  state: TaskState;
  isParent: boolean;
  leadUnitId: string | null;
  /** The highest group above it. */
  groupId: string | null;
  colour: Colour;
}

export interface Column<T> {
  /** A state's column, a colour, or the id of a unit or group; "" for none. */
  key: string;
  done: number;
  total: number;
  cards: T[];
}

/** Where a state stands on the board. */
export function columnOf(state: TaskState): StateColumn {
  if (hasLeft(state)) return "ended";
  if (isDone(state)) return "done";
  return state === "received" || state === "in-progress" ? "doing" : (state as StateColumn);
}

/**
 * The columns of a board, with all their cards in the order of the plan. Only tasks without parts are cards. By state and
 * colour the columns of the work stand there even when empty, all others when they hold something.
 */
export function columnsOf<T extends BoardTask>(tasks: readonly T[], by: BoardKind): Column<T>[] {
  const cards = tasks.filter(({ isParent }) => !isParent);
  const keyOf = (task: T): string => {
    if (by === "state") return columnOf(task.state);
    if (by === "colour") return task.colour;
    return (by === "unit" ? task.leadUnitId : task.groupId) ?? "";
  };
  const held = new Set(cards.map(keyOf));
  const always = (key: StateColumn) => key !== "draft" && key !== "ended";
  const fixed =
    by === "state" ? stateColumns.filter((key) => always(key) || held.has(key)) : by === "colour" ? colourColumns : [];
  const columns = new Map<string, Column<T>>(fixed.map((key) => [key, { key, done: 0, total: 0, cards: [] }]));
  for (const task of cards) {
    const key = keyOf(task);
    const column = columns.get(key) ?? { key, done: 0, total: 0, cards: [] };
    columns.set(key, column);
    column.cards.push(task);
    column.total += 1;
    if (isDone(task.state)) column.done += 1;
  }
  return [...columns.values()];
}

/** What this person may do to a card. `submit` and `decide` need evidence or words, and lead to the task's own page. */
export type CardStep = "receive" | "start" | "submit" | "decide";
export const isPressed = (step: CardStep): step is "receive" | "start" => step === "receive" || step === "start";

/** The steps that stand open to this person on a task in this state, in the order of the work. */
export function stepsOf(state: TaskState, access: TaskAccess): CardStep[] {
  const steps: CardStep[] = [];
  if (access.do && mayStep(state, "receive")) steps.push("receive");
  if (access.do && (state === "assigned" || state === "received")) steps.push("start");
  if (access.do && mayStep(state, "submit")) steps.push("submit");
  if (access.accept && mayStep(state, "accept")) steps.push("decide");
  return steps;
}

/** The step that dropping a card on a column means; null where it may not be dropped. */
export function stepInto(
  column: string,
  { state, steps }: { state: TaskState; steps: readonly CardStep[] },
): CardStep | null {
  if (columnOf(state) === column) return null;
  const means: Partial<Record<string, CardStep[]>> = {
    doing: ["receive", "start"],
    submitted: ["submit"],
    returned: ["decide"],
    done: ["decide"],
  };
  return means[column]?.find((step) => steps.includes(step)) ?? null;
}
