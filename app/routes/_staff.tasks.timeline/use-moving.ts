import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { daysDragged, daysOfKey, type Dated, movedBy, type Scale } from "~/features/tasks/views/timeline.rules";

type End = "both" | "start" | "due";
const handle = 10;
/** Keys are pressed one after the other: a pause of so many milliseconds ends the move. */
const pause = 900;

interface Moving {
  dates: Dated;
  scale: Scale;
  dir: "ltr" | "rtl";
  onMove: (dates: Dated) => void;
  onOpen: () => void;
}

/** Dragging a bar or one of its ends, by pointer or by arrow keys. `would` are the dates while it moves, null at rest. */
export function useMoving({ dates, scale, dir, onMove, onOpen }: Moving) {
  const [would, setWould] = useState<Dated | null>(null);
  // What was last moved to, drawn or not: a quick hand lets go, and quick keys go on, before the page has drawn it.
  const latest = useRef<Dated | null>(null);
  const grip = useRef<{ x: number; end: End } | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const dragged = useRef(false);
  useEffect(() => () => clearTimeout(waiting.current), []);

  /** Goes along as long as the start stays before the deadline. */
  const show = (next: Dated) => {
    if (next.startsOn !== null && next.dueOn !== null && next.startsOn > next.dueOn) return;
    latest.current = next;
    setWould(next);
  };
  const drop = () => {
    clearTimeout(waiting.current);
    grip.current = null;
    latest.current = null;
    setWould(null);
  };
  const save = () => {
    const next = latest.current;
    drop();
    if (next && (next.startsOn !== dates.startsOn || next.dueOn !== dates.dueOn)) onMove(next);
  };

  return {
    would,
    handlers: {
      draggable: false,
      onPointerDown(event: PointerEvent<HTMLElement>) {
        dragged.current = false;
        // A finger scrolls; a tap opens the form.
        if (event.pointerType === "touch" || event.button !== 0) return;
        grip.current = { x: event.clientX, end: endAt(event, dates, dir) };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (!grip.current) return;
        const days = daysDragged(scale, event.clientX - grip.current.x, dir);
        if (days !== 0) dragged.current = true;
        show(movedBy(dates, grip.current.end, days));
      },
      onPointerUp: () => grip.current && save(),
      onPointerCancel: drop,
      onClick(event: { preventDefault: () => void }) {
        event.preventDefault();
        if (!dragged.current) onOpen();
      },
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const days = daysOfKey(event.key, dir);
        if (days !== 0) {
          event.preventDefault();
          clearTimeout(waiting.current);
          show(movedBy(latest.current ?? dates, event.shiftKey ? "due" : event.altKey ? "start" : "both", days));
          waiting.current = setTimeout(save, pause);
        } else if (event.key === "Enter" && latest.current) {
          event.preventDefault();
          save();
        } else if (event.key === "Escape") drop();
        else if (event.key === "ArrowDown" || event.key === "ArrowUp") goTo(event);
      },
      onBlur: () => latest.current && !grip.current && save(),
    },
  };
}

/** Which part of the bar was taken: its first or last pixels, or the middle. */
function endAt(event: PointerEvent<HTMLElement>, { startsOn, dueOn }: Dated, dir: "ltr" | "rtl"): End {
  const box = event.currentTarget.getBoundingClientRect();
  const [fromLeft, fromRight] = [event.clientX - box.left, box.right - event.clientX];
  const [fromStart, fromEnd] = dir === "rtl" ? [fromRight, fromLeft] : [fromLeft, fromRight];
  if (box.width < handle * 3) return "both";
  if (fromStart < handle && startsOn !== null) return "start";
  return fromEnd < handle && dueOn !== null ? "due" : "both";
}

/** Up and down lead to the next bar that can be moved. */
function goTo(event: KeyboardEvent<HTMLElement>): void {
  event.preventDefault();
  const bars = [...document.querySelectorAll<HTMLElement>("a.gantt-bar")];
  bars[bars.indexOf(event.currentTarget) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}
