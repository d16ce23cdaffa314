import { fold } from "~/web/text";
import type { Mapping } from "./columns.rules";
import { type Draft, type DraftFrame, draftReader, type Fault, type Flag, type Person } from "./draft.rules";
import { listIn, type Skipped } from "./header.rules";
import { type Change, type Entry, folder, peopleBook } from "./people.rules";

/**
 * What becomes of a row, for people to read; the writer looks at `act` only.
 * "shared-address": several people use this mailbox. "no-address": taken over, asked by phone.
 */
export type Fate =
  | "new"
  | "updated"
  | "unchanged"
  | "same-person-at-point"
  | "at-two-points"
  | "shared-address"
  | "no-address"
  | Fault;

/** "ask": at two points and nobody has chosen yet, nothing is written. "mend": held back until the row is put right. */
export type Act = "add" | "update" | "none" | "ask" | "mend";

/** For a person found at two points: leave them where they are, move them here, or invite them at both. */
export const choices = ["stay", "move", "both"] as const;
export type Choice = (typeof choices)[number];

/** Somebody on the event's list already; without those taken off and without substitutes. */
export type Known = Person & { id: string };

export interface PlannedRow {
  /** As the file counts, from 1. */
  row: number;
  fate: Fate;
  act: Act;
  person: Person;
  raw: Draft["raw"];
  flags: Flag[];
  /** Whom "update" writes to; also set for "unchanged". */
  knownId: string | null;
  changes: Change[];
  /** The rows this one repeats, shares a mailbox with, or stands against at another point. */
  otherRows: number[];
  otherPointId: string | null;
}

export interface ImportPlan {
  rows: PlannedRow[];
  counts: Partial<Record<Fate, number>>;
  acts: Partial<Record<Act, number>>;
  /** Different people in the file: repetitions and second points are not counted again. */
  people: number;
  unknownPoints: { text: string; rows: number[] }[];
  header: string[];
  headerRow: number;
  skipped: { row: number; why: Skipped }[];
}

export interface ImportInput extends DraftFrame {
  rows: string[][];
  mapping: Mapping;
  known: Known[];
  /** Choices made for rows at two points, by row number. */
  choices?: Record<string, string> | undefined;
}

/** Who a person is as far as a list can tell; at one point no two may have the same. */
export const identityOf = ({ name, position, email }: Pick<Person, "name" | "position" | "email">): string =>
  email ? `${email} ${fold(name)}` : `${fold(name)} · ${fold(position)}`;

/**
 * What an import would do, row by row, without doing it. The same file planned again after it was taken over changes
 * nothing: rows are unchanged, repetitions, or still wait for a human.
 */
export function planImport({ rows, known, choices: chosen = {}, ...frame }: ImportInput): ImportPlan {
  const list = listIn(rows);
  const read = draftReader(frame);
  const skipped = [...list.skipped];
  const drafts: Draft[] = [];
  for (const line of list.body) {
    const draft = read(line);
    if (draft) drafts.push(draft);
    else skipped.push({ row: line.row, why: "blank" });
  }
  const planned = planRows(drafts, known, chosen).sort((a, b) => a.row - b.row);
  const repeats = new Set<Fate>(["same-person-at-point", "at-two-points", "no-name"]);
  return {
    rows: planned,
    counts: count(planned, (row) => row.fate),
    acts: count(planned, (row) => row.act),
    people: planned.filter((row) => !repeats.has(row.fate)).length,
    unknownPoints: gatherUnknown(planned),
    header: list.header,
    headerRow: list.headerRow,
    skipped: skipped.sort((a, b) => a.row - b.row),
  };
}

// Who uses a mailbox in the file: a folded name with its first row. Most have one user, and a map each weighs too much.
type Users = { name: string; row: number } | Map<string, number>;
const usersIn = (users: Users | undefined): Iterable<[name: string, row: number]> =>
  users instanceof Map ? users : users ? [[users.name, users.row]] : [];
const isUser = (users: Users | undefined, name: string): boolean =>
  users instanceof Map ? users.has(name) : users?.name === name;

// Of a long list nearly every row has nothing to change and repeats nobody.
const nothing = Object.freeze([]) as unknown as never[];

