import { eq, inArray } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { holidays } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import type { HolidayLine } from "./forms";
import type { Holiday } from "./reads.server";

/** Who keeps the office's calendar: it moves everybody's due days. */
export const mayKeepHolidays = (actor: Actor): boolean => may(actor, "tasks.manage", null);

interface By {
  actor: Actor;
  now: Date;
}

/** Enters days; a day that is there already takes the new name and kind. Gives how many days differ now. Refused: "not-allowed". */
export async function enterHolidays(tx: Tx, { lines, actor, now }: { lines: HolidayLine[] } & By) {
  if (!mayKeepHolidays(actor)) return refuse("not-allowed");
  const wished = new Map(lines.map((line) => [line.day, line]));
  const days = [...wished.keys()];
  const known = await tx.select().from(holidays).where(inArray(holidays.day, days));
  for (const { day, name, kind } of known)
    if (wished.get(day)?.name === name && wished.get(day)?.kind === kind) wished.delete(day);
  const changed = [...wished.values()];
  if (changed.length === 0) return { ok: true, entered: 0 } as const;
  await tx.delete(holidays).where(inArray(holidays.day, [...wished.keys()]));
  await insertMany(tx, holidays, changed);
  const detail = { days: changed.length, first: changed[0]?.day ?? null };
  await record(tx, { actor, verb: "holidays.entered", subject: "organization:organization", detail, now });
  return { ok: true, entered: changed.length } as const;
}

/** Takes a day out and gives it back, so that it can be put in again; null when it was not there. Refused: "not-allowed". */
export async function removeHoliday(tx: Tx, { day, actor, now }: { day: string } & By) {
  if (!mayKeepHolidays(actor)) return refuse("not-allowed");
  const [removed] = await tx.delete(holidays).where(eq(holidays.day, day)).returning();
  if (!removed) return { ok: true, removed: null as Holiday | null } as const;
  const detail = { day, name: removed.name };
  await record(tx, { actor, verb: "holidays.removed", subject: "organization:organization", detail, now });
  return { ok: true, removed: removed as Holiday | null } as const;
}
