import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { bridge } from "../../app/server/bridge";
import { pageHeaders } from "../../app/server/headers";

type Pages = Parameters<typeof bridge>[0];
type Context = NonNullable<Parameters<Pages>[1]>;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function start(wing: "guests" | "staff", pages: (asked: Request, context: Context) => Promise<Response>) {
  const app = express();
  app.use((req, res, next) => {
    pageHeaders(req, res, wing);
    const context = { wing, nonce: "", asData: false, address: "", origin: "https://tenten.example", drawn: {} };
    bridge(pages as Pages, () => context)(req, res, next);
  });
  server = createServer(app);
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return (path: string, method = "GET", body?: string, headers: IncomingHttpHeaders = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((done, fail) => {
      const type = body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
      const asked = request({ port, path, method, headers: { ...type, ...headers } }, (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        res.on("end", () => done({ status: res.statusCode ?? 0, headers: res.headers, text }));
      });
      asked.on("error", fail).end(body);
    });
}

test("a header a page sets takes the place of ours, cookies stand side by side", async () => {
  const ask = await start("guests", async () => {
    const headers = new Headers({ "cache-control": "public, max-age=60", "content-security-policy": "sandbox" });
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    return new Response("x", { headers });
  });
  const { headers } = await ask("/");
  expect([headers["cache-control"], headers["content-security-policy"], headers["set-cookie"]]).toEqual([
    "public, max-age=60",
    "sandbox",
    ["a=1", "b=2"],
  ]);
});

test("a page sees address, headers and form as they were sent, in both wings", async () => {
  for (const wing of ["guests", "staff"] as const) {
    const ask = await start(wing, async (asked) => {
      const form = asked.method === "POST" ? await asked.formData() : new FormData();
      const seen = { url: asked.url, method: asked.method, cookie: asked.headers.get("cookie"), say: form.get("say") };
      return Response.json(seen, { status: 201 });
    });
    const got = await ask("//rsvp/abc?x=1", "POST", "say=v%C3%A2ng", { cookie: "a=1" });
    expect([got.status, JSON.parse(got.text)]).toEqual([
      201,
      { url: "https://tenten.example//rsvp/abc?x=1", method: "POST", cookie: "a=1", say: "vâng" },
    ]);
    expect(JSON.parse((await ask("/")).text)).toMatchObject({ method: "GET", say: null });
    server?.close();
  }
});

test("a guest's form of thousands of fields is one in which nothing is filled in; a staff form keeps them all", async () => {
  const many = Array.from({ length: 2000 }, (_, n) => `a${n}=x`).join("&");
  const counted = async (wing: "guests" | "staff", body: string) => {
    const ask = await start(wing, async (asked) => new Response(String([...(await asked.formData()).keys()].length)));
    return (await ask("/", "POST", body)).text;
  };
  expect([await counted("guests", many), await counted("guests", "a=1&b=2"), await counted("staff", many)]).toEqual([
    "0",
    "2",
    "2000",
  ]);
});

test("a body that is no form reaches a page as a form with nothing in it", async () => {
  for (const wing of ["guests", "staff"] as const) {
    const ask = await start(wing, async (asked) => Response.json([...(await asked.formData())]));
    for (const type of [
      "application/json",
      "text/plain",
      "multipart/form-data",
      "application/x-www-form-urlencodedx",
      "",
    ])
      expect([type, (await ask("/", "POST", "answer=yes", { "content-type": type })).text]).toEqual([type, "[]"]);
    const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    expect((await ask("/", "POST", "a=1", form)).text).toBe('[["a","1"]]');
    server?.close();
  }
});

test("a drawn page goes out whole, with its length in bytes; HEAD gets the length alone", async () => {
  const ask = await start("guests", async (_asked, context) => {
    if (context.drawn) context.drawn.html = Buffer.from("<p>Mời</p>");
    return new Response(null, { status: 404, headers: { "content-type": "text/html" } });
  });
  const [page, head] = [await ask("/"), await ask("/", "HEAD")];
  expect([page.status, page.text, page.headers["content-length"], page.headers["transfer-encoding"]]).toEqual([
    404,
    "<p>Mời</p>",
    "12",
    undefined,
  ]);
  expect([head.text, head.headers["content-length"]]).toEqual(["", "12"]);
});

test("a staff page hears that its reader has gone", async () => {
  let gone: Promise<void> | undefined;
  const ask = await start("staff", (asked) => {
    gone = new Promise((done) => asked.signal.addEventListener("abort", () => done()));
    setTimeout(() => server?.closeAllConnections(), 20);
    return new Promise(() => undefined);
  });
  await expect(ask("/")).rejects.toThrow();
  await gone;
});

test("a body in parts that breaks off is a form in which nothing is filled in, a whole one is read", async () => {
  const mark = "----------------------------1010";
  const type = { "content-type": `multipart/form-data; boundary=${mark}` };
  const part = `--${mark}\r\nContent-Disposition: form-data; name="say"\r\n\r\nxin chào\r\n`;
  for (const wing of ["guests", "staff"] as const) {
    const ask = await start(wing, async (asked) => new Response(JSON.stringify([...(await asked.formData())])));
    const said = async (body: string) => (await ask("/awards", "POST", body, type)).text;
    expect([
      await said(`${part}--${mark}--\r\n`),
      await said(part),
      await said(`--${mark}\r\nbroken`),
      await said(""),
    ]).toEqual(['[["say","xin chào"]]', ...["[]", "[]", "[]"]]);
    server?.close();
  }
});
