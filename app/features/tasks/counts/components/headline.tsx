import { Stat, Stats } from "~/ui/counter";
import { Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";
import { DoneOf } from "../../components/task-looks";
import type { Counts } from "../../counts.rules";
import { taskWords } from "../../messages";
import { countWords } from "../messages";

interface HeadlineProps {
  done: number;
  total: number;
  equal: number | null;
  whole: { progress: number | null; expected: number | null };
  counts: Counts;
}

/** The figure of a plan, large, and under it what it is made of. */
export function Headline({ done, total, equal, whole, counts }: HeadlineProps) {
  const t = useWords(countWords);
  const { fields } = useWords(taskWords);
  const locale = useLocale();
  return (
    <>
      <Panel>
        <div className="headline">
          <p className="headline-note">{fields.done}</p>
          <p className="headline-figure">
            <DoneOf done={done} total={total} />
          </p>
          {equal !== null && <p className="headline-note">{t.equal(formatNumber(equal, locale, 2))}</p>}
          {whole.progress !== null && whole.expected !== null && (
            <p className="headline-note">
              {t.against(formatNumber(whole.progress, locale), formatNumber(whole.expected, locale))}
            </p>
          )}
        </div>
      </Panel>
      <Stats>
        <Stat label={t.red} value={counts.red} tone={counts.red > 0 ? "danger" : undefined} />
        <Stat label={t.amber} value={counts.amber} tone={counts.amber > 0 ? "warning" : undefined} />
        <Stat label={t.waiting} value={counts.waiting} />
        <Stat label={t.onTime} value={counts.onTime} />
        <Stat label={t.late} value={counts.late} />
      </Stats>
    </>
  );
}

/** "62 % / 71 %": progress, and what the dates let expect. */
export function Against({ progress, expected }: { progress: number | null; expected: number | null }) {
  const t = useWords(countWords);
  const locale = useLocale();
  if (progress === null) return "–";
  const percent = (value: number) => `${formatNumber(value, locale)} %`;
  return (
    <span className="nowrap">
      <Ltr>{percent(progress)}</Ltr>
      {expected !== null && (
        <span className="soft small block">
          {t.expected} <Ltr>{percent(expected)}</Ltr>
        </span>
      )}
    </span>
  );
}
