import type { CSSProperties } from "react";
import type { Scale } from "~/features/tasks/views/timeline.rules";

/** Turns pixels of the picture into shares of its width, so that it prints on any paper and runs either way. */
export const placer =
  (scale: Scale) =>
  (start: number, length?: number): CSSProperties => ({
    insetInlineStart: share(start / scale.length),
    inlineSize: length === undefined ? undefined : share(length / scale.length),
  });

const share = (part: number) => `${Math.round(part * 1_000_000) / 10_000}%`;
