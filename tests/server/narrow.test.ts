import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { narrow } from "../../app/server/narrow";

const routes = Object.fromEntries(
  [
    { id: "root", path: "" },
    { id: "staff", parentId: "root" },
    { id: "events", parentId: "staff", path: "events", index: undefined },
    { id: "events.new", parentId: "staff", path: "events/new" },
    { id: "event", parentId: "staff", path: "events/:eventId" },
    { id: "event.index", parentId: "event", index: true },
    { id: "event.guests", parentId: "event", path: "guests" },
    { id: "units", parentId: "staff", path: "units" },
  ].map((route) => [route.id, route]),
);
const build = { routes, assets: { routes, url: "/manifest.js" }, publicPath: "/" } as unknown as ServerBuild;
const partFor = narrow(build);
const ids = (url: string) => Object.keys(partFor(url).routes);

test("a request gets the routes its path can mean, and what they lie in", () => {
  expect(["/events", "/events/7", "/events/7/guests?page=2", "/units.data"].map(ids)).toEqual([
    ["root", "staff", "events"],
    ["root", "staff", "event", "event.index"],
    ["root", "staff", "event", "event.guests"],
    ["root", "staff", "units"],
  ]);
});

test("where two routes could answer both are kept, so that Remix chooses", () => {
  expect(["/events/new", "/events/n%65w", "/EVENTS/new//"].map(ids)).toEqual(
    Array(3).fill(["root", "staff", "events.new", "event", "event.index"]),
  );
});

test("the manifest is narrowed with the routes, and the same address gets the same part", () => {
  const part = partFor("/events/7");
  expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
  expect(part.assets.url).toBe("/manifest.js");
  expect(partFor("/events/8")).toBe(part);
});

test("what no route answers gets the whole build", () => {
  expect(partFor("/nothing/of/this")).toBe(build);
});
