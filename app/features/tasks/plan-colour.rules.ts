import { daysBetween } from "~/web/time";
import { type Colour, type Coloured, colourOf, limits, type Reason } from "./colour.rules";
import { hundredths, type When } from "./progress.rules";
import type { TreeTask } from "./rules";
import { type Tree, treeOf } from "./tree.rules";

/** One task that starts only when another has ended. */
export interface Edge {
  taskId: string;
  predecessorId: string;
}

export interface PlanCircumstances extends When {
  /** The tasks that an open difficulty holds up, and whether somebody is named who resolves it. */
  blocked: ReadonlyMap<string, { resolver: boolean }>;
  predecessors: readonly Edge[];
  /** The tasks of a drive in which two silent days are long. */
  campaignMode: ReadonlySet<string>;
}

/**
 * The colour of every task and parent of a plan. A red predecessor makes a task amber and never red, so what is red is
 * known before the predecessors are asked: two passes do, in any order of tasks, and a circle could not hang them.
 */
export function coloursOf(tasks: readonly TreeTask[], around: PlanCircumstances): Map<string, Coloured> {
  const tree = treeOf(tasks);
  const alone = colourAll(tree, around, new Set(), null);
  const waiting = new Set<string>();
  for (const { taskId, predecessorId } of around.predecessors)
    if (alone.get(predecessorId)?.colour === "red") waiting.add(taskId);
  return waiting.size ? colourAll(tree, around, waiting, alone) : alone;
}

/** `alone`: colours already known of the tasks that wait for nothing. */
function colourAll(
  tree: Tree<TreeTask>,
  around: PlanCircumstances,
  waiting: ReadonlySet<string>,
  alone: ReadonlyMap<string, Coloured> | null,
): Map<string, Coloured> {
  const below = tree.tasks.map((): Below => ({ ...nothing }));
  const coloured = new Map<string, Coloured>();
  for (let next = tree.order.length - 1; next >= 0; next -= 1) {
    const index = tree.order[next] as number;
    const task = tree.tasks[index] as TreeTask;
    const own = below[index] as Below;
    const isParent = tree.isParent[index] as boolean;
    const known = isParent || waiting.has(task.id) ? undefined : alone?.get(task.id);
    const result = isParent
      ? parentColour(task, own, tree.counts[index] as boolean, around)
      : (known ?? leafColour(task, around, waiting));
    coloured.set(task.id, result);
    const above = below[tree.parents[index] as number];
    if (above && tree.counts[index]) addBelow(above, task.weight, isParent ? own : leafBelow(task, result.colour));
  }
  return coloured;
}

const leafColour = (task: TreeTask, around: PlanCircumstances, waiting: ReadonlySet<string>) =>
  colourOf(task, {
    today: around.today,
    calendar: around.calendar,
    blocked: around.blocked.get(task.id) ?? null,
    predecessorRed: waiting.has(task.id),
    campaignMode: around.campaignMode.has(task.id),
  });

/** The tasks without parts under a parent, and how much of its weight is red and amber. */
interface Below {
  leaves: number;
  done: number;
  doneLate: number;
  red: number;
  criticalRed: number;
  amber: number;
  weight: number;
  redWeight: number;
  amberWeight: number;
}
const nothing: Readonly<Below> = {
  leaves: 0,
  done: 0,
  doneLate: 0,
  red: 0,
  criticalRed: 0,
  amber: 0,
  weight: 0,
  redWeight: 0,
  amberWeight: 0,
};

function leafBelow(task: TreeTask, colour: Colour): Below {
  const red = colour === "red" ? 1 : 0;
  const amber = colour === "amber" ? 1 : 0;
  return {
    leaves: 1,
    done: colour === "done-on-time" || colour === "done-late" ? 1 : 0,
    doneLate: colour === "done-late" ? 1 : 0,
    red,
    criticalRed: task.critical ? red : 0,
    amber,
    weight: 1,
    redWeight: red,
    amberWeight: amber,
  };
}

/** A child brings its own weight, shared among its leaves: splitting it cannot change what its parent sees of it. */
function addBelow(above: Below, weight: number, child: Below) {
  above.leaves += child.leaves;
  above.done += child.done;
  above.doneLate += child.doneLate;
  above.red += child.red;
  above.criticalRed += child.criticalRed;
  above.amber += child.amber;
  if (child.weight <= 0) return;
  above.weight += weight;
  above.redWeight += (weight * child.redWeight) / child.weight;
  above.amberWeight += (weight * child.amberWeight) / child.weight;
}

function parentColour(task: TreeTask, below: Below, counts: boolean, { today }: When): Coloured {
  if (!counts) return { colour: "none", reasons: [], charged: null };
  if (below.leaves === 0) return { colour: "no-data", reasons: [], charged: null };
  if (below.done === below.leaves)
    return { colour: below.doneLate ? "done-late" : "done-on-time", reasons: [], charged: null };
  const days = task.dueOn === null ? 0 : daysBetween(task.dueOn, today);
  const red = { why: "red-share", tasks: below.red, percent: percent(below.redWeight, below.weight) } as const;
  const amber = { why: "amber-share", tasks: below.amber, percent: percent(below.amberWeight, below.weight) } as const;
  const reasons: Reason[] = [];
  if (days > 0) reasons.push({ why: "overdue", days });
  if (below.criticalRed > 0) reasons.push({ why: "critical-red", tasks: below.criticalRed });
  if (red.percent >= limits.share.red) reasons.push(red);
  if (reasons.length) return { colour: "red", reasons, charged: null };
  if (below.red > 0) reasons.push(red);
  if (amber.percent >= limits.share.amber) reasons.push(amber);
  return { colour: reasons.length ? "amber" : "green", reasons, charged: null };
}

const percent = (part: number, whole: number) => (whole > 0 ? hundredths((100 * part) / whole) / 100 : 0);
