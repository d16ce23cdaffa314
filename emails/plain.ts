import { dirOf, type Locale, tagOf } from "~/web/i18n";
import type { Block, Entry, Page, Row } from "./blocks";
import { bare } from "./clean";

const width = 72;
const rule = "-".repeat(width);

/** Breaks at spaces only: an address or a code is never cut in two. */
export function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  let length = 0;
  for (const word of text.split(" ")) {
    const more = bare(word).length;
    if (line === "") {
      line = word;
      length = more;
    } else if (length + more + 1 <= width - indent.length) {
      line += ` ${word}`;
      length += more + 1;
    } else {
      lines.push(line);
      line = word;
      length = more;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}

const rowText = (row: Row): string => {
  const shown = row.href && !row.lines.includes(row.href) ? [row.href] : row.lines;
  const [first = "", ...more] = shown.map((line) => line.trim());
  const all = more.length > 0 ? [`${row.label}:`, first, ...more] : [`${row.label}: ${first}`];
  if (row.aside) all.push(`${all.pop()} ${row.aside}`);
  return all.map((line) => wrap(line, "  ")).join("\n  ");
};

const entryText = ({ title, href, lines, quote }: Entry, number: number): string =>
  [
    `${number}. ${wrap(title, "   ")}`,
    ...[...lines, ...(quote ?? "").split("\n").filter(Boolean)].map((line) => `   ${wrap(line, "   ")}`),
    `   ${href}`,
  ].join("\n");

function blockText(block: Block): string {
  switch (block.kind) {
    case "say":
    case "small":
      return wrap(block.text);
    case "rows":
      return block.rows.map(rowText).join("\n");
    case "button":
      return `${block.label}:\n${block.href}`;
    case "code":
      return `${block.label}: ${block.code}`;
    case "notice":
      return [`* ${wrap(block.title, "  ")}`, ...block.lines.map((line) => `  ${wrap(line, "  ")}`)].join("\n");
    case "quote":
      return [`${block.label}:`, ...block.text.split("\n").map((line) => `  ${wrap(line, "  ")}`)].join("\n");
    case "entries":
      return [
        wrap(bare(block.label).toUpperCase()),
        ...(block.hint ? [wrap(block.hint)] : []),
        ...block.entries.map((entry, index) => entryText(entry, index + 1)),
        ...(block.more ? [`${block.more.text}:\n${block.more.href}`] : []),
      ].join("\n");
    case "link":
      return `${block.text}:\n${block.href}`;
    case "list":
      return [
        `${block.label}:`,
        ...block.items.map(({ mark, text }) => `  - ${wrap(mark ? `${mark} – ${text}` : text, "    ")}`),
      ].join("\n");
  }
}

/** The frame's own sentences, in the language of the page. */
export interface Foot {
  closing: string;
  office: string;
  contact: string | null;
  because: string;
  automatic: string;
  stop: { label: string; href: string } | null;
}

/** The letter for people who read plain text: written for them, not stripped from the paper. */
export function plainPage(page: Page, greeting: string[], locale: Locale): string {
  const kicker = page.kicker.toLocaleUpperCase(tagOf(locale));
  const head = [wrap(kicker), wrap(page.title)].join("\n");
  return directed([head, greeting.map((line) => wrap(line)).join("\n"), ...page.blocks.map(blockText)], locale);
}

export function plainFoot(foot: Foot, locale: Locale): string {
  const small = [foot.because, foot.automatic, foot.stop && `${foot.stop.label} ${foot.stop.href}`];
  return directed(
    [
      `${foot.closing}\n${wrap(foot.office)}`,
      foot.contact ? wrap(foot.contact, "  ") : "",
      `${rule}\n${small
        .filter((line): line is string => Boolean(line))
        .map((line) => wrap(line))
        .join("\n")}`,
    ],
    locale,
  );
}

// Isolates help a program that draws Arabic; in text from the left they would only be stray signs.
const directed = (parts: string[], locale: Locale): string => {
  const text = parts.filter(Boolean).join("\n\n");
  return dirOf(locale) === "rtl" ? text : bare(text);
};
