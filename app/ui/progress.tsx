import type { ReactNode } from "react";

interface ProgressProps {
  done: number;
  total: number;
  /** Says the same in words, such as "Day 12 of 45"; shown unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
}

const mostDots = 64;

/** Ones and noughts: a filled dot for each done, an open one for each to come. Long counts become a bar. */
export function ProgressDots({ done, total, label, hideLabel }: ProgressProps) {
  if (total > mostDots) return <ProgressBar done={done} total={total} label={label} hideLabel={hideLabel} />;
  return (
    <div className="progress-dots">
      {!hideLabel && <span className="progress-label">{label}</span>}
      <span className="dots" role="img" aria-label={label}>
        {Array.from({ length: total }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
          <i key={index} className={index < done ? "one" : "zero"} />
        ))}
      </span>
    </div>
  );
}

/** A share of a whole. */
export function ProgressBar({ done, total, label, hideLabel, note }: ProgressProps & { note?: ReactNode }) {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  return (
    <div className="progress">
      {(!hideLabel || note) && (
        <span className="progress-label">
          {!hideLabel && <span>{label}</span>}
          {note && <span className="progress-note">{note}</span>}
        </span>
      )}
      <span
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <span className="progress-fill" style={{ inlineSize: `${(share * 100).toFixed(2)}%` }} />
      </span>
    </div>
  );
}
