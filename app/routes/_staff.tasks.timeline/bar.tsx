import { barOf, type Dated, spanOf } from "~/features/tasks/views/timeline.rules";
import type { Tone } from "~/ui/badge";
import { Icon, type IconName } from "~/ui/icon";
import { dirOf, formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import type { GanttRow } from "./load.server";
import { placer } from "./place";
import type { Setting } from "./row";
import { useMoving } from "./use-moving";

interface Props {
  row: GanttRow;
  setting: Setting;
  saving: Dated | null;
  /** The colour in words, as a sign and as a tone. */
  why: string;
  sign: IconName;
  tone: Tone;
}

/** From start to deadline, filled as far as the work is; the first plan lies thin under it, the sign stands behind it. */
export function Bar({ row, setting, saving, why, sign, tone }: Props) {
  const { scale, t, locale, query } = setting;
  const moving = useMoving({
    dates: row,
    scale,
    dir: dirOf(locale),
    onMove: (dates) => setting.onMove(row, dates),
    onOpen: () => setting.onOpen(row),
  });
  const dates = moving.would ?? saving ?? row;
  const bar = barOf(scale, dates);
  const at = placer(scale);
  const { baselineStartsOn: wasStart, baselineDueOn: wasDue } = row;
  const baseline = wasDue ? spanOf(scale, wasStart ?? wasDue, wasDue) : null;
  const start = dates.startsOn ? formatDay(dates.startsOn) : t.noStart;
  const due = dates.dueOn ? formatDay(dates.dueOn) : t.noDue;
  const percent = row.percent === null ? "–" : formatNumber(row.percent, locale);
  const words = `${t.bar(start, due, percent)}. ${why}`;
  const look = `gantt-bar tone-${tone}${bar?.open ? " gantt-open" : ""}${row.colour === "none" ? " gantt-faint" : ""}`;
  const inside = bar && (
    <>
      <span className="gantt-fill" style={{ inlineSize: `${row.percent ?? 0}%` }} />
      {bar.soft && <span className="gantt-soft" style={{ inlineSize: `${(100 * bar.soft.length) / bar.length}%` }} />}
    </>
  );
  return (
    <>
      {baseline && <span className="gantt-baseline" style={at(baseline.start, baseline.length)} aria-hidden="true" />}
      {bar && !row.movable && (
        <span className={look} style={at(bar.start, bar.length)} title={words} role="img" aria-label={words}>
          {inside}
        </span>
      )}
      {bar && row.movable && (
        <a
          className={`${look} gantt-movable${moving.would || saving ? " gantt-moving" : ""}`}
          href={`${paths.taskTimeline}${query}${query ? "&" : "?"}move=${row.id}#move`}
          style={at(bar.start, bar.length)}
          title={words}
          aria-label={`${row.code} ${row.title}. ${words}. ${t.moveTo}`}
          aria-describedby="gantt-keys"
          {...moving.handlers}
        >
          {inside}
        </a>
      )}
      <span
        className={`gantt-sign tone-${tone}`}
        style={at(bar ? bar.start + bar.length : 0)}
        aria-hidden={bar !== null || undefined}
      >
        {moving.would ? (
          <b>{t.dates(start, due)}</b>
        ) : (
          <>
            <Icon name={sign} size={14} />
            {(tone === "danger" || tone === "warning" || !bar) && <span>{why}</span>}
          </>
        )}
      </span>
      {moving.would && (
        <span role="status" className="visually-hidden">
          {t.wouldBe(start, due)}
        </span>
      )}
    </>
  );
}