function planRows(drafts: Draft[], known: Known[], chosen: Record<string, string>): PlannedRow[] {
  const keyOf = folder();
  const book = peopleBook(known, keyOf);
  const asking = new Map<string, number>();
  const mailboxes = new Map<string, Users>();
  for (const { person, row, fault } of drafts) {
    if (!person.email || fault) continue;
    const name = keyOf(person.name);
    const users = mailboxes.get(person.email);
    if (isUser(users, name)) continue;
    if (users instanceof Map) users.set(name, row);
    else mailboxes.set(person.email, users ? new Map([...usersIn(users), [name, row]]) : { name, row });
  }

  const plan = (draft: Draft, fate: Fate, act: Act, more: Partial<PlannedRow> = {}): PlannedRow => ({
    row: draft.row,
    fate,
    act,
    person: draft.person,
    raw: draft.raw,
    flags: draft.flags,
    knownId: null,
    changes: nothing,
    otherRows: nothing,
    otherPointId: null,
    ...more,
  });

  const stillUsed = ({ person }: Entry) => isUser(mailboxes.get(person.email ?? ""), keyOf(person.name));

  function meet(draft: Draft, entry: Entry): PlannedRow {
    if (entry.row !== null)
      return plan(draft, "same-person-at-point", "none", { otherRows: [entry.row], knownId: entry.id });
    const changes = book.claim(entry, draft);
    return plan(draft, changes.length > 0 ? "updated" : "unchanged", changes.length > 0 ? "update" : "none", {
      knownId: entry.id,
      changes,
    });
  }

  function add(draft: Draft): PlannedRow {
    const { person, flags } = draft;
    const more = book.hasNamesake(person) ? { flags: [...flags, "namesake" as const] } : {};
    const neighbours = person.email ? book.neighbours(person) : [];
    const inFile = [...usersIn(mailboxes.get(person.email ?? ""))]
      .filter(([name]) => name !== keyOf(person.name))
      .map(([, row]) => row);
    book.add(draft);
    if (!person.email) return plan(draft, "no-address", "add", more);
    if (neighbours.length === 0 && inFile.length === 0) return plan(draft, "new", "add", more);
    return plan(draft, "shared-address", "add", { ...more, otherRows: inFile });
  }

  function atTwoPoints(draft: Draft, entry: Entry): PlannedRow {
    const place = `${draft.person.email} ${keyOf(draft.person.name)} ${draft.person.pointId}`;
    const asked = asking.get(place);
    if (asked !== undefined) return plan(draft, "same-person-at-point", "none", { otherRows: [asked] });
    asking.set(place, draft.row);
    const elsewhere = { otherPointId: entry.person.pointId, otherRows: entry.row === null ? [] : [entry.row] };
    const choice = chosen[String(draft.row)];
    const otherMoved = entry.row !== null && chosen[String(entry.row)] === "move";
    if (choice === "both") {
      book.add(draft);
      return plan(draft, "at-two-points", "add", elsewhere);
    }
    if (choice === "move" && entry.id !== null && !otherMoved) {
      return plan(draft, "at-two-points", "update", {
        ...elsewhere,
        knownId: entry.id,
        changes: book.move(entry, draft),
      });
    }
    return plan(draft, "at-two-points", choice === "stay" || otherMoved ? "none" : "ask", elsewhere);
  }

  function decide(draft: Draft): PlannedRow {
    if (draft.fault && draft.fault !== "bad-address") return plan(draft, draft.fault, "mend");
    if (draft.person.email) {
      const { here, elsewhere } = book.findByAddress(draft.person);
      if (here) return meet(draft, here);
      if (elsewhere) return atTwoPoints(draft, elsewhere);
    }
    const match = book.findByName(draft.person, stillUsed);
    if (draft.fault) {
      if (!match) return plan(draft, draft.fault, "mend");
      // The person is on the list, with an address that somebody has mended: this row has nothing to teach.
      const flags = [...draft.flags, "address-unread" as const];
      return match.entry.row === null
        ? plan(draft, "unchanged", "none", { knownId: match.entry.id, flags })
        : meet({ ...draft, flags }, match.entry);
    }
    if (!match) return add(draft);
    if (match.sure) return meet(draft, match.entry);
    const { id, row } = match.entry;
    return plan(draft, "same-person-at-point", "none", { knownId: id, otherRows: row === null ? [] : [row] });
  }

  const inTurn = (some: Draft[], turn: (draft: Draft) => number): PlannedRow[] =>
    some
      .map((draft) => ({ draft, turn: turn(draft) }))
      .sort((a, b) => a.turn - b.turn || a.draft.row - b.draft.row)
      .map(({ draft }) => decide(draft));

  // Choices first, then sure matches, then addresses, then names alone: no row may take the place of one that fits better.
  const addressed = drafts.filter(({ person, fault }) => person.email !== null && fault === null);
  const silent = drafts.filter(({ person, fault }) => person.email === null || fault !== null);
  return [
    ...inTurn(addressed, ({ person, row }) =>
      chosen[String(row)] === "move" ? 0 : book.findByAddress(person).here ? 1 : 2,
    ),
    ...inTurn(silent, ({ person, fault }) => (fault ? 3 : book.placeOfSilent(person))),
  ];
}

function count<K extends string>(rows: PlannedRow[], key: (row: PlannedRow) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

function gatherUnknown(rows: PlannedRow[]): { text: string; rows: number[] }[] {
  const texts = new Map<string, { text: string; rows: number[] }>();
  for (const { fate, raw, row } of rows) {
    if (fate !== "unknown-point") continue;
    const seen = texts.get(fold(raw.point)) ?? { text: raw.point, rows: [] };
    seen.rows.push(row);
    texts.set(fold(raw.point), seen);
  }
  return [...texts.values()];
}
