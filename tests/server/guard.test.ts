import { describe, expect, test } from "vitest";
import { bodyLimitOf, type GuardRules, judge, plainPath } from "../../app/server/guard";

const rules: GuardRules = {
  origins: ["https://tenten.example"],
  trusts: (address) => address === "10.0.0.1",
  bodyLimit: () => 1000,
};
const token = "t".repeat(43);

function ask(method: string, url: string, headers: Record<string, string> = {}, peer = "203.0.113.9") {
  const asked = { method, url, headers: { host: "tenten.example", ...headers } };
  return { verdict: judge(asked, peer, rules), headers: asked.headers as Record<string, string | undefined> };
}
const verdict = (...args: Parameters<typeof ask>) => ask(...args).verdict;

describe("who may send a form", () => {
  const senders = {
    "our own page": { origin: "https://tenten.example", "sec-fetch-site": "same-origin" },
    "an older browser, our page": { origin: "https://tenten.example" },
    "our page with its origin hidden": { origin: "null", "sec-fetch-site": "same-origin" },
    "a typed address": { "sec-fetch-site": "none" },
    "an evil page": { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    "an evil page, older browser": { origin: "https://evil.example" },
    "an evil page that spoofs the forwarded host": {
      origin: "https://evil.example",
      "x-forwarded-host": "evil.example",
    },
    "a neighbour below the same domain": { origin: "https://other.example", "sec-fetch-site": "same-site" },
    "an evil page with its origin hidden": { origin: "null", "sec-fetch-site": "cross-site" },
    "older browser, origin hidden": { origin: "null" },
    "no browser at all": {},
    "the same name over http": { origin: "http://tenten.example" },
  };
  const doors = {
    page: "/campaigns/1",
    data: "/campaigns/1.data",
    "index data": "/campaigns/1.data?index",
    resource: "/events/1/export",
    "legacy data": "/campaigns/1?_data=routes%2F_staff",
    rsvp: `/rsvp/${token}`,
    unsubscribe: `/u/${token}`,
  };
  const foreign = {
    page: 403,
    data: 403,
    "index data": 403,
    resource: 403,
    "legacy data": 400,
    rsvp: 403,
    unsubscribe: null,
  };
  const own = { ...foreign, page: null, data: null, "index data": null, resource: null, rsvp: null };
  const silent = { ...foreign, rsvp: null };
  const expected = {
    "our own page": own,
    "an older browser, our page": own,
    "our page with its origin hidden": own,
    "a typed address": own,
    "an evil page": foreign,
    "an evil page, older browser": foreign,
    "an evil page that spoofs the forwarded host": foreign,
    "a neighbour below the same domain": foreign,
    "an evil page with its origin hidden": foreign,
    "older browser, origin hidden": silent,
    "no browser at all": silent,
    "the same name over http": foreign,
  };

  test.each(Object.keys(senders) as (keyof typeof senders)[])("%s", (sender) => {
    const found = Object.fromEntries(
      Object.entries(doors).map(([door, url]) => [door, verdict("POST", url, senders[sender])]),
    );
    expect(found).toEqual(expected[sender]);
  });

  test("a short word behind /rsvp/ or /u/ is no token and proves nothing", () => {
    expect([
      verdict("POST", "/rsvp/new"),
      verdict("POST", "/u/x"),
      verdict("POST", "/rsvp/"),
      verdict("POST", `/rsvpx/${token}`),
    ]).toEqual([403, 403, 403, 403]);
  });

  test("looking is free for everyone, changing in other ways is for nobody", () => {
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const methods = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];
    expect(methods.map((method) => verdict(method, "/campaigns/1", evil))).toEqual([
      null,
      null,
      405,
      405,
      405,
      405,
      405,
      405,
    ]);
  });

  test("what has passed reaches the framework without Origin, which has a weaker opinion of its own", () => {
    expect(ask("POST", "/campaigns/1", { origin: "null", "sec-fetch-site": "same-origin" }).headers).toEqual({
      host: "tenten.example",
      "sec-fetch-site": "same-origin",
    });
  });
});

