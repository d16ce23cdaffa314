import * as v from "valibot";
import { choice, line, optionalDay, type Parsed, parseForm } from "~/web/form";
import type { DateMove } from "../dates.writes.server";

const Move = v.object({
  taskId: line(64),
  startsOn: optionalDay,
  dueOn: optionalDay,
  /** The task's `updatedAt` in milliseconds. */
  seen: v.pipe(v.string("required"), v.regex(/^\d{1,15}$/, "bad-number"), v.transform(Number)),
});

/** New dates of one task. Codes on `startsOn` and `dueOn`: bad-day. */
export function parseMove(form: FormData): Parsed<DateMove> {
  const read = parseForm(form, Move);
  if (!read.ok) return read;
  const { taskId, startsOn, dueOn, seen } = read.value;
  return { ok: true, value: { taskId, startsOn: startsOn || null, dueOn: dueOn || null, seen: new Date(seen) } };
}

/** What is done with an earlier press. */
export const parsePress = (form: FormData) =>
  parseForm(form, v.object({ batchId: line(64), do: choice(["undo", "push"]) }));
