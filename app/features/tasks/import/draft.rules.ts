import { cleanName } from "~/features/participants/list/clean.rules";
import { fold } from "~/web/text";
import type { Day } from "~/web/time";
import type { DuePrecision, TaskPriority, UnitGroup } from "../rules";
import type { Decisions, Said } from "./choices.rules";
import type { Line } from "./lines.rules";
import { type Meaning, type Named, namedIn } from "./units.rules";
import { readStart, readWhen } from "./when.rules";

/** What keeps a row from being taken over until somebody mends it. */
export type Fault =
  | "no-title"
  | "too-long"
  | "no-lead"
  | "group-leads"
  | "unknown-unit"
  | "unit-closed"
  | "impossible-date"
  | "unreadable-date"
  | "starts-after-due"
  | "bad-weight"
  | "unknown-predecessor"
  | "cycle"
  | "duplicate"
  | "parent-held";

/** Taken over all the same; said beside the row. */
export type Flag =
  | "no-deadline"
  | "several-leads"
  | "lead-inherited"
  | "person-unknown"
  | "priority-unread"
  | "nobody-named"
  | "predecessor-held"
  | "ended";

export interface Draft {
  title: string;
  code: string;
  clause: string;
  isGroup: boolean;
  leadUnitId: string | null;
  coordinatingUnitIds: string[];
  coordinatingGroups: UnitGroup[];
  responsibleId: string | null;
  startsOn: Day | null;
  /** The row itself names its start. */
  startGiven: boolean;
  dueOn: Day | null;
  duePrecision: DuePrecision;
  product: string;
  description: string;
  priority: TaskPriority | null;
  weight: number | null;
}

/** A text that names no one unit, to be asked about once for the whole file. */
export interface Open {
  role: "lead" | "unit";
  text: string;
  fault: "unknown-unit" | "unit-closed" | "group-leads";
  /** The units that followed the closed one. */
  offers: string[];
}

export interface Drafted {
  line: Line;
  draft: Draft;
  faults: { fault: Fault; text: string }[];
  flags: Flag[];
  open: Open[];
}

export interface KnownPerson {
  id: string;
  fullName: string;
  email: string | null;
  /** Paths of the units in which the person holds a position now. */
  unitPaths: string[];
}

export interface DraftFrame {
  find: (piece: string) => Meaning;
  people: KnownPerson[];
  pathOf: (unitId: string) => string;
  decisions: Decisions;
  /** Words of the file for columns that are kept as text. */
  header: (field: "responsible" | "priority") => string;
  /** For dates without a year. */
  year: number;
}

const longest = { title: 500, code: 40, product: 2000, description: 5000 };

/** Makes a reader of lines; those above a line come before it. */
export function draftReader(frame: DraftFrame) {
  const peopleBy = peopleFinder(frame);
  const leads = new Map<number, string | null>();

  return (line: Line): Drafted => {
    const made: Drafted = { line, draft: emptyDraft(line), faults: [], flags: [], open: [] };
    const { draft, faults, flags } = made;
    const fault = (one: Fault, text = "") => faults.push({ fault: one, text });
    if (!/[\p{L}\d]/u.test(draft.title)) fault("no-title");
    if ((Object.keys(longest) as (keyof typeof longest)[]).some((key) => draft[key].length > longest[key]))
      fault("too-long");
    if (line.isGroup) return made;
    readUnits(made, frame, leads.get(line.parentRow ?? 0) ?? null);
    leads.set(line.row, draft.leadUnitId);
    readDates(made, frame);
    const weight = readWeight(line.text.weight);
    if (weight === false) fault("bad-weight", line.text.weight);
    else draft.weight = weight;
    draft.priority = readPriority(line.text.priority);
    const kept: string[] = [line.text.note];
    if (line.text.priority !== "" && !draft.priority) {
      flags.push("priority-unread");
      kept.push(`${frame.header("priority")}: ${line.text.priority}`);
    }
    if (line.text.responsible !== "") {
      draft.responsibleId = peopleBy(line.text.responsible, draft.leadUnitId);
      if (!draft.responsibleId) {
        flags.push("person-unknown");
        kept.push(`${frame.header("responsible")}: ${line.text.responsible}`);
      }
    }
    draft.description = kept.filter(Boolean).join("\n");
    return made;
  };
}

const emptyDraft = ({ text, clause, isGroup }: Line): Draft => ({
  title: text.title,
  code: text.code,
  clause,
  isGroup,
  leadUnitId: null,
  coordinatingUnitIds: [],
  coordinatingGroups: [],
  responsibleId: null,
  startsOn: null,
  startGiven: false,
  dueOn: null,
  duePrecision: "day",
  product: text.product,
  description: text.note,
  priority: null,
  weight: null,
});

const meant = (said: Said | undefined): Meaning | undefined =>
  said === undefined ? undefined : said === "nobody" ? "nothing" : "group" in said ? { groups: [said.group] } : said;

