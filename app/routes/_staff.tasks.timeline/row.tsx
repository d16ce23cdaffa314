import { memo } from "react";
import { colourLooks } from "~/features/tasks/components/task-looks";
import type { Words as TaskWords } from "~/features/tasks/messages";
import type { Words } from "~/features/tasks/views/messages";
import { type Dated, type Scale, spanOf } from "~/features/tasks/views/timeline.rules";
import { dueText, whyText } from "~/features/tasks/wording.rules";
import { toneSigns } from "~/ui/badge";
import { Icon } from "~/ui/icon";
import { Link } from "~/ui/link";
import { Ltr } from "~/ui/text";
import { formatNumber, type Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { Bar } from "./bar";
import type { GanttRow } from "./load.server";
import { placer } from "./place";

/** What every line needs, given once: a line that asked for it itself would be drawn again with every step of the router. */
export interface Setting {
  scale: Scale;
  locale: Locale;
  t: Words;
  tt: TaskWords;
  query: string;
  onMove: (row: GanttRow, dates: Dated) => void;
  onOpen: (row: GanttRow) => void;
  onToggle: (id: string) => void;
}

interface Props {
  row: GanttRow;
  setting: Setting;
  closed: boolean;
  /** Dates on their way to the server. */
  saving: Dated | null;
}

/** One line: the task by name, and its bar. */
export const Row = memo(function Row({ row, setting, closed, saving }: Props) {
  const { t, tt, locale, scale } = setting;
  const { tone, icon } = colourLooks[row.colour];
  const why = row.reason ? whyText(row.reason, tt, locale) : tt.colours[row.colour];
  const at = placer(scale);
  const group = row.isParent && row.below ? spanOf(scale, row.below.first, row.below.last) : null;
  return (
    <li className={row.isParent ? "gantt-line gantt-row gantt-group" : "gantt-line gantt-row"}>
      <div className="gantt-name" style={{ paddingInlineStart: `${0.5 + Math.min(row.level, 5) * 0.875}rem` }}>
        {row.isParent && (
          <button
            type="button"
            className="gantt-toggle"
            aria-expanded={!closed}
            aria-label={closed ? t.expand(row.title) : t.collapse(row.title)}
            onClick={() => setting.onToggle(row.id)}
          >
            <Icon name={closed ? "forward" : "down"} size={16} />
          </button>
        )}
        <span className="gantt-words">
          <span className="gantt-title" title={row.title} dir="auto">
            {row.code && <span className="soft">{row.code} </span>}
            <Link href={paths.task(row.id)}>{row.title}</Link>
          </span>
          <span className="gantt-note">
            {row.isParent ? (
              <Ltr>
                {formatNumber(row.done, locale)}/{formatNumber(row.total, locale)}
              </Ltr>
            ) : (
              <>
                {row.leadName && (
                  <>
                    <bdi>{row.leadName}</bdi> ·{" "}
                  </>
                )}
                <bdi>{dueText(row, tt)}</bdi>
              </>
            )}
          </span>
        </span>
      </div>
      <div className="gantt-lane">
        {row.isGroup && group && <span className="gantt-bracket" style={at(group.start, group.length)} />}
        {!row.isGroup && <Bar {...{ row, setting, saving, why }} sign={icon ?? toneSigns[tone]} tone={tone} />}
      </div>
    </li>
  );
});
