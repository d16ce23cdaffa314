interface Numbered {
  id: string;
  parentId: string | null;
  isGroup: boolean;
  clause: string;
}

const signs: [number, string][] = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** 1 → "I", 14 → "XIV". */
export function romanOf(value: number): string {
  let [rest, text] = [value, ""];
  for (const [worth, sign] of signs)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
}

/**
 * The number of each row of an annex and what it is cited by: the topmost groups "I", "II", what stands in them from 1 on,
 * deeper "1.1". A row keeps the number under which its document wrote it, as long as that fits its group.
 */
export function numbersOf(tasks: readonly Numbered[]): Map<string, { label: string; clause: string }> {
  const found = new Map<string, { label: string; clause: string }>();
  const used = new Map<string, number>();
  const isTopGroup = new Set(
    tasks
      .filter((task) => task.isGroup && !(task.parentId && tasks.some(({ id }) => id === task.parentId)))
      .map(({ id }) => id),
  );
  for (const task of tasks) {
    const parent = task.parentId === null ? undefined : found.get(task.parentId);
    const counter = `${parent ? task.parentId : ""} ${isTopGroup.has(task.id)}`;
    const n = (used.get(counter) ?? 0) + 1;
    used.set(counter, n);
    const underTop = task.parentId !== null && isTopGroup.has(task.parentId);
    const own = isTopGroup.has(task.id) ? romanOf(n) : parent && !underTop ? `${parent.label}.${n}` : String(n);
    const written = parent ? after(task.clause, `${parent.clause}.`) : task.clause;
    const label = written && /^([IVXLC]+|\d{1,3}(\.\d{1,3})*)$/.test(written) ? written : own;
    const clause = parent
      ? `${underTop ? `${parent.clause}.` : parent.clause.replace(parent.label, "")}${label}`
      : label;
    found.set(task.id, { label, clause });
  }
  return found;
}

const after = (text: string, start: string) => (text.startsWith(start) ? text.slice(start.length) : "");
