import { type Day, isDay } from "~/web/time";
import type { Colour } from "./colour.rules";
import { dueEnd } from "./dates.rules";
import { type TaskPriority, taskPriorities, taskStates } from "./rules";

export const rowsPerPage = 50;
/** More are neither printed nor changed by one press. */
export const mostRows = 1000;

/** "doing": received or in progress; "ended": cancelled or carried over; "any": these too. */
export const stateFilters = ["open", "doing", "done", "ended", "any", ...taskStates] as const;
export type StateFilter = (typeof stateFilters)[number];
/** What concerns the person who looks: on them, of their units, late, waiting for their word, without a word. */
export const taskCircles = ["mine", "own-units", "late", "waiting", "silent"] as const;
export type TaskCircle = (typeof taskCircles)[number];
export const taskSorts = ["due", "lead", "colour", "state", "progress", "updated"] as const;
export type TaskSort = (typeof taskSorts)[number];
export const colourFilters = [
  "red",
  "amber",
  "green",
  "done-on-time",
  "done-late",
  "unplanned",
  "no-data",
  "none",
] as const satisfies Colour[];

/** In the place of an id: the tasks that have no lead unit, or stand in no group. */
export const noneOf = "none";

/**
 * What an address asks for: one meaning for list, board, timeline, calendar, paper and exports. All of it can be sent to a
 * colleague, and goes along from view to view.
 */
export interface TaskQuery {
  term: string;
  /** Null: all of the period, what was cancelled or carried over not. */
  state: StateFilter | null;
  colour: Colour | null;
  /** The lead unit, with those below it unless `alone`; "none". */
  unitId: string;
  alone: boolean;
  documentId: string;
  campaignId: string;
  /** The unit whose plan it is. */
  ownerId: string;
  /** A group, with all below it; "none". */
  groupId: string;
  /** "2025-09", "2025-Q3", "2025-H2" or "2025": the period in which the deadline lies; "" for any. */
  due: string;
  priority: TaskPriority | null;
  additional: boolean;
  only: TaskCircle | null;
  sort: TaskSort | null;
  descending: boolean;
  /** From 1. */
  page: number;
}

const oneOf = <T extends string>(value: string | null, known: readonly T[]): T | null =>
  known.find((one) => one === value) ?? null;

/** Whether a text from outside may be an id at all: it then fits into an address. */
export const isId = (text: string): boolean => /^[0-9A-Za-z-]{1,64}$/.test(text);

/** Reads the filters out of an address; what is unknown is left out. */
export function parseTaskQuery(params: URLSearchParams): TaskQuery {
  const id = (name: string) => [params.get(name) ?? ""].find(isId) ?? "";
  const sort = params.get("sort") ?? "";
  const due = params.get("due") ?? "";
  return {
    term: (params.get("q") ?? "").trim().slice(0, 100),
    state: oneOf(params.get("state"), stateFilters),
    colour: oneOf(params.get("colour"), colourFilters),
    unitId: id("unit"),
    alone: id("unit") !== "" && params.get("alone") === "on",
    documentId: id("document"),
    campaignId: id("campaign"),
    ownerId: id("owner"),
    groupId: id("group"),
    due: periodOf(due) ? due : "",
    priority: oneOf(params.get("priority"), taskPriorities),
    additional: params.get("additional") === "on",
    only: oneOf(params.get("only"), taskCircles),
    sort: oneOf(sort.replace(/^-/, ""), taskSorts),
    descending: sort.startsWith("-"),
    page: Math.max(1, Math.min(10_000, Math.trunc(Number(params.get("page"))) || 1)),
  };
}

/**
 * The query string of a query and of what a view asks for beside it (empty values are left out), "" for the whole plan.
 * Without `page` it names what is shown, whichever page is in sight.
 */
export function taskAddress(query: Partial<TaskQuery>, more: Record<string, string> = {}): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => value && params.set(name, value);
  put("q", query.term);
  put("state", query.state);
  put("colour", query.colour);
  put("unit", query.unitId);
  put("alone", query.alone ? "on" : "");
  put("document", query.documentId);
  put("campaign", query.campaignId);
  put("owner", query.ownerId);
  put("group", query.groupId);
  put("due", query.due);
  put("priority", query.priority);
  put("additional", query.additional ? "on" : "");
  put("only", query.only);
  put("sort", query.sort && `${query.descending ? "-" : ""}${query.sort}`);
  put("page", query.page && query.page > 1 ? String(query.page) : "");
  for (const [name, value] of Object.entries(more)) put(name, value);
  const text = params.toString();
  return text && `?${text}`;
}

/** What goes along into another view: all but the place in this one. */
export const carried = (query: TaskQuery): TaskQuery => ({ ...query, sort: null, page: 1 });

/** Whether anything is asked for. */
export const isNarrowed = (query: TaskQuery): boolean => taskAddress(carried(query)) !== "";

const withEnded = (query: TaskQuery): TaskQuery => (query.state === "any" ? { ...query, state: null } : query);

/** The whole plan, with or without what was cancelled or carried over: its empty groups stand there too. */
export const isWhole = (query: TaskQuery): boolean => !isNarrowed(withEnded(query));

/** Grouped under its pillars, or flat: what is sorted or picked out of the plan has left its place there. */
export const isInPlanOrder = (query: TaskQuery): boolean =>
  !query.sort && isWhole({ ...query, campaignId: "", documentId: "", ownerId: "", groupId: "" });

/** First and last day of "2025-09", "2025-Q3", "2025-H2" or "2025"; null for anything else. */
export function periodOf(text: string): { from: Day; to: Day } | null {
  const [, year, kind = "", digits = ""] = /^(20\d\d)(?:-(Q|H)?(\d{1,2}))?$/.exec(text) ?? [];
  if (!year) return null;
  if (!digits) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const length = kind === "Q" ? 3 : kind === "H" ? 6 : 1;
  const from = `${year}-${String((Number(digits) - 1) * length + 1).padStart(2, "0")}-01`;
  if (!isDay(from)) return null;
  return { from, to: dueEnd(length === 3 ? "quarter" : length === 6 ? "half-year" : "month", from) };
}

/** The periods to choose from around a day: its month and the five to come, and the quarters, halves and year of its year. */
export function periodsAround(today: Day): string[] {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const months = Array.from({ length: 6 }, (_, n) => {
    const at = month - 1 + n;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
  return [...months, ...[1, 2, 3, 4].map((n) => `${year}-Q${n}`), `${year}-H1`, `${year}-H2`, `${year}`, `${year + 1}`];
}

/** What is likely wanted, ready to press; a supervisor who does nothing themselves has no units of their own. */
export const builtInViews = (ownUnits: boolean): Partial<TaskQuery>[] => [
  { only: "mine", state: "open" },
  ...(ownUnits ? [{ only: "own-units", state: "open" } as const] : []),
  { only: "waiting" },
  { only: "late" },
  { only: "silent" },
];
