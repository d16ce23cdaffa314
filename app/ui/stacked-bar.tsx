import type { ReactNode } from "react";
import { Link } from "./link";
import { Ltr } from "./text";
import { useNumbers } from "./words";

export interface BarPart {
  key: string;
  label: string;
  value: number;
  /** Told apart without colour, on paper too: full, striped, grey, open. */
  fill: "full" | "striped" | "grey" | "open";
  href?: string;
}

interface StackedBarProps {
  /** Says what the whole is, such as "486 invited". */
  label: string;
  parts: BarPart[];
  /** A thin bar without its legend, for a cell of a table. */
  compact?: boolean;
  note?: ReactNode;
}

/** Parts of a whole: full for those who come, striped for substitutes, grey for those who do not, open for the silent. */
export function StackedBar({ label, parts, compact, note }: StackedBarProps) {
  const number = useNumbers();
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const said = `${label}: ${parts.map((part) => `${part.label} ${number(part.value)}`).join(", ")}`;
  return (
    <figure className={compact ? "stacked stacked-compact" : "stacked"}>
      <div className="stacked-track" role="img" aria-label={said}>
        {parts
          .filter((part) => part.value > 0)
          .map((part) => (
            <span key={part.key} className={`fill-${part.fill}`} style={{ flexGrow: part.value }} />
          ))}
      </div>
      {!compact && (
        <figcaption className="stacked-legend">
          <ul>
            {parts.map((part) => (
              <li key={part.key}>
                <i className={`fill-${part.fill}`} />
                {part.href ? <Link href={part.href}>{part.label}</Link> : part.label}
                <Ltr>
                  <strong>{number(part.value)}</strong>
                  {total > 0 && <span className="counter-share"> · {number((part.value / total) * 100, 1)} %</span>}
                </Ltr>
              </li>
            ))}
          </ul>
          {note}
        </figcaption>
      )}
    </figure>
  );
}
