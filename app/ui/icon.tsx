import drawings from "./icons.svg?url";

// Each is a symbol of icons.svg: one file that browsers fetch once, so that no page carries drawings as script.
export const iconNames = [
  "overview",
  "campaign",
  "event",
  "people",
  "person",
  "unit",
  "point",
  "meeting",
  "letter",
  "outbox",
  "mailbox",
  "document",
  "file",
  "spreadsheet",
  "search",
  "menu",
  "check",
  "close",
  "error",
  "warning",
  "info",
  "success",
  "down",
  "forward",
  "back",
  "ascending",
  "descending",
  "sortable",
  "add",
  "edit",
  "remove",
  "download",
  "upload",
  "print",
  "sign-out",
  "language",
  "light",
  "dark",
  "auto",
  "density",
  "clock",
  "confirmed",
  "declined",
  "substitute",
  "silent",
  "link",
  "copy",
  "more",
  "filter",
  "qr",
  "calendar-add",
  "external",
  "settings",
  "history",
  "security",
  "reminder",
  "phone",
  "pause",
  "resume",
  "repeat",
  "tasks",
  "chart",
  "award",
  "view",
  "key",
  "lock",
  "dot",
] as const;

export type IconName = (typeof iconNames)[number];

// Signs that point along the line of reading turn round in right-to-left pages.
const directed = new Set<IconName>(["forward", "back", "sign-out", "external", "outbox"]);

/** A sign beside a word. Without `label` it is hidden from readers of the page, since the word says it already. */
export function Icon({ name, label, size = 18 }: { name: IconName; label?: string; size?: number }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has a label, or is hidden from readers of the page
    <svg
      className={directed.has(name) ? "icon icon-directed" : "icon"}
      width={size}
      height={size}
      focusable="false"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <use href={`${drawings}#${name}`} />
    </svg>
  );
}
