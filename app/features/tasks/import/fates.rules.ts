import type { Fate } from "./rules";

/** Every fate, those that want a human first. */
export const fates = [
  "no-title",
  "too-long",
  "no-lead",
  "group-leads",
  "unknown-unit",
  "unit-closed",
  "impossible-date",
  "unreadable-date",
  "starts-after-due",
  "bad-weight",
  "unknown-predecessor",
  "cycle",
  "duplicate",
  "parent-held",
  "new",
  "updated",
  "unchanged",
] as const satisfies readonly Fate[];

const tones: Partial<Record<Fate, "success" | "info" | "neutral">> = {
  new: "success",
  updated: "info",
  unchanged: "neutral",
};

/** How a fate stands: taken over, nothing to do, or to be mended. */
export const toneOf = (fate: Fate): "danger" | "success" | "info" | "neutral" => tones[fate] ?? "danger";
