import { type ChildProcess, spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { secret } from "./kit";

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

export interface Served {
  port: number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

async function spawned(file: string, args: string[], env: Record<string, string>, port: number): Promise<Served> {
  // BENCH_PROFILE=<folder> keeps a CPU profile of every process, for when a target is missed.
  const { PATH, BENCH_PROFILE } = process.env;
  const profile = BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${BENCH_PROFILE}`] : [];
  const child = spawn(process.execPath, [...profile, file, ...args], {
    env: { PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  const gone = new Promise<void>((done) =>
    child.once("exit", () => {
      running.delete(child);
      done();
    }),
  );
  await new Promise<void>((done, fail) => {
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on("line", (line) => {
      if (/ready/.test(line)) done();
    });
    gone.then(() => fail(new Error(`${file} ended before it was ready`)));
  });
  const stop = () => {
    child.kill("SIGTERM");
    return gone;
  };
  return { port, stop };
}

/** The product, as `npm start` runs it, without rate limits. */
export async function startProduct(dataDir: string): Promise<Served> {
  const port = await freePort();
  const env = {
    PORT: String(port),
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    APP_SECRETS: secret,
    DATA_DIR: dataDir,
    TENTEN_LIMITS: "off",
  };
  return await spawned("build/process/main.js", [], env, port);
}

const ownFile = (name: string) => join(process.env.BENCH_FOLDER ?? "", name);

/** The reference: node:http and better-sqlite3, nothing else. */
export async function startBare(file: string, mode: "NORMAL" | "transact"): Promise<Served> {
  const port = await freePort();
  return await spawned(ownFile("bare.js"), [file, mode, String(port)], {}, port);
}

/** An SMTP server that takes everything, in a process of its own. */
export async function startSink(): Promise<Served> {
  const port = await freePort();
  return await spawned(ownFile("sink.js"), [String(port)], {}, port);
}

export interface Ask {
  method?: "GET" | "POST";
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

/** CPU that a server has used since its start, in seconds, as it says itself. */
async function cpuSoFar(server: Served): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1]);
}

/** Sends `count` requests, `atOnce` at a time. Returns seconds passed, CPU the server used, and the answers' statuses. */
export async function load(
  server: Served,
  { count, atOnce, ask }: { count: number; atOnce: number; ask: (n: number) => Ask },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const statuses = new Map<number, number>();
  let sent = 0;
  const cpu = await cpuSoFar(server);
  const began = performance.now();
  const visitor = async () => {
    while (sent < count) {
      const status = await one(server.port, agent, ask(sent++));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { seconds, cpu: (await cpuSoFar(server)) - cpu, statuses };
}

function one(port: number, agent: Agent, { method = "GET", path, body, headers }: Ask): Promise<number> {
  return new Promise((done, fail) => {
    const sending =
      body === undefined
        ? {}
        : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
    const asked = request(
      { host: "127.0.0.1", port, path, method, agent, headers: { ...sending, ...headers } },
      (res) => {
        res.resume().on("end", () => done(res.statusCode ?? 0));
      },
    );
    // A server may hang up on a body it has refused.
    asked.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? done(0) : fail(error)));
    asked.end(body);
  });
}

export function expectOnly(statuses: Map<number, number>, wanted: number[], what: string): void {
  const others = [...statuses].filter(([status]) => !wanted.includes(status));
  if (others.length > 0)
    throw new Error(`${what} answered ${others.map(([status, n]) => `${status} (${n} times)`).join(", ")}`);
}
