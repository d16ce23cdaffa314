import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";

/** The newest installed server's programs, or null. PG_BIN names another folder, or says "none". */
export function findPostgres(): string | null {
  if (process.env.PG_BIN) return process.env.PG_BIN === "none" ? null : process.env.PG_BIN;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(DEBIAN, version, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}
