import { fold } from "~/web/text";
import { hasLeft, type TaskState } from "../rules";

/** What all views of a plan are narrowed by; it stands in the address, so that it goes along from view to view. */
export interface ViewFilter {
  campaign: string;
  group: string;
  unit: string;
  document: string;
  q: string;
}
const names = ["campaign", "group", "unit", "document", "q"] as const satisfies (keyof ViewFilter)[];

/** The filter of an address; what is not there is "". */
export function filterOf(asked: URLSearchParams): ViewFilter {
  const of = (name: keyof ViewFilter) => (asked.get(name) ?? "").trim().slice(0, 200);
  return { campaign: of("campaign"), group: of("group"), unit: of("unit"), document: of("document"), q: of("q") };
}

export const isFiltered = (filter: ViewFilter): boolean => names.some((name) => filter[name] !== "");

/** A query string, with its question mark, of a filter and whatever else is asked for; empty values are left out. */
export function queryOf(filter: ViewFilter, more: Record<string, string> = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of [...names.map((name) => [name, filter[name]] as const), ...Object.entries(more)])
    if (value !== "") asked.set(name, value);
  const text = asked.toString();
  return text ? `?${text}` : "";
}

interface Filtered {
  id: string;
  path: string;
  isGroup: boolean;
  state: TaskState;
  code: string;
  title: string;
  leadUnitId: string | null;
  documentId: string | null;
}

/**
 * The tasks that the filter leaves, with the groups and tasks above them, but for those that have left the period: the list
 * finds them by their state. The campaign is the query's part.
 */
export function filtered<T extends Filtered>(tasks: readonly T[], filter: ViewFilter): T[] {
  const { group, unit, document, q } = filter;
  const whole = !group && !unit && !document && !q;
  const words = fold(q).split(" ").filter(Boolean);
  const fits = (task: T) =>
    !task.isGroup &&
    !hasLeft(task.state) &&
    (!group || task.path.split("/").includes(group)) &&
    (!unit || task.leadUnitId === unit) &&
    (!document || task.documentId === document) &&
    (words.length === 0 || wordsIn(task, words));
  const above = new Set(tasks.filter(fits).flatMap(({ path }) => path.split("/")));
  return tasks.filter(({ id, isGroup }) => above.has(id) || (whole && isGroup));
}

function wordsIn({ code, title }: Filtered, words: readonly string[]): boolean {
  const text = fold(`${code} ${title}`);
  return words.every((word) => text.includes(word));
}
