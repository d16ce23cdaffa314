import { transact, transactWhole } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import {
  parseAcceptance,
  parseCarryOver,
  parseReason,
  parseReport,
  parseResponsible,
  parseStatement,
} from "~/features/tasks/forms";
import { appointResponsible } from "~/features/tasks/person.writes.server";
import type { Task } from "~/features/tasks/reads.server";
import { acceptTask, returnTask } from "~/features/tasks/decide.writes.server";
import { cancelTask, carryOver, reopenTask } from "~/features/tasks/end.writes.server";
import { submitTask, withdrawSubmission } from "~/features/tasks/hand-in.writes.server";
import { nameResponsible, reportProgress } from "~/features/tasks/step.writes.server";
import { removeTask } from "~/features/tasks/writes.server";
import { type FormErrors, fieldError } from "~/web/form";
import { paths } from "~/web/paths";
import type { Step } from "./steps";

interface Act {
  task: Task;
  actor: Actor;
  form: FormData;
  now: Date;
}
type Said =
  | "report"
  | "submit"
  | "withdraw"
  | "completed"
  | "basically-completed"
  | "returned"
  | "responsible"
  | "carry-over"
  | "reopen"
  | "cancel"
  | "remove";
type Done = { ok: true; said: Said; to: string } | (FormErrors & { refused?: true });

/** Does a step with what the form holds; a refusal comes back on the field that can mend it. */
export async function act(step: Step, { task, actor, form, now }: Act): Promise<Done> {
  const by = { taskId: task.id, actor, now };
  const refuse = (reason: string, field = "form"): Done => ({ ...fieldError(form, field, reason), refused: true });
  const done = (said: Said, to = paths.task(task.id)): Done => ({ ok: true, said, to });
  switch (step) {
    case "report": {
      const read = parseReport(form);
      if (!read.ok) return read;
      const wrote = await transact((tx) => reportProgress(tx, { ...by, ...read.value }));
      return wrote.ok ? done("report") : refuse(wrote.reason, wrote.reason === "nothing-said" ? "note" : "form");
    }
    case "submit": {
      const read = parseStatement(form);
      if (!read.ok) return read;
      const wrote = await transact((tx) => submitTask(tx, { ...by, ...read.value }));
      return wrote.ok ? done("submit") : refuse(wrote.reason);
    }
    case "withdraw": {
      const wrote = await transact((tx) => withdrawSubmission(tx, by));
      return wrote.ok ? done("withdraw") : refuse(wrote.reason);
    }
    case "decide":
      return await decide({ task, actor, form, now }, refuse, done);
    case "responsible":
      return await name({ task, actor, form, now }, refuse, done);
    case "carry-over": {
      const read = parseCarryOver(form);
      if (!read.ok) return read;
      const wrote = await transact((tx) => carryOver(tx, { ...by, ...read.value }));
      if (!wrote.ok) return refuse(wrote.reason, wrote.reason === "not-later" ? "dueOn" : "form");
      return done("carry-over", paths.task(wrote.taskId));
    }
    case "remove": {
      const wrote = await transact((tx) => removeTask(tx, by));
      return wrote.ok ? done("remove", task.parentId ? paths.task(task.parentId) : paths.tasks) : refuse(wrote.reason);
    }
    default: {
      const read = parseReason(form);
      if (!read.ok) return read;
      const write = step === "cancel" ? cancelTask : reopenTask;
      const wrote = await transact((tx) => write(tx, { ...by, ...read.value }));
      return wrote.ok ? done(step) : refuse(wrote.reason);
    }
  }
}

type Refuse = (reason: string, field?: string) => Done;
type Finish = (said: Said, to?: string) => Done;

async function decide({ task, actor, form, now }: Act, refuse: Refuse, done: Finish): Promise<Done> {
  const by = { taskId: task.id, actor, now };
  const outcome = form.get("outcome");
  if (outcome === "returned") {
    const read = parseReason(form);
    if (!read.ok) return read;
    const wrote = await transact((tx) => returnTask(tx, { ...by, ...read.value }));
    return wrote.ok ? done("returned") : refuse(wrote.reason);
  }
  if (outcome !== "completed" && outcome !== "basically-completed") return fieldError(form, "outcome", "required");
  form.set("basically", outcome === "basically-completed" ? "on" : "");
  const read = parseAcceptance(form);
  if (!read.ok) return read;
  const wrote = await transact((tx) => acceptTask(tx, { ...by, ...read.value }));
  return wrote.ok ? done(outcome) : refuse(wrote.reason);
}

async function name({ task, actor, form, now }: Act, refuse: Refuse, done: Finish): Promise<Done> {
  const read = parseResponsible(form);
  if (!read.ok) return read;
  const { personId, newPerson } = read.value;
  const wrote = await transactWhole(async (tx) => {
    const noted = newPerson
      ? await appointResponsible(tx, { unitId: task.leadUnitId ?? "", person: newPerson, actor, now })
      : { ok: true as const, personId };
    return noted.ok ? await nameResponsible(tx, { taskId: task.id, actor, now, personId: noted.personId }) : noted;
  });
  return wrote.ok ? done("responsible") : refuse(wrote.reason, newPerson ? "personName" : "responsibleId");
}
