/** Insists that what was done was not refused. */
export function must<T extends { ok: boolean }>(done: T): T & { ok: true } {
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done as T & { ok: true };
}
