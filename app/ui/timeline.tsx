import type { CSSProperties, ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";
import { useUiWords } from "./words";

export interface TimelinePhase {
  id: string;
  label: string;
  /** Days, `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
  href?: string;
}

export interface TimelineMilestone {
  id: string;
  label: ReactNode;
  day: string;
  /** Beside the day, such as "T-30". */
  sign?: string;
  href?: string;
  /** Done, or late on `today`; the rest is to come. */
  done?: boolean;
}

interface TimelineProps {
  label: string;
  /** The days the picture spans, `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
  today?: string;
  phases: TimelinePhase[];
  milestones: TimelineMilestone[];
  formatDay: (day: string) => string;
  /** Words of a month on the axis, from its first day; without it the axis shows `MM/yyyy`. */
  formatMonth?: (day: string) => string;
}

/** Phases as bars on an axis of days, milestones as numbered marks on it, and the same milestones in words below. */
export function Timeline(props: TimelineProps) {
  const { label, from, to, today, phases, milestones, formatDay, formatMonth = monthOf } = props;
  const at = placer(from, to);
  const sorted = [...milestones].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const words = useUiWords();
  const inSight = today && from <= today && today <= to ? place(at(today, 0.5)) : null;
  const now = inSight && <span className="timeline-now" style={inSight} />;
  return (
    <section className="timeline" aria-label={label}>
      <div className="timeline-chart">
        <div className="timeline-axis" aria-hidden="true">
          {monthsBetween(from, to)
            .filter((month) => at(month) < 90)
            .map((month) => (
              <span key={month} style={place(at(month))}>
                {formatMonth(month)}
              </span>
            ))}
          {inSight && (
            <b className="timeline-today" style={inSight}>
              {words.today}
            </b>
          )}
        </div>
        <ul className="timeline-phases">
          {phases.map((phase) => (
            <li key={phase.id} data-state={stateOf(phase, today)}>
              <span className="timeline-name">
                {phase.href ? <Link href={phase.href}>{phase.label}</Link> : phase.label}
                <span className="timeline-days">
                  {formatDay(phase.from)} – {formatDay(phase.to)}
                </span>
              </span>
              <span className="timeline-lane" aria-hidden="true">
                <span className="timeline-bar" style={place(at(phase.from), at(phase.to, 1) - at(phase.from))} />
                {now}
              </span>
            </li>
          ))}
        </ul>
        <div className="timeline-marks" aria-hidden="true">
          {sorted.map((milestone, index) => (
            <b key={milestone.id} data-state={markState(milestone, today)} style={place(at(milestone.day, 0.5))}>
              {index + 1}
            </b>
          ))}
          {now}
        </div>
      </div>
      {sorted.length > 0 && (
        <ol className="timeline-list">
          {sorted.map((milestone) => (
            <Milestone key={milestone.id} milestone={milestone} today={today} formatDay={formatDay} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Milestone({
  milestone,
  today,
  formatDay,
}: { milestone: TimelineMilestone } & Pick<TimelineProps, "today" | "formatDay">) {
  const words = useUiWords();
  const state = markState(milestone, today);
  return (
    <li data-state={state}>
      <span className="timeline-when">
        <time dateTime={milestone.day}>{formatDay(milestone.day)}</time>
        {milestone.sign && <bdi dir="ltr">{milestone.sign}</bdi>}
      </span>
      <span className="timeline-what">
        {milestone.href ? <Link href={milestone.href}>{milestone.label}</Link> : milestone.label}
      </span>
      {state !== "ahead" && (
        <span className="timeline-state">
          <Icon name={state === "done" ? "check" : "warning"} size={14} />
          {state === "done" ? words.done : words.late}
        </span>
      )}
    </li>
  );
}

const markState = (milestone: TimelineMilestone, today?: string) =>
  milestone.done ? "done" : today && milestone.day < today ? "late" : "ahead";

const stateOf = (phase: TimelinePhase, today?: string) =>
  !today || today < phase.from ? "ahead" : phase.to < today ? "past" : "now";

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Where a day (plus a part of it) lies between the edges, in percent from the start of the line of reading. */
function placer(from: string, to: string) {
  const first = dayNumber(from);
  const span = Math.max(1, dayNumber(to) - first + 1);
  return (day: string, part = 0) => Math.min(100, Math.max(0, ((dayNumber(day) - first + part) / span) * 100));
}

const place = (start: number, size?: number): CSSProperties => ({
  insetInlineStart: `${start.toFixed(2)}%`,
  inlineSize: size === undefined ? undefined : `${size.toFixed(2)}%`,
});

const monthOf = (day: string) => `${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** First days of the months that begin between the edges; of a long span, every other or every third one. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = from.split("-").map(Number) as [number, number];
  for (;;) {
    const first = `${year}-${String(month).padStart(2, "0")}-01`;
    if (first > to) break;
    if (first >= from) months.push(first);
    month = (month % 12) + 1;
    if (month === 1) year++;
  }
  const step = Math.ceil(months.length / 8);
  return months.filter((_, index) => index % step === 0);
}
