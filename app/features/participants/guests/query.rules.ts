import { categories, type Category } from "../rules";

/** Addresses that refused a letter; people without one. */
export const mails = ["bounced", "none"] as const;

/** What the address of the list asks for. */
export interface ListQuery {
  view: "list" | "points" | "units";
  term: string;
  pointId: string;
  unitId: string;
  organization: string;
  /** How people have answered, or what is wrong with their address: one choice in the address of the page. */
  category: Category | null;
  mail: (typeof mails)[number] | null;
  after: string;
  before: string;
}

const oneOf = <T extends string>(value: string | null, known: readonly T[]): T | null =>
  known.find((one) => one === value) ?? null;

/** Reads the list's filters out of its address; what is unknown is left out. */
export function parseListQuery(params: URLSearchParams): ListQuery {
  const text = (name: string, max = 64) => (params.get(name) ?? "").slice(0, max);
  return {
    view: oneOf(params.get("view"), ["points", "units"]) ?? "list",
    term: text("q", 100),
    pointId: text("point"),
    unitId: text("unit"),
    organization: text("org", 300),
    category: oneOf(params.get("state"), categories),
    mail: oneOf(params.get("state"), mails),
    after: text("after"),
    before: text("before"),
  };
}

/** The address of the list for a query, with some of it changed. */
export function listAddress(query: Partial<ListQuery>): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => value && params.set(name, value);
  put("view", query.view === "list" ? "" : query.view);
  put("q", query.term);
  put("point", query.pointId);
  put("unit", query.unitId);
  put("org", query.organization);
  put("state", query.category ?? query.mail);
  put("after", query.after);
  put("before", query.before);
  return `?${params}`;
}

/** Whether anything narrows the list down. */
export const isFiltered = (query: ListQuery): boolean =>
  Boolean(query.term || query.pointId || query.unitId || query.organization || query.category || query.mail);
