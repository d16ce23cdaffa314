import { createServer, type IncomingHttpHeaders, type RequestOptions, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { RequestHandler } from "express";
import { afterEach, expect, test } from "vitest";
import { createApp } from "../../app/server/app";
import { pageHeaders } from "../../app/server/headers";
import { watchHealth } from "../../app/server/health";
import { requestsPerMinute } from "../../app/server/limits";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const wingOf = (url: string) => (url.startsWith("/staff") ? "staff" : "guests") as "staff" | "guests";
const page: RequestHandler = (req, res) => {
  if (req.path === "/broken") throw new Error("a secret of the house");
  const nonce = pageHeaders(req, res, wingOf(req.originalUrl));
  res.json({
    nonce: nonce.length,
    address: req.ip,
    host: req.headers.host,
    forwarded: req.headers["x-forwarded-for"] ?? null,
  });
};

interface Start {
  limits?: Partial<typeof requestsPerMinute> | null;
  trustedProxy?: string;
  pages?: RequestHandler;
  queue?: () => Promise<{ queued: number; oldestDueAt: Date | null }>;
}

async function start({
  limits = null,
  trustedProxy = "",
  pages = page,
  queue = async () => ({ queued: 0, oldestDueAt: null }),
}: Start = {}) {
  const health = watchHealth(queue);
  const app = createApp({
    publicOrigin: "https://tenten.example",
    trustedProxy,
    wingOf,
    health,
    limits: limits && { ...requestsPerMinute, ...limits },
    pages,
  });
  server = createServer(app);
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const ask = (
    path: string,
    { headers, body, ...options }: RequestOptions & { headers?: IncomingHttpHeaders; body?: string } = {},
  ) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((done, fail) => {
      const asked = request({ port, path, headers: { host: "tenten.example", ...headers }, ...options }, (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        res.on("end", () => done({ status: res.statusCode ?? 0, headers: res.headers, text }));
      });
      asked.on("error", fail).end(body);
    });
  return { ask, health, port };
}

const always = [
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "x-frame-options",
  "cross-origin-opener-policy",
  "permissions-policy",
];

test("every answer carries the security headers, also a refusal, an error and a missing page", async () => {
  const { ask } = await start();
  const answers = [
    await ask("/"),
    await ask("/staff"),
    await ask("/broken"),
    await ask("/?_data=root"),
    await ask("/", { headers: { host: "evil.example" } }),
    await ask("/", { method: "POST", headers: { origin: "https://evil.example" } }),
    await ask("/a".repeat(40)),
    await ask("/healthz"),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 500, 400, 400, 403, 414, 200]);
  for (const { headers } of answers) {
    expect(always.filter((name) => !headers[name])).toEqual([]);
    expect(headers["cache-control"]).toMatch(/^no-store/);
    expect(headers["x-powered-by"]).toBe(undefined);
    expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'none'.*form-action 'self'/);
  }
});

test("guests' pages forbid every script, staff pages all without the nonce of this answer", async () => {
  const { ask } = await start();
  const policy = async (path: string) =>
    String((await ask(path)).headers["content-security-policy"]).match(/script-src [^;]*/)?.[0];
  expect(await policy("/")).toBe("script-src 'none'");
  const [one, two] = [await policy("/staff"), await policy("/staff")];
  expect(one).toMatch(/^script-src 'nonce-[\w-]{22}' 'strict-dynamic'$/);
  expect(one).not.toBe(two);
});

test("pages behind a token tell nobody where the reader came from", async () => {
  const { ask } = await start();
  const policies = [];
  for (const path of ["/rsvp/abc", "/u/abc", "/sign-in", "/staff"])
    policies.push((await ask(path)).headers["referrer-policy"]);
  expect(policies).toEqual(["no-referrer", "no-referrer", "same-origin", "same-origin"]);
});

test("an error tells the reader what to do, in their language, and nothing of the house", async () => {
  const { ask } = await start();
  const vi = await ask("/broken");
  expect(vi.text).toContain("Hệ thống gặp lỗi");
  expect(vi.text).not.toMatch(/secret|Error:|at .*\.ts/);
  expect((await ask("/broken", { headers: { "accept-language": "ar-EG,ar;q=0.9" } })).text).toMatch(
    /lang="ar" dir="rtl".*حدث خطأ/,
  );
});

test("who asks too often waits, and others at other doors do not", async () => {
  const { ask } = await start({ limits: { guestsRead: 3 } });
  const statuses = [];
  for (let i = 0; i < 4; i += 1) statuses.push((await ask("/")).status);
  const refused = await ask("/");
  expect([statuses, (await ask("/staff")).status, (await ask("/healthz")).status]).toEqual([
    [200, 200, 200, 429],
    200,
    200,
  ]);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect(refused.text).toContain("Quá nhiều yêu cầu");
});

test("a visitor cannot choose the address that is counted; the proxy can tell it", async () => {
  const forged = { "x-forwarded-for": "198.51.100.1, 198.51.100.2, 198.51.100.3" };
  const direct = JSON.parse((await (await start()).ask("/", { headers: forged })).text);
  expect(direct).toMatchObject({ address: "127.0.0.1", forwarded: null });
  server?.close();
  const proxied = JSON.parse((await (await start({ trustedProxy: "loopback" })).ask("/", { headers: forged })).text);
  expect(proxied.address).toBe("198.51.100.3");
});

test("a body over the limit is refused, and its sender can read why, however long it goes on", async () => {
  const { port } = await start();
  const chunk = Buffer.alloc(1024 * 1024, "x");
  const chunks = 64;
  const answer = await new Promise<{ status?: number; text: string; sent: number }>((done, fail) => {
    let [sent, text] = [0, ""];
    const headers = {
      host: "tenten.example",
      origin: "https://tenten.example",
      "content-length": chunk.length * chunks,
    };
    const asked = request({ port, path: "/", method: "POST", headers }, (res) => {
      res.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      res.on("end", () => done({ status: res.statusCode, text, sent }));
    });
    asked.on("error", fail);
    const send = () => {
      while (sent < chunks) {
        sent += 1;
        if (!asked.write(chunk)) return void asked.once("drain", send);
      }
      asked.end();
    };
    send();
  });
  expect([answer.status, answer.text.includes("<h1>"), answer.sent > 1]).toEqual([413, true, true]);
});

test("a body of an absurd length is not read to its end", async () => {
  const { ask } = await start();
  const { status, headers } = await ask("/", {
    method: "POST",
    headers: { origin: "https://tenten.example", "content-length": String(2 ** 40) },
  });
  expect([status, headers.connection]).toEqual([413, "close"]);
});

test("/healthz tells of the queue, turns 503 when the process stops or the database is gone", async () => {
  const due = new Date(Date.now() - 90_000);
  const { ask, health } = await start({ queue: async () => ({ queued: 7, oldestDueAt: due }) });
  const { status, text } = await ask("/healthz");
  expect([status, JSON.parse(text)]).toEqual([200, { alive: true, queueDepth: 7, oldestDueLetterSeconds: 90 }]);
  health.stopping();
  expect((await ask("/healthz")).status).toBe(503);
  server?.close();
  const gone = await start({ queue: () => Promise.reject(new Error("gone")) });
  expect((await gone.ask("/healthz")).status).toBe(503);
});

test("/metrics answers machines nearby and is no page for others", async () => {
  const { ask } = await start({ trustedProxy: "loopback" });
  expect((await ask("/metrics")).text).toContain("tenten_outbox_oldest_due_seconds");
  expect((await ask("/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } })).text).not.toContain("tenten_");
});
