import type { Day } from "~/web/time";
import { overdueDays } from "../colour.rules";
import { isDone, isOpen, type TaskFacts } from "../rules";

/** A position as head of a unit, from its first to its last day. */
export interface Term {
  unitId: string;
  heldFrom: Day;
  heldTo: Day | null;
}

/** A task as far as a head answers for it. */
export interface AnsweredTask extends TaskFacts {
  /** Whose head answers: the accountable unit, or the lead unit where none is named. */
  answersUnitId: string | null;
  assignedOn: Day | null;
}

/** The day whose head answers for a task: when it was handed in, or today while nobody has. */
export const answerDay = (task: AnsweredTask, today: Day): Day =>
  isDone(task.state) || task.state === "submitted" ? (task.submittedOn ?? task.acceptedOn ?? today) : today;

const holds = ({ heldFrom, heldTo }: Term, day: Day) => heldFrom <= day && (heldTo === null || day <= heldTo);

/** The term in which a task is answered for; succession keeps what was handed in before with who headed then. */
export const termOf = <T extends Term>(task: AnsweredTask, terms: readonly T[], today: Day): T | null =>
  terms.find((term) => term.unitId === task.answersUnitId && holds(term, answerDay(task, today))) ?? null;

/** "own": answered for in this term; "handed-on": begun in it and left to who came after; null: not of this term. */
export function partIn(task: AnsweredTask, term: Term, today: Day): "own" | "handed-on" | null {
  if (task.answersUnitId !== term.unitId) return null;
  const day = answerDay(task, today);
  if (holds(term, day)) return "own";
  const begun = task.assignedOn === null || (term.heldTo !== null && task.assignedOn <= term.heldTo);
  return begun && term.heldTo !== null && day > term.heldTo ? "handed-on" : null;
}

/** Of a year: due in it (assigned in it, without a deadline), or older and not handed in before the year began. */
export function isOfYear(task: AnsweredTask, year: number): boolean {
  const first = (task.dueOn ?? task.assignedOn ?? "").slice(0, 4);
  if (first === "" || Number(first) > year) return false;
  if (Number(first) === year || isOpen(task.state)) return true;
  return (task.submittedOn ?? "").slice(0, 4) === String(year);
}

export interface Answers {
  assigned: number;
  done: number;
  onTime: number;
  late: number;
  /** How often work came back, summed over the tasks. */
  returned: number;
  open: number;
  overdue: number;
}

/** Counts, and nothing but counts: a rating is not for a machine to give. */
export function answersOf(tasks: readonly (AnsweredTask & { returned: number })[], today: Day): Answers {
  const done = tasks.filter(({ state }) => isDone(state));
  const late = done.filter((task) => overdueDays(task, today) > 0);
  const open = tasks.filter(({ state }) => isOpen(state));
  return {
    assigned: tasks.length,
    done: done.length,
    onTime: done.length - late.length,
    late: late.length,
    returned: tasks.reduce((sum, { returned }) => sum + returned, 0),
    open: open.length,
    overdue: open.filter((task) => overdueDays(task, today) > 0).length,
  };
}

interface HeadTerm extends Term {
  personId: string;
  fullName: string;
  title: string;
}

/** Each head of each unit with what they answer for in a year; `term` null: nobody headed the unit on the day that counts. */
export function answersByHead<T extends HeadTerm>({
  tasks,
  terms,
  year,
  today,
}: {
  tasks: readonly (AnsweredTask & { returned: number })[];
  terms: readonly T[];
  year: number;
  today: Day;
}) {
  const byUnit = grouped(terms);
  const found = new Map<string, { unitId: string | null; term: T | null; tasks: (typeof tasks)[number][] }>();
  for (const task of tasks) {
    if (!isOfYear(task, year)) continue;
    const term = termOf(task, byUnit.get(task.answersUnitId ?? "") ?? [], today);
    const key = `${task.answersUnitId} ${term?.personId} ${term?.heldFrom}`;
    const row = found.get(key) ?? { unitId: task.answersUnitId, term, tasks: [] };
    row.tasks.push(task);
    found.set(key, row);
  }
  return [...found.values()].map((row) => ({ ...row, answers: answersOf(row.tasks, today) }));
}

function grouped<T extends Term>(terms: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const term of terms) found.set(term.unitId, [...(found.get(term.unitId) ?? []), term]);
  return found;
}
