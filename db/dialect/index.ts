export type Dialect = "sqlite" | "postgres";

/** Chosen once, when the process starts: a PostgreSQL address in DATABASE_URL, or else the embedded SQLite file. */
export const dialect: Dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "") ? "postgres" : "sqlite";
