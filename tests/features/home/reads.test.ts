import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { seatsOf } from "~/features/awards/rounds/reads.server";
import { summaryOf } from "~/features/home/rules";
import { homeFacts, searchEverything } from "~/features/home/reads.server";
import { makeRound, makeSeat } from "../../kit/awards";
import { useDatabase } from "../../kit/database";
import { makeActor, makeEvent, makeGuests, makeOrganization, makePoint, makeUnit, now } from "../../kit/makers";
import { makeProvince, makeTask } from "../../kit/tasks";

useDatabase();

/** A province with two wards; an event of the province with a point in each and one silent guest of each. */
const story = () =>
  transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "UBND tỉnh Lam Giang", kind: "province" });
    const own = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", parent: province });
    const other = await makeUnit(tx, { name: "Phường Đông Thạch", kind: "ward", parent: province });
    const event = await makeEvent(tx, { host: province });
    await makePoint(tx, event, { name: "Điểm cầu Bến Lam", unitId: own.id });
    await makePoint(tx, event, { name: "Điểm cầu Đông Thạch", unitId: other.id });
    await makeGuests(tx, event, ["Nguyễn Văn Đức"], { unitId: own.id, invitedAt: now });
    await makeGuests(tx, event, ["Trần Văn Đức", "Lê Văn Đức"], { unitId: other.id, invitedAt: now });
    await makeEvent(tx, { host: other, title: { vi: "Bản nháp của phường khác" }, state: "draft" });
    return {
      organizer: await makeActor(tx, "organizer"),
      focal: await makeActor(tx, "focal-point", { unit: own }),
      outsider: await makeActor(tx, "council-member"),
      administrator: await makeActor(tx, "administrator"),
    };
  });

const asked = { now, zone: "Asia/Ho_Chi_Minh", locale: "vi" } as const;

describe("the first page", () => {
  test("counts the whole list for the organizer, and only own people for a focal point", async () => {
    const { organizer, focal } = await story();
    const counts = async (actor: typeof organizer) =>
      (await homeFacts(read, { ...asked, actor })).events.map(({ counts, untested, manages }) => [
        counts.silent,
        untested,
        manages,
      ]);
    expect(await counts(organizer)).toEqual([[3, 2, true]]);
    expect(await counts(focal)).toEqual([[1, 1, false]]);
  });

  test("shows letters and drafts only to those whose work they are", async () => {
    const { organizer, focal } = await story();
    const facts = async (actor: typeof organizer) => {
      const { letters, draftEvents } = await homeFacts(read, { ...asked, actor });
      return { letters: letters !== null, drafts: draftEvents.length };
    };
    expect(await facts(organizer)).toEqual({ letters: true, drafts: 1 });
    expect(await facts(focal)).toEqual({ letters: false, drafts: 0 });
  });

  test("counts the tasks that wait for the doer and those that are late, for nobody else's eyes", async () => {
    const at = await makeProvince();
    await makeTask(at);
    const council = await transact((tx) => makeActor(tx, "council-member"));
    const tasksFor = async (actor: typeof council, when = now) =>
      (await homeFacts(read, { ...asked, actor, now: when })).tasks;
    expect(await tasksFor(at.doer)).toEqual({ waiting: 1, late: 0 });
    expect(await tasksFor(at.doer, new Date("2025-09-20T01:00:00Z"))).toEqual({ waiting: 1, late: 1 });
    expect(await tasksFor(at.organizer)).toEqual({ waiting: 0, late: 0 });
    expect(await tasksFor(at.stranger)).toEqual({ waiting: 0, late: 0 });
    expect(await tasksFor(council)).toBeUndefined();
  });
});

describe("search", () => {
  const names = (found: Awaited<ReturnType<typeof searchEverything>>) => ({
    events: found.events.length,
    units: found.units.map((one) => one.name),
    guests: found.guests.map((one) => one.fullName),
    accounts: found.accounts.length,
  });

  test("finds without diacritics, across nouns", async () => {
    const { organizer } = await story();
    expect(names(await searchEverything(read, { actor: organizer, term: "dong thach" }))).toMatchObject({
      units: ["Phường Đông Thạch"],
    });
    expect(names(await searchEverything(read, { actor: organizer, term: "HOI NGHI" }))).toMatchObject({ events: 1 });
  });

  test("shows a focal point no guest of another unit, no draft of another host, and nobody's account", async () => {
    const { focal, outsider, administrator } = await story();
    expect(names(await searchEverything(read, { actor: focal, term: "van duc" }))).toEqual({
      events: 0,
      units: [],
      guests: ["Nguyễn Văn Đức"],
      accounts: 0,
    });
    expect(names(await searchEverything(read, { actor: outsider, term: "duc" })).guests).toEqual([]);
    expect(names(await searchEverything(read, { actor: focal, term: "nhap cua phuong" })).events).toBe(0);
    expect(names(await searchEverything(read, { actor: focal, term: "nguoi" })).accounts).toBe(0);
    expect(names(await searchEverything(read, { actor: administrator, term: "nguoi" })).accounts).toBe(4);
  });
});

describe("the menu", () => {
  test("leads whoever sits in a council to the newest round they score, without any role", async () => {
    const { seated, rounds, outsider } = await transact(async (tx) => {
      const seated = await makeActor(tx, "supervisor");
      const outsider = await makeActor(tx, "focal-point");
      const old = await makeRound(tx, { year: 2024 });
      const left = await makeRound(tx, { year: 2026 });
      const draft = await makeRound(tx, { year: 2027, state: "draft" });
      const closed = await makeRound(tx, { year: 2028, state: "closed" });
      const rounds = { old, current: await makeRound(tx, { year: 2025 }) };
      for (const round of [old, rounds.current, draft, closed]) await makeSeat(tx, round, seated);
      await makeSeat(tx, left, seated, { leftAt: now });
      return { seated: { ...seated, grants: [] }, rounds, outsider: { ...outsider, grants: [] } };
    });
    const menu = async (actor: typeof seated) => {
      const { awards, scoring } = summaryOf(actor, await seatsOf(read, actor)).sees;
      return { awards, scoring };
    };
    expect(await menu(seated)).toEqual({ awards: true, scoring: rounds.current.id });
    expect(await menu(outsider)).toEqual({ awards: false, scoring: null });
  });
});
