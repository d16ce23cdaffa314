import type { Locale } from "~/web/i18n";
import { fold, tidy } from "~/web/text";
import { cleanEmail, cleanLanguage, cleanName, cleanPhones } from "./clean.rules";
import type { Field, Mapping } from "./columns.rules";
import { type PointName, pointFinder } from "./points.rules";

export interface Person {
  name: string;
  position: string;
  unit: string;
  pointId: string;
  /** Lower case; null: no address, registered by the unit. */
  email: string | null;
  /** E.164, or "". */
  phone: string;
  note: string;
  language: Locale | null;
}

/** "phone-unread", "two-phones" and "two-addresses": the rest is kept in the note. "address-unread": the list already has a good one. */
export type Flag = "two-addresses" | "two-phones" | "phone-unread" | "address-unread" | "namesake";

/** What keeps a row from being taken over until a human mends it. */
export type Fault = "no-name" | "too-long" | "unknown-point" | "no-point" | "bad-address";

export interface Draft {
  row: number;
  /** With `pointId: ""` while the point is not known. */
  person: Person;
  raw: { name: string; email: string; phone: string; point: string };
  flags: Flag[];
  fault: Fault | null;
}

export interface DraftFrame {
  mapping: Mapping;
  points: PointName[];
  /** Where people go whose row names no point. */
  defaultPointId?: string | null | undefined;
  /** What the organizer said a text means: point id by text as it stands in the file. */
  pointOf?: Record<string, string> | undefined;
}

const longest = { name: 120, position: 300, unit: 300, note: 2000 };

/** Makes a reader of rows; it answers null for a row that holds nothing of a person. */
export function draftReader({ mapping, points, defaultPointId, pointOf = {} }: DraftFrame) {
  const find = pointFinder(points);
  const said = new Map(Object.entries(pointOf).map(([text, id]) => [fold(text), id]));
  const ids = new Set(points.map((point) => point.id));
  const known = (text: string): string | null => {
    const id = said.size > 0 ? said.get(fold(text)) : undefined;
    return id !== undefined && ids.has(id) ? id : find(text);
  };

  /** The point's own column, the heading above, the unit's name, the default: in this order. */
  function placeOf(cell: string, group: string, unit: string): { pointId: string; text: string } {
    if (cell !== "") return { pointId: known(cell) ?? "", text: cell };
    for (const text of [group, unit]) {
      const pointId = text === "" ? null : known(text);
      if (pointId) return { pointId, text };
    }
    const fallback = defaultPointId ?? (points.length === 1 ? points[0]?.id : undefined);
    return { pointId: fallback ?? "", text: group || unit };
  }

  return ({ row, cells, group }: { row: number; cells: string[]; group: string }): Draft | null => {
    const cell = (field: Field): string => {
      const column = mapping[field];
      return column === null || column === undefined ? "" : tidy(cells[column] ?? "");
    };
    const raw = {
      name: [cell("name"), cell("given")].filter((part) => part !== "").join(" "),
      email: cell("email"),
      phone: cell("phone"),
      point: cell("point"),
    };
    const [position, unit] = [cell("position"), cell("unit")];
    if ([raw.name, raw.email, raw.phone, position].every((text) => text === "")) return null;

    const flags: Flag[] = [];
    const notes = [cell("note")];
    const address = cleanEmail(raw.email);
    if (address.state === "good" && address.others.length > 0) {
      flags.push("two-addresses");
      notes.push(...address.others);
    }
    const { phone, rest } = cleanPhones(raw.phone);
    if (rest !== "") {
      flags.push(phone === "" ? "phone-unread" : "two-phones");
      notes.push(rest);
    }
    const { pointId, text } = placeOf(raw.point, group, unit);
    const person: Person = {
      name: cleanName(raw.name),
      position,
      unit,
      pointId,
      email: address.state === "good" ? address.email : null,
      phone,
      note: notes.filter((note) => note !== "").join("; "),
      language: cleanLanguage(cell("language")),
    };
    const tooLong = (Object.keys(longest) as (keyof typeof longest)[]).some(
      (field) => person[field].length > longest[field],
    );
    let fault: Fault | null = null;
    if (!/\p{L}/u.test(person.name) || person.name.includes("@")) fault = "no-name";
    else if (tooLong) fault = "too-long";
    else if (pointId === "") fault = text === "" ? "no-point" : "unknown-point";
    else if (address.state === "bad") fault = "bad-address";
    return { row, person, raw: { ...raw, point: text }, flags, fault };
  };
}
