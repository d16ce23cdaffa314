import { expect, test } from "vitest";
import type { Actor } from "../../../../app/features/accounts/rules";
import { findHonourFor } from "../../../../app/features/awards/honours/reads.server";
import { honourRegister } from "../../../../app/features/awards/honours/register.reads.server";
import { honourRow, revokeHonour } from "../../../../app/features/awards/honours/writes.server";
import { insertMany, read, transact } from "../../../../db/client.server";
import { awardCategories, honours } from "../../../../db/schema.server";
import { makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { decided, makeProposed } from "../../../kit/honours";
import { makeActor, makeUnit, now } from "../../../kit/makers";

useDatabase();

const past = (name: string, year: number) =>
  honourRow({
    ...{ name, year, position: "", unitName: "", achievement: "", category: "Cá nhân tiêu biểu", now },
    ...{ form: "merit", kind: "individual", decisionNumber: "2087/QĐ-UBND", decidedOn: `${year}-10-07`, unitId: null },
  });
const named = async (actor: Actor, filter: { term?: string; year?: number; page?: number } = {}) => {
  const { total, years, rows } = await honourRegister(read, { actor, now, ...filter });
  return { total, years, names: rows.map(({ name }) => name) };
};

/** Two awards of the organizer's round, one of them revoked, one of somebody else's round, two of earlier years. */
async function make() {
  const at = await makeProposed();
  const elsewhere = await makeProposed(["Sở Nội vụ"]);
  await decided(at);
  await decided(elsewhere);
  await transact((tx) => insertMany(tx, honours, [past("Đinh Thị Ẩn", 2024), past("Lò Văn Pọm", 2023)]));
  const [first] = await read.select().from(honours);
  const entries = await read.select().from(honours);
  const revoked = entries.find(({ name }) => name === "Sở Y tế") ?? first;
  const act = { honourId: revoked?.id as string, actor: at.organizer, now };
  await transact((tx) => revokeHonour(tx, { ...act, number: "9/QĐ-UBND", on: "2025-09-01", reason: "Man khai" }));
  return { at, elsewhere };
}

test("the register of an organizer holds the own rounds' awards, revoked ones too", async () => {
  const { at, elsewhere } = await make();
  expect(await named(at.organizer)).toEqual({ total: 2, years: [2025], names: ["Sở Tư pháp", "Sở Y tế"] });
  expect((await named(elsewhere.organizer)).names).toEqual(["Sở Nội vụ"]);
});

test("those of earlier years, which are no round's, are for who runs awards everywhere", async () => {
  await make();
  const organizer = await transact((tx) => makeActor(tx, "organizer"));
  const all = { total: 5, years: [2025, 2024, 2023] };
  expect(await named(organizer)).toEqual({
    ...all,
    names: ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế", "Đinh Thị Ẩn", "Lò Văn Pọm"],
  });
  expect(await named(organizer, { year: 2024 })).toEqual({ ...all, total: 1, names: ["Đinh Thị Ẩn"] });
  expect(await named(organizer, { term: "dinh an" })).toEqual({ ...all, total: 1, names: ["Đinh Thị Ẩn"] });
});

test("the register of a unit holds what it nominated, and of anybody else nothing", async () => {
  const { at } = await make();
  expect(await named(at.focalPoints[0] as Actor)).toEqual({ total: 1, years: [2025], names: ["Sở Y tế"] });
  const [member, stranger] = await transact(async (tx) => [
    await makeActor(tx, "council-member"),
    await makeActor(tx, "head", { unit: await makeUnit(tx, { name: "Xã Thạch Khê" }) }),
  ]);
  for (const actor of [member, stranger, at.members[0]?.actor])
    expect(await named(actor as Actor)).toEqual({ total: 0, years: [], names: [] });
});

test("the register leaves out what a conflict of an organizer's own seat closes, and holds just what can be opened", async () => {
  const { at } = await make();
  // Of rivals in a category too nothing would be seen.
  await transact((tx) => tx.update(awardCategories).set({ rivalsLeave: false }));
  await transact((tx) => makeSeat(tx, at.round, at.organizer, { unitId: at.nominees[0]?.unitId as string }));
  expect((await named(at.organizer)).names).toEqual(["Sở Tư pháp"]);
  const all = await read.select().from(honours);
  const everywhere = await transact((tx) => makeActor(tx, "organizer"));
  for (const actor of [at.organizer, everywhere, ...at.focalPoints]) {
    const opened = [];
    for (const { id } of all) if (await findHonourFor(read, { honourId: id, actor, now })) opened.push(id);
    const { rows } = await honourRegister(read, { actor, now });
    expect(rows.map(({ id }) => id).sort()).toEqual(opened.sort());
  }
});

test("a page of the register holds fifty, the count all, and a page beyond the last nothing", async () => {
  await make();
  const organizer = await transact((tx) => makeActor(tx, "organizer"));
  const many = Array.from({ length: 120 }, (_, n) => past(`Trần Văn ${String(n + 1).padStart(3, "0")}`, 2022));
  await transact((tx) => insertMany(tx, honours, many));
  const page = async (n: number) => {
    const { total, names } = await named(organizer, { year: 2022, page: n });
    return [total, names.length, names[0]];
  };
  expect([await page(1), await page(3), await page(4)]).toEqual([
    [120, 50, "Trần Văn 001"],
    [120, 20, "Trần Văn 101"],
    [120, 0, undefined],
  ]);
});
