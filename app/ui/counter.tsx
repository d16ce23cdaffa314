import type { ReactNode } from "react";
import { classes } from "./class-names";
import { Link } from "./link";
import { Ltr } from "./text";
import { useNumbers } from "./words";

interface CounterProps {
  done: number;
  total: number;
  /** Decimals of the percentage; "none" leaves it out. */
  digits?: 0 | 1 | 2 | "none";
}

/** "11/21 · 52,38 %": done of assigned first, then the share. */
export function Counter({ done, total, digits = 2 }: CounterProps) {
  const number = useNumbers();
  const share = total > 0 && digits !== "none" ? ` · ${number((done / total) * 100, digits)} %` : "";
  return (
    <span className="counter">
      <Ltr>
        <strong>{number(done)}</strong>/{number(total)}
        {share && <span className="counter-share">{share}</span>}
      </Ltr>
    </span>
  );
}

interface StatProps {
  label: ReactNode;
  value: ReactNode;
  /** A line below: what the figure is made of or compared with. */
  note?: ReactNode;
  tone?: "success" | "warning" | "danger";
  href?: string;
  current?: boolean;
}

/** One figure and its name. Stands in `<Stats>`. */
export function Stat({ label, value, note, tone, href, current }: StatProps) {
  const name = href ? (
    <Link href={href} aria-current={current ? "true" : undefined} className="stat-link">
      {label}
    </Link>
  ) : (
    label
  );
  return (
    <div className={classes("stat", tone && `stat-${tone}`, current && "stat-current")}>
      <dt className="stat-label">{name}</dt>
      <dd className="stat-value">{typeof value === "number" ? <Figure value={value} /> : value}</dd>
      {note && <dd className="stat-note">{note}</dd>}
    </div>
  );
}

const Figure = ({ value }: { value: number }) => <Ltr>{useNumbers()(value)}</Ltr>;

/** A row of figures on one sheet. */
export function Stats({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <dl className="stats" aria-label={label}>
      {children}
    </dl>
  );
}
