import { ColourBadge, DoneOf, Due } from "~/features/tasks/components/task-looks";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { Coloured } from "~/features/tasks/colour.rules";
import { type Rolled, shownPercent } from "~/features/tasks/progress.rules";
import { type DuePrecision, type Health, isOpen, type TaskState } from "~/features/tasks/rules";
import { dueText, whyText } from "~/features/tasks/wording.rules";
import { DescriptionList } from "~/ui/description-list";
import { ProgressBar } from "~/ui/progress";
import { formatNumber } from "~/web/i18n";
import { type Day, formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";

interface Props {
  task: {
    isGroup: boolean;
    state: TaskState;
    startsOn: Day | null;
    dueOn: Day | null;
    duePrecision: DuePrecision;
    baselineDueOn: Day | null;
    health: Health | null;
    healthNote: string;
    healthAt: Date | null;
  };
  figures: {
    rolled: Rolled | null;
    coloured: Coloured | null;
    expected: number | null;
    left: number | null;
    late: number;
  };
  parts: unknown[];
}

/** How it stands: computed, with every reason, beside what the doer says of it; how far it is and until when. */
export function StandingPanel({ task, figures, parts }: Props) {
  const t = useWords(taskPageWords);
  const w = useWords(taskWords);
  const locale = useLocale();
  const zone = useZone();
  const { rolled, coloured, left, late } = figures;
  const done = shownPercent(rolled?.progress ?? null);
  const expected = shownPercent(figures.expected ?? rolled?.expected ?? null);
  const isParent = task.isGroup || parts.length > 0;
  const percent = (value: number) => formatNumber(value, locale);
  return (
    <section className="stack gap-4">
      {done !== null && (
        <ProgressBar
          done={done}
          total={100}
          label={expected === null ? t.progressOnly(percent(done)) : t.progress(percent(done), percent(expected))}
        />
      )}
      <DescriptionList
        items={[
          coloured && {
            term: t.standing,
            detail: (
              <>
                <ColourBadge {...coloured} />
                {coloured.reasons.slice(1).map((reason) => (
                  <span key={reason.why} className="soft block">
                    {whyText(reason, w, locale)}
                  </span>
                ))}
              </>
            ),
          },
          !isParent &&
            (task.health || isOpen(task.state)) && {
              term: t.own,
              detail: task.health ? (
                <>
                  <strong>{w.healths[task.health]}</strong>
                  {task.healthNote && <bdi className="block lines">{task.healthNote}</bdi>}
                  {task.healthAt && <span className="soft tiny">{formatMoment(task.healthAt, zone)}</span>}
                </>
              ) : (
                <span className="soft">{t.noOwn}</span>
              ),
            },
          isParent && rolled && { term: w.fields.done, detail: <DoneOf done={rolled.done} total={rolled.total} /> },
          !task.isGroup && {
            term: w.fields.dueOn,
            detail: (
              <>
                <Due dueOn={task.dueOn} duePrecision={task.duePrecision} />
                {late > 0 && " · "}
                {late > 0 && <strong className="warn warn-late">{t.late(late)}</strong>}
                {late === 0 && left !== null && <span className="soft"> · {t.left(left)}</span>}
                {task.baselineDueOn && task.baselineDueOn !== task.dueOn && (
                  <span className="soft block">
                    {t.baseline(dueText({ dueOn: task.baselineDueOn, duePrecision: "day" }, w))}
                  </span>
                )}
              </>
            ),
          },
          task.startsOn && {
            term: w.fields.startsOn,
            detail: <Due dueOn={task.startsOn} duePrecision="day" />,
          },
        ].map((item) => item || null)}
      />
    </section>
  );
}
