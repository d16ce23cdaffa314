import { compareVi } from "~/web/text";
import { type Day, daysBetween, isDay } from "~/web/time";
import { type Counts, worseFirst } from "../counts.rules";

/** Whose figures are asked for; "" for any. */
export interface CountScope {
  campaignId: string;
  documentId: string;
  ownerUnitId: string;
}

/** A campaign, a document or an owner that has tasks this person sees. */
export interface ScopeChoices {
  campaigns: { id: string; running: boolean; tasks: number }[];
  documents: { id: string }[];
  owners: { id: string }[];
}

/** The scope an address asks for among the choices; without one, the running campaign with the most tasks. */
export function scopeAsked(params: URLSearchParams, choices: ScopeChoices): CountScope {
  const known = (name: string, list: readonly { id: string }[]) =>
    list.find(({ id }) => id === params.get(name))?.id ?? "";
  const asked = {
    campaignId: known("campaign", choices.campaigns),
    documentId: known("document", choices.documents),
    ownerUnitId: known("owner", choices.owners),
  };
  if (["campaign", "document", "owner"].some((name) => params.has(name))) return asked;
  const running = choices.campaigns.filter((one) => one.running).sort((a, b) => b.tasks - a.tasks);
  return { ...asked, campaignId: running[0]?.id ?? "" };
}

/** The day that an address asks for. `on` null: today; "not-yet" and "bad-day" show today too, and say so. */
export function dayAsked(
  text: string,
  today: Day,
): { on: Day | null; typed: string; error: "bad-day" | "not-yet" | null } {
  const typed = text.trim();
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const day = year ? `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}` : typed;
  if (typed === "" || day === today) return { on: null, typed: "", error: null };
  if (!isDay(day)) return { on: null, typed, error: "bad-day" };
  return day > today ? { on: null, typed: day, error: "not-yet" } : { on: day, typed: day, error: null };
}

/** The address of a page of figures for a scope; `scope` is always said, so that nothing is taken for granted there. */
export function scopeQuery(
  { campaignId, documentId, ownerUnitId }: CountScope,
  more: Record<string, string> = {},
): string {
  const params = new URLSearchParams({ campaign: campaignId });
  if (documentId) params.set("document", documentId);
  if (ownerUnitId) params.set("owner", ownerUnitId);
  for (const [name, value] of Object.entries(more)) if (value) params.set(name, value);
  return `?${params}`;
}

export const unitSorts = ["worst", "name", "done", "red", "amber", "waiting"] as const;
export type UnitSort = (typeof unitSorts)[number];

export const unitSortAsked = (params: URLSearchParams): UnitSort =>
  unitSorts.find((sort) => sort === params.get("sort")) ?? "worst";

interface Ranked {
  name: string;
  counts: Counts;
}

/** Units in the order asked for: the worst first, by name, or by a figure: the smallest part done, the most red. */
export function rankUnits<R extends Ranked>(rows: readonly R[], sort: UnitSort): R[] {
  const by: Record<UnitSort, (a: R, b: R) => number> = {
    worst: (a, b) => worseFirst(a.counts, b.counts),
    name: () => 0,
    done: (a, b) => a.counts.done / a.counts.total - b.counts.done / b.counts.total,
    red: (a, b) => b.counts.red - a.counts.red,
    amber: (a, b) => b.counts.amber - a.counts.amber,
    waiting: (a, b) => b.counts.waiting - a.counts.waiting,
  };
  return [...rows].sort((a, b) => by[sort](a, b) || compareVi(a.name, b.name));
}

/** Days since the newest word on any of these tasks; null: there is none. */
export function lastWord(tasks: readonly { updatedOn: Day | null }[], today: Day): number | null {
  const last = tasks
    .flatMap(({ updatedOn }) => updatedOn ?? [])
    .sort()
    .at(-1);
  return last === undefined ? null : Math.max(0, daysBetween(last, today));
}

export const inactiveAfter = [7, 14, 30] as const;

/** After how many silent days a unit is called inactive: the choice of an address, 7 without one. */
export const inactiveDaysAsked = (params: URLSearchParams): number =>
  inactiveAfter.find((days) => String(days) === params.get("days")) ?? 7;
