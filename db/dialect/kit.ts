import { dialect } from "./index";
import * as postgres from "./postgres";
import * as sqlite from "./sqlite";

// `#kit` is an alias of types only: tsconfig.json points it at sqlite.ts, tsconfig.pg.json at postgres.ts.
// Code that passes both type checks uses only what the two engines have in common.
type Kit = typeof import("#kit");
const kit = (dialect === "postgres" ? postgres : sqlite) as unknown as Kit;

export type { AnyColumn, AnyTable, FullDb } from "#kit";
export const { table, alias, index, uniqueIndex, primaryKey, foreignKey, check } = kit;
export const { id, ref, text, oneOf, int, big, real, bool, moment, day, json, bytes } = kit;
export const { jsonText, forUpdate, skipLocked } = kit;