function readUnits(made: Drafted, { find, decisions }: DraftFrame, inherited: string | null): void {
  const { draft, flags, faults, open, line } = made;
  const leads = namedIn(line.text.lead, find);
  const others = namedIn(line.text.coordinating, find);
  for (const [n, named] of leads.entries()) {
    const said = meant(decisions.leadOf.get(fold(named.text)));
    const meaning = said ?? meant(decisions.unitOf.get(fold(named.text))) ?? named.meaning;
    if (draft.leadUnitId === null && meaning !== null && meaning !== "nothing" && "unitId" in meaning) {
      draft.leadUnitId = meaning.unitId;
      // A group that was named as leading still takes part, under the unit chosen to lead it.
      if (named.meaning && typeof named.meaning === "object" && "groups" in named.meaning)
        draft.coordinatingGroups.push(...named.meaning.groups);
    } else if (n > 0 && (draft.leadUnitId !== null || meaning === null)) others.splice(n - 1, 0, { ...named, meaning });
    else ask(made, "lead", { ...named, meaning });
  }
  if (leads.length > 1 && draft.leadUnitId) flags.push("several-leads");
  if (draft.leadUnitId === null && line.text.lead === "" && inherited) {
    draft.leadUnitId = inherited;
    flags.push("lead-inherited");
  }
  if (draft.leadUnitId === null && open.length === 0) faults.push({ fault: "no-lead", text: "" });
  for (const named of others) {
    const meaning = meant(decisions.unitOf.get(fold(named.text))) ?? named.meaning;
    if (meaning === "nothing") flags.push("nobody-named");
    else if (meaning !== null && "unitId" in meaning) draft.coordinatingUnitIds.push(meaning.unitId);
    else if (meaning !== null && "groups" in meaning) draft.coordinatingGroups.push(...meaning.groups);
    else ask(made, "unit", { ...named, meaning });
  }
  draft.coordinatingUnitIds = [...new Set(draft.coordinatingUnitIds)].filter((id) => id !== draft.leadUnitId);
  draft.coordinatingGroups = [...new Set(draft.coordinatingGroups)];
}

function ask({ open, faults }: Drafted, role: Open["role"], { text, meaning }: Named): void {
  if (meaning === "nothing") return;
  const closed = meaning !== null && "closed" in meaning;
  const fault = closed ? "unit-closed" : meaning === null ? "unknown-unit" : "group-leads";
  open.push({ role, text, fault, offers: closed ? meaning.successors : [] });
  faults.push({ fault, text });
}

function readDates({ draft, faults, flags, line }: Drafted, { decisions, year }: DraftFrame): void {
  const due = readWhen(line.text.due, year);
  if (due.ok) Object.assign(draft, due.startsOn && { startsOn: due.startsOn }, endOf(due));
  else faults.push({ fault: due.reason, text: line.text.due });
  if (due.ok && due.dueOn === null) flags.push("no-deadline");
  const start = readStart(line.text.start, year);
  if (!start.ok) faults.push({ fault: start.reason, text: line.text.start });
  else if (start.startsOn) draft.startsOn = start.startsOn;
  if (draft.startsOn && draft.dueOn && draft.startsOn > draft.dueOn)
    faults.push({ fault: "starts-after-due", text: line.text.start || line.text.due });
  const given = decisions.startsOn;
  if (draft.startsOn) draft.startGiven = true;
  else if (given && (!draft.dueOn || given <= draft.dueOn)) draft.startsOn = given;
}

const endOf = ({ dueOn, duePrecision }: Extract<ReturnType<typeof readWhen>, { ok: true }>) => ({
  dueOn,
  duePrecision,
});

/** Null for an empty cell, false for one that holds no weight above 0. */
function readWeight(text: string): number | null | false {
  if (text === "") return null;
  const weight = Number(text.replace(/\s|%$/g, "").replace(",", "."));
  return Number.isFinite(weight) && weight > 0 && weight <= 1000 ? weight : false;
}

function readPriority(text: string): TaskPriority | null {
  const word = fold(text);
  if (/^(khan|thuong khan|hoa toc|rat cao|gap|cap bach|urgent|critical)$/.test(word)) return "urgent";
  if (/^(cao|uu tien|quan trong|trong tam|high|x)$/.test(word)) return "high";
  return /^(thuong|binh thuong|trung binh|thap|khong|normal|medium|low)$/.test(word) ? "normal" : null;
}

function peopleFinder({ people, pathOf }: DraftFrame) {
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people)
    for (const key of [fold(person.fullName), person.email ?? ""].filter(Boolean))
      byName.set(key, [...(byName.get(key) ?? []), person]);
  /** The one person of that name or address who holds a position in the lead unit or below it. */
  return (text: string, leadUnitId: string | null): string | null => {
    if (!leadUnitId) return null;
    const path = pathOf(leadUnitId);
    const found = (byName.get(fold(cleanName(text))) ?? byName.get(fold(text)) ?? []).filter(({ unitPaths }) =>
      unitPaths.some((one) => one.startsWith(path)),
    );
    return found.length === 1 ? (found[0] as KnownPerson).id : null;
  };
}
