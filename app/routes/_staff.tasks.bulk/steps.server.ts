import { randomUUID } from "node:crypto";
import { read } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { valueChoices } from "~/features/tasks/bulk/choices.reads.server";
import { parseTicked } from "~/features/tasks/bulk/forms";
import { tryMany } from "~/features/tasks/bulk/jobs.server";
import { seenRows } from "~/features/tasks/bulk/reads.server";
import { type BulkAct, type BulkChange, readSeen, type SeenRow, writeSeen } from "~/features/tasks/bulk/rules";
import { mostRows, parseTaskQuery } from "~/features/tasks/query.rules";
import { taskIds } from "~/features/tasks/list/ids.reads.server";
import { namesOf } from "~/features/tasks/story.reads.server";
import { allValues, type FormErrors, textFields } from "~/web/form";
import type { Locale } from "~/web/i18n";

interface Asking {
  form: FormData;
  query: string;
  actor: Actor;
  locale: Locale;
  now: Date;
}
type Step = Asking & { act: BulkAct; rows: SeenRow[] };

/** The rows on their way through the steps; at first those that are ticked, or all that the list found. At most 1,000. */
export async function rowsOf({ form, query, actor, now }: Asking): Promise<SeenRow[]> {
  const under = readSeen(allValues(form, "row"));
  if (under.length > 0) return under;
  const { every, ids } = parseTicked(form);
  const meant = every
    ? await taskIds(read, { query: parseTaskQuery(new URLSearchParams(query)), actor, now })
    : ids.slice(0, mostRows);
  return await seenRows(read, { ids: meant, actor });
}

const shared = ({ act, query, rows }: Step) => ({ act, query, rows: rows.map(writeSeen) });

/** What the form for the new value shows. */
export async function askForValue({ errors = null, ...step }: Step & { errors?: FormErrors | null }) {
  const ids = step.rows.map(({ taskId }) => taskId);
  return {
    ...{ step: "value" as const, ...shared(step) },
    choices: await valueChoices(read, { ...step, ids }),
    typed: textFields(step.form).value ?? "",
    error: errors?.errors.value,
  };
}

/** What would become of each row, and the press that does it. */
export async function tryChange({ change, ...step }: Step & { change: BulkChange }) {
  const { act, rows, actor, now, locale } = step;
  const tried = await tryMany({ act, change, rows, actor, now });
  const ids = tried.flatMap(({ changes }) =>
    changes.flatMap(({ from, to }) => [...from.split(", "), ...to.split(", ")]),
  );
  const due = change.kind === "set" ? change.set : null;
  return {
    ...{ step: "preview" as const, ...shared(step) },
    press: randomUUID(),
    value: textFields(step.form).value ?? "",
    tried,
    names: await namesOf(read, { ids: ids.filter((id) => /^[\w-]{36}$/.test(id)), actor, locale }),
    due: due?.duePrecision ? { dueOn: due.dueOn ?? null, duePrecision: due.duePrecision } : null,
  };
}
