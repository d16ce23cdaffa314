import type { Fate } from "./rules";

/** Every fate, those that want a human first. */
export const fates = [
  "at-two-points",
  "unknown-point",
  "no-point",
  "bad-address",
  "no-name",
  "too-long",
  "new",
  "updated",
  "no-address",
  "shared-address",
  "same-person-at-point",
  "unchanged",
] as const satisfies readonly Fate[];

/** How a fate stands: to be mended, to be looked at, taken over, or nothing to do. */
export const toneOf: Record<Fate, "danger" | "warning" | "success" | "info" | "neutral"> = {
  "at-two-points": "warning",
  "unknown-point": "danger",
  "no-point": "danger",
  "bad-address": "danger",
  "no-name": "danger",
  "too-long": "danger",
  new: "success",
  updated: "info",
  "no-address": "warning",
  "shared-address": "info",
  "same-person-at-point": "neutral",
  unchanged: "neutral",
};
