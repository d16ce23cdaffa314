import { Icon } from "~/ui/icon";
import { formatNumber } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { type Day, daysBetween, formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import { campaignWords } from "../messages";
import type { Warning } from "../rules";

interface Props {
  milestone: { dueOn: Day; doneOn: Day | null };
  warning: Warning | undefined;
  today: Day;
  /** Titles by id, for warnings that name another milestone. */
  titles: Record<string, Localized>;
}

/** How a milestone stands, in words: done, days left, or why it deserves attention. */
export function MilestoneNote({ milestone, warning, today, titles }: Props) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  const number = (n: number) => formatNumber(n, locale);
  if (milestone.doneOn) return <span className="soft small">{t.doneOn(formatDay(milestone.doneOn))}</span>;
  if (!warning) {
    const left = daysBetween(today, milestone.dueOn);
    return <span className="soft small">{left === 0 ? t.today : t.inDays(number(left))}</span>;
  }
  const after = "after" in warning ? titles[warning.after] : undefined;
  const name = after ? inLanguage(after, locale) : "";
  return (
    <span className={warning.kind === "late" ? "warn warn-late" : "warn"}>
      <Icon name="warning" size={14} />
      <span>
        {warning.kind === "late" && t.late(number(warning.days))}
        {warning.kind === "squeezed" && t.squeezed(number(warning.left), number(warning.planned), name)}
        {warning.kind === "out-of-order" && t.outOfOrder(name)}
      </span>
    </span>
  );
}
