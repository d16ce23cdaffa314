import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ensureBuild } from "../../bin/setup.mjs";

beforeAll(async () => {
  await ensureBuild();
}, 120_000);

const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const secret = "a-long-enough-secret-for-the-tests-only";

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** The built process, as `npm start` runs it. */
function start(env: Record<string, string>) {
  const dataDir = mkdtempSync(join(tmpdir(), "tenten-process-"));
  folders.push(dataDir);
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR)$/.test(name)));
  const child = spawn(process.execPath, ["build/process/main.js"], {
    env: { ...clean, NODE_ENV: "production", DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  return { child, dataDir, ended, said: () => said };
}

async function ready(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (found?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error("The process did not start");
}

test.each([
  ["no secret", { PUBLIC_ORIGIN: "http://localhost:1" }, "APP_SECRETS is missing"],
  [
    "the example secret",
    { PUBLIC_ORIGIN: "http://localhost:1", APP_SECRETS: "change-me-change-me-change-me-change-me" },
    "randomBytes(32)",
  ],
  ["a short secret", { PUBLIC_ORIGIN: "http://localhost:1", APP_SECRETS: "short" }, "shorter than 32"],
  ["no address", { APP_SECRETS: secret }, "PUBLIC_ORIGIN is missing"],
])("with %s it refuses to start, says what to do, and touches nothing", async (_, env, sentence) => {
  const process = start(env);
  expect(await process.ended).toBe(1);
  expect(process.said()).toContain(sentence);
  expect(existsSync(join(process.dataDir, "tenten.sqlite"))).toBe(false);
});

test("a port that is taken is said in one sentence", async () => {
  const port = await freePort();
  const server = createServer().listen(port, "127.0.0.1");
  const process = start({ PORT: String(port), PUBLIC_ORIGIN: `http://127.0.0.1:${port}`, APP_SECRETS: secret });
  expect(await process.ended).toBe(1);
  expect(process.said()).toContain(`Port ${port} is taken`);
  server.close();
});

test("told to stop under load, it finishes every request, closes the database and leaves with 0", async () => {
  const port = await freePort();
  const process = start({
    PORT: String(port),
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    APP_SECRETS: secret,
    TENTEN_LIMITS: "off",
  });
  await ready(port);

  // Visitors on connections that stay open, as a proxy holds them: each leaves when it is told to, and none is cut before.
  const failures: string[] = [];
  let served = 0;
  const visit = (agent: Agent) =>
    new Promise<"stay" | "leave">((done) => {
      const asked = get({ port, host: "127.0.0.1", path: "/nothing-here", agent }, (res) => {
        res.resume().on("end", () => {
          if (res.statusCode !== 404) failures.push(String(res.statusCode));
          served += 1;
          done(res.headers.connection === "close" ? "leave" : "stay");
        });
      });
      asked.on("error", (error: NodeJS.ErrnoException) => {
        failures.push(error.code ?? error.message);
        done("leave");
      });
    });
  const visitors = Array.from({ length: 12 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while ((await visit(agent)) === "stay");
    agent.destroy();
  });
  await new Promise((next) => setTimeout(next, 700));
  const before = Date.now();
  process.child.kill("SIGTERM");
  await Promise.all(visitors);
  expect(await process.ended).toBe(0);
  expect(Date.now() - before).toBeLessThan(10_000);
  expect(failures).toEqual([]);
  expect(served).toBeGreaterThan(50);
  expect(existsSync(join(process.dataDir, "tenten.sqlite-wal"))).toBe(false);
});
