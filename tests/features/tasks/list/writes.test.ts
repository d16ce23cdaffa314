import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { keptFilters } from "~/features/tasks/list/filters.reads.server";
import { mostFilters, parseFilter } from "~/features/tasks/list/forms";
import { removeFilter, saveFilter } from "~/features/tasks/list/writes.server";
import { useDatabase } from "../../../kit/database";
import { now } from "../../../kit/makers";
import { makeProvince, type Province } from "../../../kit/tasks";

useDatabase();

const save = (at: Province, name: string, query: string, replace = false, actor = at.organizer) =>
  transact((tx) => saveFilter(tx, { name, query, replace, actor, now }));
const kept = async (at: Province, actor = at.organizer) =>
  (await keptFilters(read, { actor })).map(({ name, query }) => `${name} ${query}`);

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe("filters that a person keeps", () => {
  test("stand in their order, each person's own; the same name is taken until it is to be replaced", async () => {
    const at = await makeProvince();
    await save(at, "Bí mật", "?state=done", false, at.doer);
    expect(await save(at, "Đỏ", "?colour=red")).toEqual({ ok: true });
    expect(await save(at, "Gấp", "?priority=urgent")).toEqual({ ok: true });
    expect(await save(at, "Đỏ", "?colour=red")).toEqual({ ok: true });
    expect(await save(at, "Đỏ", "?colour=amber")).toEqual({ ok: false, reason: "taken" });
    expect(await kept(at)).toEqual(["Đỏ ?colour=red", "Gấp ?priority=urgent"]);
    expect(await save(at, "Đỏ", "?colour=amber", true)).toEqual({ ok: true });
    expect(await kept(at)).toEqual(["Đỏ ?colour=amber", "Gấp ?priority=urgent"]);
  });

  test("are taken away by their own person alone, and are 30 at most", async () => {
    const at = await makeProvince();
    await save(at, "Đỏ", "?colour=red");
    const [filter] = await keptFilters(read, { actor: at.organizer });
    const filterId = filter?.id ?? "";
    expect(await transact((tx) => removeFilter(tx, { filterId, actor: at.doer }))).toBeNull();
    expect(await kept(at)).toEqual(["Đỏ ?colour=red"]);
    expect(await transact((tx) => removeFilter(tx, { filterId, actor: at.organizer }))).toBe("Đỏ");
    expect(await transact((tx) => removeFilter(tx, { filterId, actor: at.organizer }))).toBeNull();
    for (let n = 0; n < mostFilters; n += 1) await save(at, `Số ${n}`, "?state=open");
    expect(await save(at, "Số 31", "?state=open")).toEqual({ ok: false, reason: "too-many" });
    expect(await save(at, "Số 1", "?state=done", true)).toEqual({ ok: true });
  });
});

test("a filter to keep has a name and narrows something; a page and what is unknown are left out", () => {
  const query = "?q=%C4%91i%E1%BB%87n&evil=1&page=3";
  expect(parseFilter(form({ name: "  Sổ  điện tử ", query }))).toEqual({
    ...{ ok: true, value: { name: "Sổ điện tử", query: "?q=%C4%91i%E1%BB%87n" } },
  });
  expect(parseFilter(form({ name: "Tất cả", query: "?page=2" }))).toMatchObject({ errors: { name: "nothing-kept" } });
  expect(parseFilter(form({ name: " ", query }))).toMatchObject({ errors: { name: "required" } });
  expect(parseFilter(form({ name: "x".repeat(61), query }))).toMatchObject({ errors: { name: "too-long" } });
});
