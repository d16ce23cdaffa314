import * as v from "valibot";
import { clockField } from "~/web/form";

/** "7, 3, 1" as days: whole numbers from 0 to 60, each once. Code: bad-days. */
const days = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.split(/[\s,;.]+/).filter(Boolean)),
    v.check(
      (parts) => parts.every((part) => /^\d{1,2}$/.test(part) && Number(part) <= 60) && parts.length <= 10,
      "bad-days",
    ),
    v.transform((parts) => [...new Set(parts.map(Number))].sort((a, b) => b - a)),
  ),
  "",
);

export const reminderForm = v.object({ silentDaysBefore: days, comingDaysBefore: days, clock: clockField });
