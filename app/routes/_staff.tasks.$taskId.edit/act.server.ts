import { read, transact, transactWhole } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { closedUnitField } from "~/features/tasks/form.reads.server";
import { changedFields, refusedField } from "~/features/tasks/content.rules";
import { listsIn, parseGroup, parseNewPerson, parseTask, type taskValues } from "~/features/tasks/forms";
import { pushSuccessors, type TooEarly } from "~/features/tasks/graph.rules";
import { appointResponsible } from "~/features/tasks/person.writes.server";
import { relationsOf, type Task } from "~/features/tasks/reads.server";
import { mayAssign } from "~/features/tasks/state.rules";
import { assignTask } from "~/features/tasks/step.writes.server";
import { changeGroup } from "~/features/tasks/group.writes.server";
import { changeTask } from "~/features/tasks/writes.server";
import { textFields } from "~/web/form";

interface Act {
  task: Task;
  actor: Actor;
  form: FormData;
  now: Date;
}

export interface Difference {
  field: string;
  /** As typed, and as stored now. */
  mine: string;
  theirs: string;
}

type Refused = { ok: false; status: number; errors: Record<string, string>; meanwhile?: Difference[]; seen?: string };
type Done = { ok: true; changed: boolean; assigned: boolean };

/** Saves a group's form. */
export async function saveGroup({ task, actor, form, now }: Act): Promise<Done | Refused> {
  const group = parseGroup(form);
  if (!group.ok) return { ok: false, status: 422, errors: group.errors };
  const seen = new Date(String(form.get("seen")));
  const done = await transact((tx) => changeGroup(tx, { taskId: task.id, actor, now, seen, ...group.value }));
  if (done.ok) return { ok: true, changed: true, assigned: false };
  const again = done.reason === "changed-meanwhile" ? { seen: task.updatedAt.toISOString() } : {};
  return { ok: false, status: 409, errors: { [refusedField(done.reason)]: done.reason }, ...again };
}

/** Saves a task's form; where somebody saved meanwhile, the answer tells field by field what differs. */
export async function saveTask({ task, actor, form, now }: Act): Promise<Done | Refused> {
  const read = parseTask(form);
  const person = parseNewPerson(form);
  if (!read.ok || !person.ok)
    return { ok: false, status: 422, errors: { ...(read.ok ? {} : read.errors), ...(person.ok ? {} : person.errors) } };
  const assigning = form.get("do") === "assign" && task.state === "draft";
  const responsibleId = person.value ? "new" : read.value.responsibleId;
  const lacking = assigning ? mayAssign({ ...read.value, state: "draft", isGroup: false, responsibleId }) : null;
  if (lacking) return { ok: false, status: 422, errors: { [refusedField(lacking)]: lacking } };
  const seen = new Date(String(form.get("seen")));
  const act = { taskId: task.id, actor, now };
  const done = await transactWhole(async (tx) => {
    const noted = person.value
      ? await appointResponsible(tx, { unitId: read.value.leadUnitId ?? "", person: person.value, actor, now })
      : null;
    if (noted && !noted.ok) return noted;
    const content = { ...read.value, responsibleId: noted?.personId ?? read.value.responsibleId };
    const saved = await changeTask(tx, { ...act, seen, ...content });
    const given = saved.ok && assigning ? await assignTask(tx, act) : null;
    return given && !given.ok ? given : saved;
  });
  if (done.ok) return { ok: true, changed: "changes" in done && done.changes.length > 0, assigned: assigning };
  if (done.reason === "changed-meanwhile" && "now" in done) {
    const meanwhile = changedFields(done.now, read.value).map(({ field, from, to }) => ({
      field,
      mine: to,
      theirs: from,
    }));
    return { ok: false, status: 409, errors: {}, meanwhile, seen: done.updatedAt.toISOString() };
  }
  return { ok: false, status: 409, errors: await onFields(form, done.reason) };
}

async function onFields(form: FormData, reason: string): Promise<Record<string, string>> {
  const closed = reason === "unit-closed";
  const field = closed
    ? await closedUnitField(read, textFields(form), listsIn(form).coordinatingUnit)
    : refusedField(reason);
  return { [field]: reason };
}

/** Which fields of the form hold one field of a task's content. */
const formFields: Record<string, string> = {
  coordinatingUnitIds: "coordinatingUnit",
  coordinatingGroups: "coordinatingGroup",
  predecessorIds: "predecessor",
  calendar: "workingDays",
};

/** The form with what is stored now in place of what was typed, where the person chose so after a clash. */
export function withTheirs(form: FormData, now: ReturnType<typeof taskValues>): FormData {
  for (const [name, choice] of [...form]) {
    if (!name.startsWith("take.") || choice !== "theirs") continue;
    const field = formFields[name.slice(5)] ?? name.slice(5);
    const list = (now.lists as Record<string, string[]>)[field];
    form.delete(field);
    if (list) for (const value of list) form.append(field, value);
    else form.set(field, now.values[field] ?? "");
  }
  return form;
}

/** Where the dates of the saved task contradict those before and after it: which one, and on what day. */
export async function warningsOf(task: Task, actor: Actor): Promise<(TooEarly & { title: string; own: boolean })[]> {
  const { before, after } = await relationsOf(read, { taskId: task.id, actor });
  const edges = [
    ...before.map(({ id }) => ({ taskId: task.id, predecessorId: id })),
    ...after.map(({ id }) => ({ taskId: id, predecessorId: task.id })),
  ];
  const titles = new Map([...before, ...after].map(({ id, title }) => [id, title]));
  return pushSuccessors([task, ...before, ...after], edges).map((one) => {
    const own = one.taskId === task.id;
    return { ...one, own, title: titles.get(own ? one.predecessorId : one.taskId) ?? "" };
  });
}
