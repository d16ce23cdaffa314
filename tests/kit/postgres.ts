import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { findPostgres } from "./find-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server without a database name, or null when PostgreSQL is not installed. */
    postgresServer: string | null;
  }
}

export const TEMPLATE = "tenten_template";
const asRoot = process.getuid?.() === 0;
/** PostgreSQL refuses to run as root: then it runs as the user its package made. */
const asServerUser = (program: string, args: string[]): [string, string[]] =>
  asRoot ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, ...args]] : [program, args];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export interface Server {
  url: string;
  /** "immediate" is the server's own power cut; the same folder can be started again. */
  stop(mode: "fast" | "immediate"): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts a server of its own in a temporary folder on a free loopback port. `durable` keeps fsync on. */
export async function startPostgres(bin: string, { durable = false } = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "tenten-pg-"));
  const data = join(folder, "data");
  mkdirSync(data);
  chmodSync(data, 0o700);
  if (asRoot) execFileSync("chown", ["-R", "postgres:postgres", folder]);
  const options = ["-D", data, "-U", "tenten", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(...asServerUser(join(bin, "initdb"), options), { stdio: "pipe" });
  const port = await freePort();
  const url = `postgres://tenten@127.0.0.1:${port}`;
  const settings = { listen_addresses: "127.0.0.1", port, unix_socket_directories: "", max_connections: 200 };
  const speed = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };
  const flags = Object.entries({ ...settings, ...(durable ? {} : speed) }).flatMap(([k, v]) => ["-c", `${k}=${v}`]);
  let child: ChildProcess | undefined;

  async function start() {
    child = spawn(...asServerUser(join(bin, "postgres"), ["-D", data, ...flags]), {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
    });
    for (let tries = 0; ; tries += 1) {
      try {
        await query(`${url}/postgres`, "SELECT 1");
        return;
      } catch (error) {
        if (tries > 150 || child.exitCode !== null)
          throw new Error(`PostgreSQL did not start: ${said}`, { cause: error });
        await new Promise((next) => setTimeout(next, 100));
      }
    }
  }
  async function stop(mode: "fast" | "immediate") {
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child?.once("exit", done));
    child.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
    await gone;
  }
  await start();
  const remove = async () => {
    await stop("immediate");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop, start, remove };
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

function shout() {
  const lines = [
    "PostgreSQL is not installed (no /usr/lib/postgresql/*/bin, no PG_BIN):",
    "every test of the postgres project is SKIPPED.",
  ];
  console.warn(`\n${"!".repeat(80)}\n${lines.map((line) => `!!  ${line}`).join("\n")}\n${"!".repeat(80)}\n`);
}

/** Global set-up: a server, and in it one migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  const bin = findPostgres();
  if (!bin) {
    project.provide("postgresServer", null);
    shout();
    return shout;
  }
  const server = await startPostgres(bin);
  try {
    await query(`${server.url}/postgres`, `CREATE DATABASE ${TEMPLATE}`);
    // Not imported above: the kit of columns looks at DATABASE_URL when it loads, which is another here.
    const { openPostgres } = await import("../../db/dialect/open-postgres.server");
    const store = openPostgres({ url: `${server.url}/${TEMPLATE}` });
    await store.migrate("db/migrations/postgresql");
    await store.close();
  } catch (error) {
    await server.remove();
    throw error;
  }
  project.provide("postgresServer", server.url);
  return () => server.remove();
}
