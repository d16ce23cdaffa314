import type { Reader } from "../../db/client.server";

/** A reader that counts what the database answers: rows, and a count as one. */
export function countingRows(db: Reader): { db: Reader; rows: () => number } {
  let rows = 0;
  type Ok = (found: unknown) => unknown;
  const wrapped = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    return new Proxy(value, {
      get(target, name) {
        const part: unknown = Reflect.get(target, name, target);
        if (typeof part !== "function") return part;
        if (name !== "then") return (...given: unknown[]) => wrapped(part.apply(target, given));
        return (ok: Ok, fail: unknown) =>
          part.call(
            target,
            (found: unknown) => {
              rows += Array.isArray(found) ? found.length : 1;
              return ok(found);
            },
            fail,
          );
      },
    });
  };
  return { db: wrapped(db) as Reader, rows: () => rows };
}
