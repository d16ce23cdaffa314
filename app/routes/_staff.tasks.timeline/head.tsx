import { taskWords } from "~/features/tasks/messages";
import { viewWords } from "~/features/tasks/views/messages";
import { spanOf, startAt, type Tick, ticksOf } from "~/features/tasks/views/timeline.rules";
import { dueText } from "~/features/tasks/wording.rules";
import { Icon } from "~/ui/icon";
import { formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";
import type { Timeline } from "./load.server";
import { placer } from "./place";

/** The head of the picture: two lines of periods, and the campaign's phases and milestones as bands. */
export function Head({ timeline }: { timeline: Timeline }) {
  const { scale, today, phases, milestones } = timeline;
  const t = useWords(viewWords);
  const { major, minor } = ticksOf(scale);
  const at = placer(scale);
  return (
    <div className="gantt-head">
      <div className="gantt-line" aria-hidden="true">
        <span className="gantt-name" />
        <span className="gantt-scale">
          <Ticks ticks={major} at={at} kind="major" />
          <Ticks ticks={minor} at={at} kind="minor" />
          <b className="gantt-now" style={at(startAt(scale, today) + scale.perDay / 2)}>
            {t.today}
          </b>
        </span>
      </div>
      {phases.length > 0 && (
        <div className="gantt-line gantt-band">
          <span className="gantt-name">{t.phases}</span>
          <ul className="gantt-scale" aria-label={t.phases}>
            {phases.map(({ id, title, startsOn, endsOn }) => {
              const span = spanOf(scale, startsOn, endsOn);
              const words = `${title}: ${formatDay(startsOn)} – ${formatDay(endsOn)}`;
              return (
                span && (
                  <li key={id} className="gantt-phase" style={at(span.start, span.length)} title={words}>
                    <span className="clip">{title}</span>
                    <span className="visually-hidden">{words}</span>
                  </li>
                )
              );
            })}
          </ul>
        </div>
      )}
      {milestones.length > 0 && (
        <div className="gantt-line gantt-band">
          <span className="gantt-name">{t.milestones}</span>
          <ul className="gantt-scale" aria-label={t.milestones}>
            {milestones.map(({ id, title, dueOn, done }, index) => {
              const start = startAt(scale, dueOn) + scale.perDay / 2;
              const next = milestones[index + 1];
              const room = (next ? startAt(scale, next.dueOn) + scale.perDay / 2 : scale.length) - start;
              const words = `${formatDay(dueOn)} · ${title}`;
              return (
                start >= 0 &&
                start <= scale.length && (
                  <li key={id} className="gantt-milestone" style={at(start, Math.max(room, 1))} title={words}>
                    <Icon name={done ? "check" : "campaign"} size={14} />
                    {room > 60 && <span className="clip">{title}</span>}
                    <span className="visually-hidden">{words}</span>
                  </li>
                )
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}

function Ticks({ ticks, at, kind }: { ticks: Tick[]; at: ReturnType<typeof placer>; kind: "major" | "minor" }) {
  const t = useWords(taskWords);
  return ticks.map((tick) => (
    <span key={tick.day} className={`gantt-tick gantt-${kind}`} style={at(tick.start, tick.length)}>
      {tick.length > 34 && <span className="gantt-tick-words">{wordsOf(tick, t)}</span>}
    </span>
  ));
}

function wordsOf({ period, day }: Tick, t: (typeof taskWords)["vi"]): string {
  if (period === "week") return formatDay(day).slice(0, 5);
  return period === "year" ? day.slice(0, 4) : dueText({ dueOn: day, duePrecision: period }, t);
}
