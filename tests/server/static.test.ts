import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFiles } from "../../app/server/static";

const folder = mkdtempSync(join(tmpdir(), "tenten-static-"));
const script = "console.log('TenTen');".repeat(100);
let server: Server;

beforeAll(() => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/a-1.js"), script);
  writeFileSync(join(folder, "assets/a-1.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "assets/a-1.js.gz"), gzipSync(script));
  writeFileSync(join(folder, "robots.txt"), "User-agent: *");
  const app = express();
  app.use(serveFiles(folder));
  app.use((_req, res) => void res.status(404).end("the pages"));
  server = app.listen(0);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function ask(path: string, encoding = "") {
  return new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>((done) => {
    const { port } = server.address() as AddressInfo;
    request({ port, path, headers: { "accept-encoding": encoding } }, (res) => {
      const parts: Buffer[] = [];
      res
        .on("data", (part) => parts.push(part))
        .on("end", () => done({ status: res.statusCode, headers: res.headers, body: Buffer.concat(parts) }));
    }).end();
  });
}

test("each browser gets the smallest form it can unpack, to be kept for good", async () => {
  const [br, gz, plain] = [
    await ask("/assets/a-1.js", "gzip, br"),
    await ask("/assets/a-1.js", "gzip"),
    await ask("/assets/a-1.js"),
  ];
  expect([brotliDecompressSync(br.body).toString(), gunzipSync(gz.body).toString(), plain.body.toString()]).toEqual([
    script,
    script,
    script,
  ]);
  for (const [answer, encoding] of [
    [br, "br"],
    [gz, "gzip"],
    [plain, undefined],
  ] as const) {
    expect(answer.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    expect([answer.status, answer.headers["content-encoding"]]).toEqual([200, encoding]);
    expect(answer.headers["content-type"]).toMatch(/^(?:text|application)\/javascript; charset=utf-8/i);
  }
});

test("a missing asset is a plain 404, never a page; other files are kept for an hour; the rest is for the pages", async () => {
  const missing = await ask("/assets/gone.js");
  expect([missing.status, missing.body.toString()]).not.toEqual([404, "the pages"]);
  expect(missing.status).toBe(404);
  expect((await ask("/robots.txt")).headers["cache-control"]).toBe("public, max-age=3600");
  for (const path of ["/", "/assets/../../etc/passwd", "/.env", "/%2e%2e/x"])
    expect((await ask(path)).status).toBe(404);
});
