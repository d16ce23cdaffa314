import { formatNumber, type Locale } from "~/web/i18n";
import { type Day, formatDay } from "~/web/time";
import type { Reason } from "./colour.rules";
import type { Words } from "./messages";
import type { DuePrecision } from "./rules";

/** One reason of a colour in words. */
export function whyText(reason: Reason, t: Words, locale: Locale): string {
  const points = (value: number) => formatNumber(value, locale, Number.isInteger(value) ? 0 : 2);
  switch (reason.why) {
    case "overdue":
    case "handed-in-late":
    case "due-soon":
    case "silent":
      return t.why[reason.why](reason.days);
    case "waiting":
      return t.why.waiting(reason.workingDays);
    case "behind":
      return t.why.behind(points(reason.points));
    case "critical-red":
      return t.why["critical-red"](reason.tasks);
    case "red-share":
    case "amber-share":
      return t.why[reason.why](points(reason.percent));
    default:
      return t.why[reason.why];
  }
}

const romans = ["I", "II", "III", "IV"];

/** A deadline as the plan wrote it: a day, or "Tháng 9/2025", "Quý III/2025", "6 tháng cuối năm 2025". */
export function dueText({ dueOn, duePrecision }: { dueOn: Day | null; duePrecision: DuePrecision }, t: Words): string {
  if (dueOn === null) return t.due.none;
  const [year, month] = dueOn.split("-").map(Number) as [number, number];
  if (duePrecision === "month") return t.due.month(month, year);
  if (duePrecision === "quarter") return t.due.quarter(romans[Math.ceil(month / 3) - 1] as string, year);
  if (duePrecision === "half-year") return month <= 6 ? t.due.firstHalf(year) : t.due.secondHalf(year);
  return formatDay(dueOn);
}
