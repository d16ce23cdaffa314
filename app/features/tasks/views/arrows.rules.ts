import type { Edge } from "../plan-colour.rules";
import { rowHeight, type Span } from "./timeline.rules";

const reach = 9;
const head = 4;

/**
 * All arrows from the end of a predecessor to the start of what waits for it, as one SVG path. `boxes` are the drawn bars
 * by task, with the number of their line; edges whose ends are not drawn are left out.
 */
export function arrowsOf(edges: readonly Edge[], boxes: ReadonlyMap<string, Span & { line: number }>): string {
  return edges
    .flatMap(({ taskId, predecessorId }) => {
      const [from, to] = [boxes.get(predecessorId), boxes.get(taskId)];
      return from && to ? arrow(from, to) : [];
    })
    .join("");
}

function arrow(from: Span & { line: number }, to: Span & { line: number }): string {
  const [x1, y1] = [from.start + from.length, middle(from.line)];
  const [x2, y2] = [to.start, middle(to.line)];
  const tip = `M${round(x2 - head)} ${y2 - head}L${round(x2)} ${y2}L${round(x2 - head)} ${y2 + head}`;
  if (x2 >= x1 + reach + head) return `M${round(x1)} ${y1}h${reach}V${y2}H${round(x2)}${tip}`;
  // The successor begins before: out, down to the edge of the next line, back, and in from before its start.
  const between = y2 > y1 ? y1 + rowHeight / 2 : y1 - rowHeight / 2;
  return `M${round(x1)} ${y1}h${reach}V${between}H${round(x2 - reach)}V${y2}H${round(x2)}${tip}`;
}

const middle = (line: number) => line * rowHeight + rowHeight / 2;
const round = (x: number) => Math.round(x * 10) / 10;
