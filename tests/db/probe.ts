import Database from "better-sqlite3";
import { beforeAll, beforeEach } from "vitest";
import { type OpenOptions, transact } from "#db/client.server";
import { dialect } from "#db/dialect/index";
import { bool, day, id, int, json, moment, ref, table, text } from "#db/dialect/kit";
import { useDatabase } from "../kit/database";
import { query } from "../kit/postgres";

/** Two tables of the database tests' own, so that they say nothing about the product's. */
export const places = table("probe_places", {
  id: id(),
  title: text().notNull(),
  capacity: int().notNull().default(20),
});
export const guests = table("probe_guests", {
  id: id(),
  placeId: ref()
    .notNull()
    .references(() => places.id, { onDelete: "cascade" }),
  email: text().notNull(),
  coming: bool().notNull().default(true),
  bornOn: day(),
  answeredAt: moment(),
  wishes: json<{ meal?: string; tags: string[] }>(),
});

const ddl = `
  CREATE TABLE probe_places (id text PRIMARY KEY, title text NOT NULL, capacity integer NOT NULL DEFAULT 20);
  CREATE TABLE probe_guests (id text PRIMARY KEY, place_id text NOT NULL REFERENCES probe_places(id) ON DELETE CASCADE,
    email text NOT NULL UNIQUE, coming BOOL NOT NULL DEFAULT true, born_on text, answered_at MOMENT, wishes JSONTYPE);
`;

/** Runs statements on a connection of their own, as another process would. */
export async function outside(url: string, statements: string): Promise<void> {
  if (dialect === "postgres") {
    await query(url, statements);
    return;
  }
  const db = new Database(url.replace(/^file:/, ""), { timeout: 5000 });
  db.exec(statements);
  db.close();
}

export function useProbe(options: OpenOptions = {}) {
  const database = useDatabase({ ...options, keep: true });
  const types = dialect === "postgres" ? ["boolean", "timestamptz(3)", "jsonb"] : ["integer", "integer", "text"];
  const [flag = "", moment = "", object = ""] = types;
  beforeAll(async () => {
    const text = ddl.replace("BOOL", flag).replace("MOMENT", moment).replace("JSONTYPE", object);
    await outside(database.env().DATABASE_URL, text);
  });
  beforeEach(async () => {
    await transact(async (tx) => {
      await tx.delete(guests);
      await tx.delete(places);
    });
  });
  return database;
}

export async function makePlace(capacity = 20): Promise<string> {
  const [row] = await transact((tx) => tx.insert(places).values({ title: "Nhà văn hoá", capacity }).returning());
  if (!row) throw new Error("no place");
  return row.id;
}
