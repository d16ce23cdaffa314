import { fold } from "~/web/text";
import type { Line } from "./lines.rules";

/** A task that another waits for: a row of the file, or a task of the plan that the file does not hold. */
export type Before = { row: number } | { id: string };

const around = /^(sau|khi|sau khi|cho|hoan thanh|xong|nhiem vu|cong viec|viec|nv|so|muc|tt|stt)\s+/;

/** The tasks a cell names, one by one: "Sau nhiệm vụ 3", "B12; B13", "nhiệm vụ 5 mục II". */
function namesIn(cell: string): string[] {
  const turned = cell.replace(/(\d+)\s*,?\s*(?:mục|nhóm|phần)\s+([IVXLC]+|[A-Z])(?![\p{L}\d])/giu, "$2.$1");
  return turned
    .split(/[;,\n&+]|\s+và\s+/iu)
    .map((name) => {
      let bare = fold(name).replace(/[().:"“”]+$/g, "");
      for (let was = ""; was !== bare; ) {
        was = bare;
        bare = bare.replace(around, "").replace(/\s+(hoan thanh|xong|ket thuc)$/, "");
      }
      // "3FS" is what planning software writes for "after task 3".
      return bare.replace(/^(\d+)fs$/, "$1").trim();
    })
    .filter(Boolean);
}

/**
 * Makes a finder of the tasks that a line waits for: by code, by the whole number ("II.3"), by the number beside it, by
 * the number where the file has it once, by the title. `unknown` are the names that find none, or more than one.
 */
export function beforeFinder(
  lines: Line[],
  known: { id: string; code: string; title: string; clause: string; isGroup: boolean }[],
) {
  const books = { code: book(), clause: book(), beside: book(), label: book(), title: book() };
  const own = { code: book(), clause: book(), title: book() };
  for (const line of lines) {
    if (line.isGroup) continue;
    const before = { row: line.row };
    books.code.put(fold(line.text.code), before);
    books.clause.put(fold(line.clause), before);
    books.beside.put(`${line.parentRow}/${fold(line.label)}`, before);
    books.label.put(fold(line.label), before);
    books.title.put(fold(line.text.title), before);
  }
  for (const task of known) {
    if (task.isGroup) continue;
    own.code.put(fold(task.code), { id: task.id });
    own.clause.put(fold(task.clause), { id: task.id });
    own.title.put(fold(task.title), { id: task.id });
  }
  const clauseOf = new Map(lines.map((line) => [line.row, line.clause]));
  return (line: Line): { before: Before[]; unknown: string[] } => {
    const before: Before[] = [];
    const unknown: string[] = [];
    for (const name of namesIn(line.text.predecessors)) {
      const found =
        books.code.one(name) ??
        own.code.one(name) ??
        books.clause.one(name) ??
        books.beside.one(`${line.parentRow}/${name}`) ??
        // In a file of the mended rows alone, the task beside it stands in the plan already.
        own.clause.one(fold(`${clauseOf.get(line.parentRow ?? 0)}.${name}`)) ??
        own.clause.one(name) ??
        books.label.one(name) ??
        books.title.one(name) ??
        own.title.one(name);
      if (found) before.push(found);
      else unknown.push(name);
    }
    return { before, unknown };
  };
}

function book() {
  const entries = new Map<string, Before[]>();
  return {
    put(key: string, before: Before) {
      if (key !== "" && !key.endsWith("/")) entries.set(key, [...(entries.get(key) ?? []), before]);
    },
    one(key: string): Before | null {
      const found = entries.get(key) ?? [];
      return found.length === 1 ? (found[0] as Before) : null;
    },
  };
}

interface Waiting {
  name: string;
  parent: string | null;
  /** What must end before it starts. */
  before: readonly string[];
}

/**
 * Makes a judge of relations: whether a task that waits for another waits for itself. A parent ends when its children have
 * ended, and a child starts no sooner than its parent; so a task waits neither for what holds it nor for what it holds.
 * All relations of a plan are judged at once: one by one, a thousand of them would take minutes.
 */
export function circlesIn(tasks: readonly Waiting[]): (name: string, before: string) => boolean {
  const [start, end] = [(name: string) => `s${name}`, (name: string) => `e${name}`];
  const edges = new Map<string, string[]>();
  const put = (from: string, to: string) => addTo(edges, from, to);
  for (const { name, parent, before } of tasks) {
    put(end(name), start(name));
    for (const other of before) put(start(name), end(other));
    if (parent === null) continue;
    put(end(parent), end(name));
    put(start(name), start(parent));
  }
  const circle = circleOf(edges);
  return (name, before) => {
    const found = circle.get(start(name));
    return found !== undefined && found === circle.get(end(before));
  };
}

function addTo(edges: Map<string, string[]>, from: string, to: string): void {
  const there = edges.get(from);
  if (there) there.push(to);
  else edges.set(from, [to]);
}

/** The nodes that reach each other have the same number (Kosaraju). */
function circleOf(edges: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const into = new Map<string, string[]>();
  for (const [from, tos] of edges) for (const to of tos) addTo(into, to, from);
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const root of edges.keys()) walk(root, edges, seen, (node) => finished.push(node));
  const numbers = new Map<string, number>();
  const taken = new Set<string>();
  for (const [number, root] of finished.reverse().entries())
    walk(root, into, taken, (node) => numbers.set(node, number));
  return numbers;
}

/** Depth first without recursion: a chain of a thousand tasks is no rarity. */
function walk(
  root: string,
  edges: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  leave: (node: string) => void,
): void {
  if (seen.has(root)) return;
  seen.add(root);
  const way = [{ node: root, next: 0 }];
  for (let at = way.at(-1); at; at = way.at(-1)) {
    const to = edges.get(at.node)?.[at.next];
    at.next += 1;
    if (to === undefined) {
      leave(at.node);
      way.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      way.push({ node: to, next: 0 });
    }
  }
}
