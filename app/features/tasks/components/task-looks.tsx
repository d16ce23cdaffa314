import { Status, type Tone } from "~/ui/badge";
import { Ltr } from "~/ui/text";
import type { IconName } from "~/ui/icon";
import { formatNumber, type Locale } from "~/web/i18n";
import { type Day, formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import type { Colour, Reason } from "../colour.rules";
import { taskWords, type Words } from "../messages";
import { shareOf } from "../progress.rules";
import type { DuePrecision, TaskState } from "../rules";

const colours: Record<Colour, { tone: Tone; icon?: IconName }> = {
  "done-on-time": { tone: "success" },
  "done-late": { tone: "info", icon: "check" },
  red: { tone: "danger" },
  amber: { tone: "warning" },
  green: { tone: "accent" },
  unplanned: { tone: "neutral" },
  "no-data": { tone: "neutral" },
  none: { tone: "neutral" },
};

/** How a task stands, computed: word, sign and colour; the deciding reason is its title. */
export function ColourBadge({ colour, reasons }: { colour: Colour; reasons: readonly Reason[] }) {
  const t = useWords(taskWords);
  const locale = useLocale();
  const first = reasons[0];
  return (
    <span title={reasons.map((reason) => whyText(reason, t, locale)).join(". ") || undefined}>
      <Status {...colours[colour]}>{first ? whyText(first, t, locale) : t.colours[colour]}</Status>
    </span>
  );
}

/** One reason in words. */
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

const states: Record<TaskState, { tone: Tone; icon: IconName }> = {
  draft: { tone: "neutral", icon: "edit" },
  assigned: { tone: "accent", icon: "letter" },
  received: { tone: "accent", icon: "check" },
  "in-progress": { tone: "accent", icon: "resume" },
  submitted: { tone: "info", icon: "pause" },
  returned: { tone: "warning", icon: "repeat" },
  completed: { tone: "success", icon: "check" },
  "basically-completed": { tone: "success", icon: "check" },
  "carried-over": { tone: "neutral", icon: "repeat" },
  cancelled: { tone: "neutral", icon: "close" },
};

/** Where a task is on its way. */
export function StateBadge({ state }: { state: TaskState }) {
  const t = useWords(taskWords);
  return <Status {...states[state]}>{t.states[state]}</Status>;
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

/** The same on a page. */
export function Due(props: { dueOn: Day | null; duePrecision: DuePrecision }) {
  const text = dueText(props, useWords(taskWords));
  return props.dueOn !== null && props.duePrecision === "day" ? <Ltr>{text}</Ltr> : text;
}

/** "11/21 · 52,38 %": done, assigned, and then the share. */
export function DoneOf({ done, total }: { done: number; total: number }) {
  const locale = useLocale();
  const share = shareOf(done, total);
  if (share === null) return "–";
  return (
    <Ltr>
      {formatNumber(done, locale)}/{formatNumber(total, locale)} · {formatNumber(share, locale, 2)} %
    </Ltr>
  );
}
