import type { useFetcher } from "@remix-run/react";
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { taskWords } from "~/features/tasks/messages";
import { arrowsOf } from "~/features/tasks/views/arrows.rules";
import { viewWords } from "~/features/tasks/views/messages";
import { barOf, type Dated, openRows, rowHeight, startAt, ticksOf } from "~/features/tasks/views/timeline.rules";
import { Button } from "~/ui/button";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { Head } from "./head";
import { Legend } from "./legend";
import type { GanttRow, Timeline } from "./load.server";
import { MoveDialog } from "./move-form";
import { placer } from "./place";
import { Row, type Setting } from "./row";

interface Props {
  timeline: Timeline;
  mover: Pick<ReturnType<typeof useFetcher>, "submit" | "formData">;
  query: string;
  /** Stands before the picture's own buttons. */
  children: ReactNode;
}

/** The tasks as bars over time. */
export function Chart({ timeline, mover, query, children }: Props) {
  const { rows, scale } = timeline;
  const t = useWords(viewWords);
  const tt = useWords(taskWords);
  const locale = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<GanttRow | null>(null);
  useScrollToToday(frame, timeline);

  const onToggle = useCallback((id: string) => setClosed((now) => toggled(now, id)), []);
  const { submit } = mover;
  const setting = useMemo(
    (): Setting => ({
      ...{ scale, locale, t, tt, query, onToggle },
      onOpen: setAsking,
      onMove: (row, { startsOn, dueOn }) =>
        submit(
          { taskId: row.id, seen: String(row.seen), startsOn: startsOn ?? "", dueOn: dueOn ?? "" },
          { method: "post", action: paths.taskTimeline + query, preventScrollReset: true },
        ),
    }),
    [scale, locale, t, tt, query, onToggle, submit],
  );
  const shown = useMemo(() => openRows(rows, closed), [rows, closed]);
  const groups = rows.filter(({ isParent }) => isParent);
  const underWay = mover.formData;
  return (
    <>
      <div className="cluster no-print">
        {children}
        {groups.length > 1 && (
          <>
            <Button
              type="button"
              size="small"
              variant="quiet"
              onClick={() => setClosed(new Set(groups.map(({ id }) => id)))}
            >
              {t.collapseAll}
            </Button>
            <Button type="button" size="small" variant="quiet" onClick={() => setClosed(new Set())}>
              {t.expandAll}
            </Button>
          </>
        )}
      </div>
      <p id="gantt-keys" hidden>
        {t.keys}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={frame} className="gantt" aria-label={t.picture} tabIndex={0}>
        <div className="gantt-canvas" style={{ "--gantt-length": `${scale.length}px` } as CSSProperties}>
          <Head timeline={timeline} />
          <div className="gantt-body">
            <Backdrop timeline={timeline} shown={shown} />
            <ol className="gantt-rows">
              {shown.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  setting={setting}
                  closed={closed.has(row.id)}
                  saving={underWay?.get("taskId") === row.id ? datesOf(underWay, row) : null}
                />
              ))}
            </ol>
          </div>
        </div>
      </section>
      <Legend weeks={scale.zoom === "weeks"} />
      <MoveDialog row={asking} query={query} onClose={() => setAsking(null)} />
    </>
  );
}

function toggled(closed: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(closed);
  if (!next.delete(id)) next.add(id);
  return next;
}

const datesOf = (form: FormData, row: GanttRow): Dated => ({
  startsOn: String(form.get("startsOn")) || null,
  dueOn: String(form.get("dueOn")) || null,
  duePrecision: row.duePrecision,
});

/** Behind the bars: days off, the lines of periods, today, and what waits for what. */
function Backdrop({ timeline, shown }: { timeline: Timeline; shown: GanttRow[] }) {
  const { scale, rest, edges, early, today } = timeline;
  const at = placer(scale);
  const [late, inOrder] = useMemo(() => {
    const boxes = new Map(
      shown.flatMap((row, line) => {
        const bar = row.isGroup ? null : barOf(scale, row);
        return bar ? [[row.id, { ...bar, line }] as const] : [];
      }),
    );
    const crossed = new Set(early.map(({ taskId, predecessorId }) => `${taskId} ${predecessorId}`));
    const isCrossed = (edge: (typeof edges)[number]) => crossed.has(`${edge.taskId} ${edge.predecessorId}`);
    return [
      arrowsOf(edges.filter(isCrossed), boxes),
      arrowsOf(
        edges.filter((edge) => !isCrossed(edge)),
        boxes,
      ),
    ];
  }, [shown, scale, edges, early]);
  return (
    <div className="gantt-backdrop" aria-hidden="true">
      {rest.map(({ start, length }) => (
        <span key={start} className="gantt-rest" style={at(start, length)} />
      ))}
      {ticksOf(scale).minor.map(({ start }) => (
        <span key={start} className="gantt-gridline" style={at(start)} />
      ))}
      <span className="gantt-nowline" style={at(startAt(scale, today) + scale.perDay / 2)} />
      <svg
        className="gantt-arrows"
        aria-hidden="true"
        viewBox={`0 0 ${scale.length} ${shown.length * rowHeight}`}
        preserveAspectRatio="none"
        focusable="false"
      >
        <path d={inOrder} vectorEffect="non-scaling-stroke" />
        <path d={late} className="gantt-early" vectorEffect="non-scaling-stroke" />
      </svg>
    </div>
  );
}

/** Brings today into the first third of the picture, once for each scale. */
function useScrollToToday(frame: RefObject<HTMLDivElement>, { scale, today }: Timeline) {
  const { zoom, from } = scale;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move of dates must not scroll the picture away
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const way = getComputedStyle(box).direction === "rtl" ? -1 : 1;
    box.scrollLeft = way * Math.max(0, startAt(scale, today) - box.clientWidth / 4);
  }, [zoom, from]);
}
