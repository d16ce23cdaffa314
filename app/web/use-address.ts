import { useLocation } from "@remix-run/react";

/** The address of this page, path and query. */
export function useAddress(): { path: string; query: string } {
  const { pathname, search } = useLocation();
  return { path: pathname, query: search };
}
