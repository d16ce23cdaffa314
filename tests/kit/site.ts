import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "../../bin/setup.mjs";

const freePort = (wished = 0): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer().listen(wished, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
    server.once("error", fail);
  });

export interface Site {
  origin: string;
  dataDir: string;
  /** What it has printed so far. */
  said(): string;
  /** A fresh browser without cookies. */
  browser(userAgent?: string): Browser;
  stop(): Promise<void>;
}

/** The built product as `npm start` runs it, empty, on a port and in a folder of its own. */
export async function startSite(env: Record<string, string> = {}): Promise<Site> {
  await ensureBuild();
  const dataDir = mkdtempSync(join(tmpdir(), "tenten-site-"));
  const site = await launch("main", { dataDir, port: await freePort(), env });
  return { ...site, stop: () => site.stop().then(() => rmSync(dataDir, { recursive: true, force: true })) };
}

const demoCache = join("node_modules", ".cache", "tenten-demo");

/**
 * The built demo. Making its province takes a minute, so the day's first one is kept to copy from; its letters hold its
 * address, so the port is kept too. A run beside this one gets a folder of its own.
 */
export async function startDemo(): Promise<Site> {
  await ensureBuild();
  mkdirSync(demoCache, { recursive: true });
  const lock = join(demoCache, "lock");
  const kept = join(demoCache, "port");
  const own = claim(lock);
  const wished = own && existsSync(kept) ? Number(readFileSync(kept, "utf8")) : 0;
  const port = await freePort(wished).catch(() => freePort());
  if (own) writeFileSync(kept, `${port}`);
  const dataDir = own ? demoCache : mkdtempSync(join(tmpdir(), "tenten-demo-"));
  const env = { TENTEN_DEMO: "1", TENTEN_LIMITS: "off", LOG_LEVEL: "warn", APP_SECRETS: "" };
  const site = await launch("demo", { dataDir, port, env });
  const leave = () => rmSync(own ? lock : dataDir, { recursive: true, force: true });
  return { ...site, stop: () => site.stop().then(leave) };
}

/** Takes the lock; false while a process that lives holds it. */
function claim(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: "wx" });
    return true;
  } catch {
    try {
      process.kill(Number(readFileSync(lock, "utf8")), 0);
      return false;
    } catch {
      rmSync(lock, { force: true });
      return claim(lock);
    }
  }
}

interface Launch {
  dataDir: string;
  port: number;
  env: Record<string, string>;
}

async function launch(program: "main" | "demo", { dataDir, port, env }: Launch): Promise<Site> {
  const origin = `http://localhost:${port}`;
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR)$/.test(name)));
  const own = {
    PORT: `${port}`,
    PUBLIC_ORIGIN: origin,
    DATA_DIR: dataDir,
    APP_SECRETS: "a-long-enough-secret-for-the-tests-only",
  };
  const child = spawn(process.execPath, [`build/process/${program}.js`], {
    env: { ...clean, NODE_ENV: "production", ...own, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  await ready(child, `http://127.0.0.1:${port}/healthz`, () => said);
  return {
    origin,
    dataDir,
    said: () => said,
    browser: (userAgent) => new Browser(origin, userAgent),
    async stop() {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function ready(child: ChildProcess, address: string, said: () => string): Promise<void> {
  // The demo makes its province first, which takes a minute on a small machine.
  for (let tries = 0; tries < 1800; tries += 1) {
    if (child.exitCode !== null) break;
    const found = await fetch(address).catch(() => null);
    if (found?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`The product did not start: ${said()}`);
}

export interface Answer {
  status: number;
  /** The address a redirect leads to, without the origin; "" for none. */
  to: string;
  headers: Headers;
  text: string;
}

/** As much of a browser as a page without script needs: cookies, and where a form was sent from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  constructor(
    readonly origin: string,
    readonly userAgent = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
  ) {}

  get = (path: string, headers: Record<string, string> = {}) => this.ask(path, { headers });
  head = (path: string) => this.ask(path, { method: "HEAD" });
  post = (path: string, fields: Record<string, string> | [string, string][], headers: Record<string, string> = {}) =>
    this.ask(path, { method: "POST", body: new URLSearchParams(fields), headers: { Origin: this.origin, ...headers } });

  /** A form with files, as `multipart/form-data`. */
  send = (path: string, body: FormData) => this.ask(path, { method: "POST", body, headers: { Origin: this.origin } });

  private async ask(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      "User-Agent": this.userAgent,
      "Accept-Language": "vi",
      ...(cookie ? { Cookie: cookie } : {}),
      ...init.headers,
    };
    const response = await fetch(`${this.origin}${path}`, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value ?? "");
    }
    const to = (response.headers.get("location") ?? "").replace(this.origin, "");
    return { status: response.status, to, headers: response.headers, text: await response.text() };
  }
}
