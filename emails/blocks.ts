import { cleanText } from "./clean";

/** One line of "what: which"; `struck` is what no longer holds, `href` makes the value a link (http and https only). */
export interface Row {
  label: string;
  lines: string[];
  /** Said more quietly after the value: the time zone, a position. */
  aside?: string;
  href?: string;
  struck?: boolean;
  strong?: boolean;
}

/** Something to open among others of its kind: its name as a link, what there is to say, and someone's own words. */
export interface Entry {
  title: string;
  href: string;
  lines: string[];
  /** "Lý do trả lại: …", over several lines as it was typed. */
  quote?: string;
}

/** What letters are made of. Each has a shape on paper (HTML) and its own shape in plain text. */
export type Block =
  | { kind: "say"; text: string }
  | { kind: "rows"; rows: Row[] }
  | { kind: "button"; label: string; href: string; hint: string }
  | { kind: "code"; label: string; code: string }
  | { kind: "notice"; title: string; lines: string[]; tone: "plain" | "warning" }
  | { kind: "quote"; label: string; text: string }
  | { kind: "list"; label: string; items: { mark: string; text: string }[] }
  | { kind: "entries"; label: string; hint?: string; entries: Entry[]; more?: { text: string; href: string } }
  | { kind: "link"; text: string; href: string }
  | { kind: "small"; text: string };

/** One language of one letter. Subject and title are without direction marks; sentences may hold isolated facts. */
export interface Page {
  subject: string;
  /** The line that mailboxes show beside the subject. */
  preheader: string;
  /** What kind of paper this is: "Giấy mời". */
  kicker: string;
  title: string;
  blocks: Block[];
  /** Why the reader gets it, in the foot. */
  because: string;
}

export const say = (text: string): Block => ({ kind: "say", text });
export const small = (text: string): Block => ({ kind: "small", text });
export const rows = (list: (Row | null | false | undefined)[]): Block => ({
  kind: "rows",
  rows: list.filter((row): row is Row => Boolean(row)),
});
export const notice = (title: string, lines: string[], tone: "plain" | "warning" = "plain"): Block => ({
  kind: "notice",
  title,
  lines,
  tone,
});

/** Someone's own words, or nothing when there are none. */
export const quote = (label: string, text: string | null | undefined): Block[] => {
  const words = cleanText(text ?? "");
  return words ? [{ kind: "quote", label, text: words }] : [];
};
