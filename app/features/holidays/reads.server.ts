import { and, asc, between } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { holidays } from "#db/schema.server";
import { type Calendar, calendarOf as calendarFrom } from "./rules";

export type Holiday = typeof holidays.$inferSelect;

/** Days off and exchanged working days, the earliest first; of one year, when given. */
export async function listHolidays(db: Reader, { year }: { year?: number } = {}): Promise<Holiday[]> {
  const within = year === undefined ? undefined : and(between(holidays.day, `${year}-01-01`, `${year}-12-31`));
  return await db.select().from(holidays).where(within).orderBy(asc(holidays.day));
}

/** The office's calendar of working days. */
export const calendarOf = async (db: Reader): Promise<Calendar> => calendarFrom(await listHolidays(db));
