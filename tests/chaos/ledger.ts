import { id, table, text } from "../../db/dialect/kit";

/** The table of the power-cut test: one row for each answer given. */
export const ledger = table("ledger", { id: id(), filler: text().notNull() });
export const ledgerDdl = "CREATE TABLE ledger (id text PRIMARY KEY, filler text NOT NULL)";
