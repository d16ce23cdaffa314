import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type Tone = "neutral" | "accent" | "info" | "success" | "warning" | "danger";

/** The sign that goes with a tone where nothing closer is said. */
export const toneSigns: Record<Tone, IconName> = {
  neutral: "dot",
  accent: "dot",
  info: "info",
  success: "check",
  warning: "warning",
  danger: "error",
};

/** A short word on a tinted ground, for kinds and counts. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge tone-${tone}`}>{children}</span>;
}

/** A state: word, sign and colour together. Warning and danger only when something is near or wrong. */
export function Status({ tone = "neutral", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge status tone-${tone}`}>
      <Icon name={icon ?? toneSigns[tone]} size={14} />
      {children}
    </span>
  );
}
