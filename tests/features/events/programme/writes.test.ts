import { expect, test } from "vitest";
import { read, transact } from "../../../../db/client.server";
import {
  addPoint,
  addPoints,
  changePoint,
  noteLineTests,
  removePoint,
  setAgenda,
  setChairs,
} from "../../../../app/features/events/programme/writes.server";
import { emptyPoint, pointMark } from "../../../../app/features/events/programme/rules";
import { agendaOf, chairsOf, findEvent, findPoint, pointsOf } from "../../../../app/features/events/reads.server";
import { useDatabase } from "../../../kit/database";
import { makeActor, makeEvent, makeGuests, makePoint, now } from "../../../kit/makers";
import { inProvince, opened } from "../province";

useDatabase();

test("chairs and agenda keep their order; a form made from an older version is refused", async () => {
  const { act, eventId } = await inProvince();
  await transact((tx) =>
    setChairs(tx, {
      ...act,
      chairs: [{ fullName: "Nguyễn Đức Trung", position: "Chủ tịch" }, { fullName: "Lê Thị Hoa" }],
    }),
  );
  await transact((tx) =>
    setAgenda(tx, {
      ...act,
      items: [
        { title: "Khai mạc", minutes: 10 },
        { title: "Bế mạc", speaker: "Ông An", minutes: 3 },
      ],
    }),
  );
  expect((await chairsOf(read, { eventId })).map((row) => [row.fullName, row.position])).toEqual([
    ["Nguyễn Đức Trung", "Chủ tịch"],
    ["Lê Thị Hoa", ""],
  ]);
  expect((await agendaOf(read, { eventId })).map((row) => [row.title, row.speaker, row.minutes])).toEqual([
    ["Khai mạc", "", 10],
    ["Bế mạc", "Ông An", 3],
  ]);
  const stale = { ok: false, reason: "changed-meanwhile" };
  expect(await transact((tx) => setAgenda(tx, { ...act, items: [], seen: "old" }))).toEqual(stale);
  expect(await transact((tx) => setChairs(tx, { ...act, chairs: [], seen: "old" }))).toEqual(stale);
  expect((await agendaOf(read, { eventId })).length).toBe(2);
});

test("an event takes 390 points at once, and the same names a second time add nothing", async () => {
  const { act, eventId } = await inProvince();
  const many = Array.from({ length: 390 }, (_, n) => ({ name: `Xã ${n + 1}`, capacity: 20 }));
  await transact((tx) => addPoint(tx, { ...act, name: "Hội trường tỉnh", isMain: true }));
  const done = await transact((tx) => addPoints(tx, { ...act, points: many }));
  expect(done).toMatchObject({ ok: true, added: 390, skipped: 0 });
  const again = await transact((tx) => addPoints(tx, { ...act, points: [{ name: "XÃ 7" }, { name: "Xã mới" }] }));
  expect(again).toMatchObject({ ok: true, added: 1, skipped: 1 });
  const points = await pointsOf(read, { eventId });
  expect([points.length, points[0]?.name, points[1]?.name, points[390]?.name, points[391]?.name]).toEqual([
    392,
    "Hội trường tỉnh",
    "Xã 1",
    "Xã 390",
    "Xã mới",
  ]);
  expect(
    await transact((tx) =>
      addPoints(tx, { ...act, points: Array.from({ length: 1609 }, (_, n) => ({ name: `P${n}` })) }),
    ),
  ).toEqual({ ok: false, reason: "too-many" });
});

test("naming another main venue takes the title from the first", async () => {
  const { act, eventId } = await inProvince();
  await transact((tx) => addPoint(tx, { ...act, name: "A", isMain: true }));
  await transact((tx) => addPoint(tx, { ...act, name: "B", isMain: true }));
  expect((await pointsOf(read, { eventId })).map((point) => [point.name, point.isMain])).toEqual([
    ["B", true],
    ["A", false],
  ]);
  const b = (await pointsOf(read, { eventId }))[0];
  expect(await transact((tx) => addPoint(tx, { ...act, name: "b" }))).toEqual({ ok: false, reason: "name-taken" });
  expect(await transact((tx) => addPoint(tx, { ...act, name: "C", unitId: "gone" }))).toEqual({
    ok: false,
    reason: "no-such-unit",
  });
  expect(b?.name).toBe("B");
});

