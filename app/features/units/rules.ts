import { compareVi } from "~/web/text";
import type { Day } from "~/web/time";

export const unitKinds = [
  "province",
  "party",
  "council",
  "committee",
  "office",
  "department",
  "sector",
  "front",
  "union",
  "school",
  "enterprise",
  "service-centre",
  "district",
  "commune",
  "ward",
  "special-zone",
  "residential-group",
  "team",
  "other",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Below the communes and wards: too many for a list to choose from. */
export const smallKinds: readonly UnitKind[] = ["residential-group", "team"];

export const duties = ["head", "deputy", "focal-point", "contact", "member"] as const;
export type Duty = (typeof duties)[number];

/** How one unit followed another. */
export const successionKinds = ["merged", "renamed", "split", "replaced"] as const;
export type SuccessionKind = (typeof successionKinds)[number];

interface Period {
  activeFrom: Day | null;
  activeTo: Day | null;
}

/** A unit exists from its first day to its last day, both included; an unknown end is open. */
export const isActive = (unit: Period, day: Day): boolean =>
  (!unit.activeFrom || unit.activeFrom <= day) && (!unit.activeTo || day <= unit.activeTo);

interface Held {
  heldFrom: Day;
  heldTo: Day | null;
}

/** A position is held from its first day to its last day, both included. */
export const isHeld = (holding: Held, day: Day): boolean =>
  holding.heldFrom <= day && (!holding.heldTo || day <= holding.heldTo);

/** The path of a unit: all units below share it as a prefix. */
export const pathUnder = (parentPath: string | null, id: string): string => `${parentPath ?? "/"}${id}/`;

/** The ids of the units above, the highest first. */
export const idsAbove = (path: string): string[] => path.split("/").filter(Boolean).slice(0, -1);

export const depthOf = (path: string): number => path.split("/").length - 3;

/** A unit may not stand under itself or under one of its own. */
export const wouldCircle = (unit: { path: string }, parent: { path: string } | null): boolean =>
  parent?.path.startsWith(unit.path) ?? false;

interface Placed {
  id: string;
  parentId: string | null;
  name: string;
  kind: UnitKind;
}

export type Node<U> = U & { below: Node<U>[] };

const rank = new Map(unitKinds.map((kind, index) => [kind, index]));

/** Party bodies before departments before communes, then by name as a Vietnamese reader expects. */
export const compareUnits = (a: Pick<Placed, "kind" | "name">, b: Pick<Placed, "kind" | "name">): number =>
  (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || compareVi(a.name, b.name);

/** The units as a tree; one whose parent is not among them stands at the top. */
export function treeOf<U extends Placed>(units: readonly U[]): Node<U>[] {
  const nodes = new Map<string, Node<U>>(units.map((unit) => [unit.id, { ...unit, below: [] }]));
  const top: Node<U>[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId ? nodes.get(node.parentId) : undefined;
    (parent ? parent.below : top).push(node);
  }
  for (const node of nodes.values()) node.below.sort(compareUnits);
  return top.sort(compareUnits);
}

/** The tree read from top to bottom. */
export const flatten = <U>(nodes: readonly Node<U>[]): Node<U>[] =>
  nodes.flatMap((node) => [node, ...flatten(node.below)]);

/** A unit as a tree shows it: what is below stands in groups by kind, or is only counted where the page would grow too long. */
export interface Shown {
  id: string;
  name: string;
  activeTo: Day | null;
  /** Units below, at any depth. */
  size: number;
  /** Directly below and left out here. */
  hidden: number;
  open: boolean;
  groups: { kind: UnitKind; units: Shown[] }[];
}

/** A tree cut to about `most` units, level by level, so that 3,355 units open as fast as thirty. */
export function shownTree<U extends Placed & { activeTo: Day | null }>(units: readonly U[], most = 400): Shown[] {
  const top = treeOf(units);
  const sizes = new Map<string, number>();
  const measure = (node: Node<U>): number => {
    const size = node.below.reduce((sum, one) => sum + 1 + measure(one), 0);
    sizes.set(node.id, size);
    return size;
  };
  for (const node of top) measure(node);
  const allowed = new Set<string>();
  // A whole level or none of it: branches that open here beside branches that lead away would puzzle.
  let shown = top.length;
  for (let level = top; level.length > 0; level = level.flatMap((node) => node.below)) {
    shown += level.reduce((sum, node) => sum + node.below.length, 0);
    if (shown > most) break;
    for (const node of level) allowed.add(node.id);
  }
  const show = (node: Node<U>, depth: number): Shown => {
    const whole = allowed.has(node.id);
    const groups = new Map<UnitKind, Shown[]>();
    for (const one of whole ? node.below : [])
      groups.set(one.kind, [...(groups.get(one.kind) ?? []), show(one, depth + 1)]);
    return {
      id: node.id,
      name: node.name,
      activeTo: node.activeTo,
      size: sizes.get(node.id) ?? 0,
      hidden: whole ? 0 : node.below.length,
      open: depth === 0 && top.length <= 3,
      groups: [...groups].map(([kind, members]) => ({ kind, units: members })),
    };
  };
  return top.map((node) => show(node, 0));
}
