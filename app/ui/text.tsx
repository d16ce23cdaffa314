import type { ReactNode } from "react";

/** Keeps figures, phone and document numbers in their own order inside right-to-left text. */
export const Ltr = ({ children }: { children: ReactNode }) => <bdi dir="ltr">{children}</bdi>;

/** A moment or a day: `at` is a Date or a raw `YYYY-MM-DD`, the children are the words shown. */
export function Time({ at, children }: { at: Date | string; children: ReactNode }) {
  return (
    <time dateTime={typeof at === "string" ? at : at.toISOString()} className="time">
      {children}
    </time>
  );
}