test("a point with people on it stays, and keeps as many seats as are taken", async () => {
  const { organizer, event, point } = await transact(async (tx) => {
    const organizer = await makeActor(tx, "organizer");
    const event = await makeEvent(tx, { capacity: 5 });
    await makeGuests(tx, event, ["An", "Bình"], { answer: "yes" });
    await makeGuests(tx, event, ["Chi"]);
    return { organizer, event, point: event.main };
  });
  const act = { eventId: event.id, pointId: point.id, actor: organizer, now };
  const content = { ...emptyPoint, name: point.name, isMain: true, address: point.address, capacity: 5 };
  const seen = pointMark({ ...emptyPoint, ...content });
  expect(await transact((tx) => removePoint(tx, act))).toEqual({ ok: false, reason: "people-on-it", n: 3 });
  expect(await transact((tx) => changePoint(tx, { ...act, seen, content: { ...content, capacity: 1 } }))).toEqual({
    ok: false,
    reason: "below-seats-taken",
    n: 2,
  });
  expect(await transact((tx) => changePoint(tx, { ...act, seen: "old", content }))).toEqual({
    ok: false,
    reason: "changed-meanwhile",
  });
  expect(
    await transact((tx) =>
      changePoint(tx, { ...act, seen, content: { ...content, capacity: 2, address: "Nhà văn hóa" } }),
    ),
  ).toEqual({ ok: true, changed: ["address", "capacity"] });
  expect(await findPoint(read, { pointId: point.id })).toMatchObject({ capacity: 2, address: "Nhà văn hóa" });
  expect((await findEvent(read, { eventId: event.id }))?.calendarSequence).toBe(1);
});

test("an empty point can be taken off, but only from its own event", async () => {
  const { act, eventId } = await inProvince();
  const made = await transact((tx) => addPoint(tx, { ...act, name: "A" }));
  const pointId = made.ok ? made.pointId : "";
  const other = await transact(async (tx) => (await makePoint(tx, await makeEvent(tx), { name: "Khác" })).id);
  expect(await transact((tx) => removePoint(tx, { ...act, pointId: other }))).toEqual({
    ok: false,
    reason: "no-such-point",
  });
  expect(await transact((tx) => removePoint(tx, { ...act, pointId }))).toEqual({ ok: true, name: "A" });
  expect(await pointsOf(read, { eventId })).toEqual([]);
  expect(await findPoint(read, { pointId: other })).toMatchObject({ name: "Khác" });
});

test("a line test is noted by the organizer or by the operator of the point's own unit", async () => {
  const { act, operator, ward, eventId } = await opened(await inProvince());
  const ids = await transact(async (tx) => {
    const own = await addPoint(tx, { ...act, name: "Bến Lam", unitId: ward.id });
    const other = await addPoint(tx, { ...act, name: "Diễn Hà" });
    return [own, other].map((made) => (made.ok ? made.pointId : ""));
  });
  const test = (pointIds: string[], actor: typeof operator) =>
    transact((tx) => noteLineTests(tx, { ...act, actor, pointIds, result: "backup", note: "4G" }));
  expect(await test(ids, operator)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await test(ids.slice(0, 1), operator)).toEqual({ ok: true, n: 1 });
  expect(
    (await pointsOf(read, { eventId })).map((point) => [point.lineTest, point.lineTestedAt, point.lineNote]),
  ).toEqual([
    ["backup", now, "4G"],
    ["untested", null, ""],
  ]);
  expect(await test(ids, act.actor)).toEqual({ ok: true, n: 2 });
  expect(await test(["gone"], act.actor)).toEqual({ ok: false, reason: "no-such-point" });
});
