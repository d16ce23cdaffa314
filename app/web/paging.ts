/** The page of a list that an address asks for, from 1. */
export const pageOf = (search: URLSearchParams): number =>
  Math.max(1, Math.min(10_000, Math.trunc(Number(search.get("page"))) || 1));