describe("whom we answer as", () => {
  test("another host is refused, whatever else it claims", () => {
    const hosts = ["evil.example", "tenten.example:8080", "tenten.example.evil.example", "", "TENTEN.example"];
    expect(hosts.map((host) => verdict("GET", "/", { host }))).toEqual([400, 400, 400, 400, null]);
    expect(verdict("GET", "/", { host: "evil.example", "x-forwarded-host": "tenten.example" })).toBe(400);
    expect(verdict("GET", "/healthz", { host: "10.1.2.3:3000" })).toBe(null);
  });

  test("forwarded headers count only from the configured proxy", () => {
    const sent = {
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-host": "evil.example",
      "x-forwarded-port": "1",
      "x-real-ip": "1.1.1.1",
      forwarded: "for=1.1.1.1",
    };
    expect(ask("GET", "/", sent)).toEqual({ verdict: null, headers: { host: "tenten.example" } });
    expect(ask("GET", "/", { ...sent, host: "inner:3000", "x-forwarded-host": "tenten.example" }, "10.0.0.1")).toEqual({
      verdict: null,
      headers: {
        host: "tenten.example",
        "x-forwarded-for": "198.51.100.7",
        "x-real-ip": "1.1.1.1",
        forwarded: "for=1.1.1.1",
      },
    });
    expect(verdict("GET", "/", sent, "10.0.0.1")).toBe(400);
  });
});

describe("what is asked for", () => {
  test("the framework's old and costly doors are shut", () => {
    const urls = ["/?_data=root", "/a?x=1&_data=", "/a?_%64ata=x", "/__manifest?p=/a", "/__manifest"];
    expect(urls.map((url) => verdict("GET", url))).toEqual([400, 400, 400, 404, 404]);
    expect(verdict("GET", "/a?my_data=1")).toBe(null);
  });

  test("long and deep addresses are refused", () => {
    const urls = [
      `/${"a".repeat(2047)}`,
      `/${"a".repeat(2048)}`,
      "/a".repeat(30),
      "/a".repeat(31),
      `/x?p=${"%2F".repeat(30)}`,
      `/x?p=${"/a".repeat(30)}`,
    ];
    expect(urls.map((url) => verdict("GET", url))).toEqual([null, 414, null, 414, 414, 414]);
  });

  test("an address that is not a path is refused", () => {
    expect([verdict("GET", "http://evil.example/"), verdict("OPTIONS", "*")]).toEqual([400, 400]);
  });

  test("an address that cannot be decoded is refused before anything prints it", () => {
    const urls = ["/%ff", `/rsvp/${token}%e1%ba`, "/a%", "/a%zz.data", "/phi%E1%BA%BFu", "/a?q=%ff"];
    expect(urls.map((url) => verdict("GET", url))).toEqual([400, 400, 400, 400, null, null]);
  });

  test("a body must say its size, and be small enough", () => {
    const ours = { origin: "https://tenten.example" };
    const bodies = [
      { "content-length": "1000" },
      { "content-length": "1001" },
      { "transfer-encoding": "chunked" },
      {},
    ] as Record<string, string>[];
    expect(bodies.map((body) => verdict("POST", "/a", { ...ours, ...body }))).toEqual([null, 413, 411, null]);
  });

  test("imports may be large, guests' forms not", () => {
    expect([
      bodyLimitOf("/events/1/import", "staff"),
      bodyLimitOf("/units/import", "staff"),
      bodyLimitOf("/events/1/important", "staff"),
      bodyLimitOf("/tasks/1/files", "staff"),
      bodyLimitOf("/tasks/1/files/2", "guests"),
      bodyLimitOf(`/rsvp/${token}`, "guests"),
      bodyLimitOf("/import", "guests"),
    ]).toEqual([12_582_912, 12_582_912, 1_048_576, 132_120_576, 65_536, 65_536, 65_536]);
  });

  test("a data request is for the page it belongs to", () => {
    expect(["/_root.data", "/a/b.data?x=1", "/a.data/b", "/a?b=.data"].map(plainPath)).toEqual([
      "/",
      "/a/b",
      "/a.data/b",
      "/a",
    ]);
  });
});
