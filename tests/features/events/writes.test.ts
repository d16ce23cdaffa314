import { expect, test } from "vitest";
import { read, transact } from "../../../db/client.server";
import { historyOf } from "../../../app/features/audit/reads.server";
import { addPoint, addPoints } from "../../../app/features/events/programme/writes.server";
import { eventsOfCampaignPublic, findPublicEvent } from "../../../app/features/events/public/reads.server";
import {
  findEvent,
  findEventFor,
  listEvents,
  movesOf,
  pointsOf,
  searchEvents,
} from "../../../app/features/events/reads.server";
import { createCampaign } from "../../../app/features/campaigns/writes.server";
import {
  cancelEvent,
  changeEvent,
  closeList,
  createEvent,
  finishEvent,
  openEvent,
  planReminders,
  postponeEvent,
  reopenList,
  resumeEvent,
  startEvent,
} from "../../../app/features/events/writes.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeUnit, now } from "../../kit/makers";
import { at, inProvince, opened, zone } from "./province";

useDatabase();

const stateOf = async (eventId: string) => (await findEvent(read, { eventId }))?.state;

test("an event begins as a draft with the usual reminders and an address of its own", async () => {
  const { eventId, content, organizer, slug, host } = await inProvince();
  const second = await transact((tx) => createEvent(tx, { ...content, zone, actor: organizer, now }));
  expect([slug, second.ok && second.slug]).toEqual([
    "le-phat-dong-ngay-chuyen-doi-so",
    "le-phat-dong-ngay-chuyen-doi-so-2",
  ]);
  expect(await findEvent(read, { eventId })).toMatchObject({
    ...content,
    state: "draft",
    dateOpen: false,
    campaign: null,
    hostUnit: { id: host.id, name: host.name, path: host.path },
    reminders: { silentDaysBefore: [7, 3, 1], comingDaysBefore: [1], clock: "08:00" },
    calendarSequence: 0,
    createdBy: organizer.userId,
  });
  expect((await historyOf(read, { subject: `event:${eventId}` })).map((row) => row.verb)).toEqual(["event.created"]);
});

test("one press of the form, sent three times, makes one event", async () => {
  const { content, organizer } = await inProvince();
  const press = "01a20405-15c9-7000-af52-63006a14baa6";
  const send = (given = press) =>
    transact((tx) => createEvent(tx, { ...content, zone, press: given, actor: organizer, now }));
  const done = [await send(), ...(await Promise.all([send(), send()]))];
  const slug = "le-phat-dong-ngay-chuyen-doi-so-2";
  expect(done).toEqual([false, true, true].map((again) => ({ ok: true, eventId: press, slug, again })));
  expect((await historyOf(read, { subject: `event:${press}` })).map((row) => row.verb)).toEqual(["event.created"]);
  expect(await send("null")).toMatchObject({ ok: true, again: false });
});

test("an event is not hung on a draft campaign that its maker does not see; where it hangs already, it stays", async () => {
  const { content, act, organizer, root, ward } = await inProvince();
  const draftOf = async (unit: { id: string }, title: string) => {
    const facts = { title: { vi: title }, theme: null, secondTheme: null, purpose: null, isPublic: false };
    const asked = { kind: "custom" as const, anchorOn: "2025-09-01", ownerUnitId: unit.id, ...facts };
    const made = await transact((tx) => createCampaign(tx, { ...asked, actor: null, now }));
    return made.ok ? made.campaignId : "";
  };
  const [hidden, seen] = [await draftOf(ward, "Của phường"), await draftOf({ id: content.hostUnitId }, "Của sở")];
  const nowhere = { ok: false, reason: "no-such-campaign" };
  const make = (campaignId: string) =>
    transact((tx) => createEvent(tx, { ...content, campaignId, zone, actor: organizer, now }));
  expect([await make(hidden), (await make(seen)).ok]).toEqual([nowhere, true]);
  const change = (campaignId: string, actor = organizer, from = now) =>
    transact((tx) => changeEvent(tx, { ...act, ...content, campaignId, seen: from, actor }));
  expect(await change(hidden)).toEqual(nowhere);
  const wider = await transact((tx) => makeActor(tx, "organizer", { unit: root }));
  expect(await change(hidden, wider)).toEqual({ ok: true, changed: ["campaignId"] });
  expect(await change(hidden)).toEqual({ ok: true, changed: [] });
});

test("nobody makes or changes an event of a unit outside their reach", async () => {
  const { content, stranger, head, act, eventId } = await inProvince();
  const seen = now;
  const refused = { ok: false, reason: "not-allowed" };
  expect(await transact((tx) => createEvent(tx, { ...content, zone, actor: stranger, now }))).toEqual(refused);
  expect(await transact((tx) => changeEvent(tx, { ...act, ...content, seen, actor: head }))).toEqual(refused);
  expect(await transact((tx) => changeEvent(tx, { ...act, ...content, seen, actor: stranger }))).toEqual(refused);
  for (const write of [openEvent, closeList, startEvent])
    expect(await transact((tx) => write(tx, { ...act, actor: head }))).toEqual(refused);
  expect(await transact((tx) => addPoint(tx, { ...act, actor: stranger, name: "X" }))).toEqual(refused);
  expect([await stateOf(eventId), await pointsOf(read, { eventId })]).toEqual(["draft", []]);
});

test("an event cannot be handed to a unit outside one's reach, nor follow itself", async () => {
  const { content, act, ward, eventId } = await inProvince();
  const change = (over: object) => transact((tx) => changeEvent(tx, { ...act, ...content, seen: now, ...over }));
  expect(await change({ hostUnitId: ward.id })).toEqual({ ok: false, reason: "not-allowed" });
  expect(await change({ hostUnitId: "nowhere" })).toEqual({ ok: false, reason: "no-such-unit" });
  expect(await change({ parentId: eventId })).toEqual({ ok: false, reason: "no-such-parent" });
  expect(await change({ campaignId: "gone" })).toEqual({ ok: false, reason: "no-such-campaign" });
});

test("the second of two editors is told, and nothing of the first is lost", async () => {
  const { content, act, eventId } = await inProvince();
  const later = new Date(now.getTime() + 60_000);
  const first = await transact((tx) =>
    changeEvent(tx, { ...act, ...content, note: "Trang phục: sơ mi", seen: now, now: later }),
  );
  expect(first).toEqual({ ok: true, changed: ["note"] });
  const second = await transact((tx) =>
    changeEvent(tx, { ...act, ...content, composition: "Toàn thể", seen: now, now: later }),
  );
  expect(second).toEqual({ ok: false, reason: "changed-meanwhile" });
  expect(await findEvent(read, { eventId })).toMatchObject({ note: "Trang phục: sơ mi", composition: "" });
});

test("saving a form in which nothing was changed changes nothing", async () => {
  const { content, act, eventId } = await inProvince();
  const event = await findEvent(read, { eventId });
  const again = { ...content, title: { en: "Launch", vi: content.title.vi }, campaignId: null, note: "" };
  expect(await transact((tx) => changeEvent(tx, { ...act, ...again, seen: now, now: at("2025-09-02T08:00") }))).toEqual(
    { ok: true, changed: [] },
  );
  expect(await findEvent(read, { eventId })).toEqual(event);
});

test("an event runs from draft to finished, and a step out of order is refused", async () => {
  const { act, eventId } = await inProvince();
  const day = { ...act, now: at("2025-09-22T14:00") };
  const wrong = { ok: false, reason: "wrong-state" };
  expect(await transact((tx) => closeList(tx, act))).toEqual(wrong);
  expect(await transact((tx) => openEvent(tx, day))).toEqual({ ok: false, reason: "in-past" });
  expect(await transact((tx) => openEvent(tx, act))).toEqual({ ok: true });
  expect(await transact((tx) => openEvent(tx, act))).toEqual(wrong);
  expect(await transact((tx) => closeList(tx, act))).toEqual({ ok: true });
  expect(await transact((tx) => reopenList(tx, day))).toEqual({ ok: false, reason: "in-past" });
  expect(await transact((tx) => reopenList(tx, act))).toEqual({ ok: true });
  expect(await transact((tx) => startEvent(tx, act))).toEqual({ ok: false, reason: "too-early" });
  expect(await transact((tx) => startEvent(tx, day))).toEqual({ ok: true });
  expect(await transact((tx) => finishEvent(tx, day))).toEqual({ ok: true });
  expect(await transact((tx) => resumeEvent(tx, day))).toEqual({ ok: true });
  expect(await transact((tx) => cancelEvent(tx, { ...day, reason: "Bão" }))).toEqual({ ok: true, was: "running" });
  expect(await transact((tx) => cancelEvent(tx, { ...day, reason: "Bão" }))).toEqual(wrong);
  expect(await stateOf(eventId)).toBe("cancelled");
});

test("an announced event keeps its date until it is moved", async () => {
  const { act, content } = await opened(await inProvince());
  const change = { ...act, ...content, seen: now, endsAt: at("2025-09-22T17:00") };
  expect(await transact((tx) => changeEvent(tx, change))).toEqual({ ok: false, reason: "date-is-announced" });
});

test("a postponed event keeps its old dates readable, waits for a new one, and opens again with it", async () => {
  const { act, eventId, content } = await opened(await inProvince());
  const away = await transact((tx) =>
    postponeEvent(tx, { ...act, newStartsAt: null, newEndsAt: null, newReplyBy: null, reason: "Bão số 10" }),
  );
  expect(away.ok).toBe(true);
  expect(await findEvent(read, { eventId })).toMatchObject({
    state: "postponed",
    dateOpen: true,
    startsAt: content.startsAt,
    replyBy: null,
    calendarSequence: 1,
  });
  expect(
    await transact((tx) =>
      postponeEvent(tx, { ...act, newStartsAt: null, newEndsAt: null, newReplyBy: null, reason: "?" }),
    ),
  ).toEqual({
    ok: false,
    reason: "same-date",
  });
  const to = {
    newStartsAt: at("2025-09-29T08:00"),
    newEndsAt: at("2025-09-29T10:00"),
    newReplyBy: at("2025-09-26T17:00"),
  };
  const back = await transact((tx) =>
    postponeEvent(tx, { ...act, ...to, reason: "Bão tan", now: at("2025-09-02T08:00") }),
  );
  expect(await findEvent(read, { eventId })).toMatchObject({
    state: "open",
    dateOpen: false,
    startsAt: to.newStartsAt,
    endsAt: to.newEndsAt,
    replyBy: to.newReplyBy,
    calendarSequence: 2,
  });
  const moves = await movesOf(read, { eventId });
  expect(moves.map(({ id, fromStartsAt, toStartsAt, reason }) => [id, fromStartsAt, toStartsAt, reason])).toEqual([
    [back.ok && back.moveId, content.startsAt, to.newStartsAt, "Bão tan"],
    [away.ok && away.moveId, content.startsAt, null, "Bão số 10"],
  ]);
});

test("a move to the past, to the same hours, or with a late reply-by date is refused", async () => {
  const { act, content, eventId } = await opened(await inProvince());
  const move = (over: object) =>
    transact((tx) =>
      postponeEvent(tx, {
        ...act,
        newStartsAt: content.startsAt,
        newEndsAt: content.endsAt,
        newReplyBy: null,
        reason: "x",
        ...over,
      }),
    );
  expect(await move({})).toEqual({ ok: false, reason: "same-date" });
  expect(await move({ newStartsAt: at("2025-08-01T08:00"), newEndsAt: at("2025-08-01T09:00") })).toEqual({
    ok: false,
    reason: "in-past",
  });
  expect(await move({ newEndsAt: at("2025-09-22T13:00") })).toEqual({ ok: false, reason: "ends-before-start" });
  expect(await move({ newStartsAt: at("2025-09-22T15:00"), newReplyBy: at("2025-09-22T15:30") })).toEqual({
    ok: false,
    reason: "reply-by-after-start",
  });
  expect(await movesOf(read, { eventId })).toEqual([]);
});

test("drafts are seen by the host's people only; open events by everyone, a point's operator with more", async () => {
  const given = await inProvince();
  const { act, head, operator, stranger, organizer, ward, eventId } = given;
  await transact((tx) => addPoint(tx, { ...act, name: "Bến Lam", unitId: ward.id }));
  const access = async () =>
    Promise.all(
      [organizer, head, operator, stranger].map(
        async (actor) => (await findEventFor(read, { eventId, actor }))?.access ?? null,
      ),
    );
  const listed = async (over: object = {}) =>
    Promise.all(
      [organizer, head, operator, stranger].map(
        async (actor) => (await listEvents(read, { actor, now, ...over })).length,
      ),
    );
  expect(await access()).toEqual(["manage", "read", null, null]);
  expect(await listed()).toEqual([1, 1, 0, 0]);
  expect(await searchEvents(read, { actor: operator, term: "phat dong" })).toEqual([]);
  await opened(given);
  expect(await access()).toEqual(["manage", "read", "operate", "operate"]);
  expect(await listed()).toEqual([1, 1, 1, 1]);
  expect((await searchEvents(read, { actor: operator, term: "NGAY phat" })).map((event) => event.id)).toEqual([
    eventId,
  ]);
  const outsider = await transact(async (tx) =>
    makeActor(tx, "head", { unit: await makeUnit(tx, { name: "Sở Y tế" }) }),
  );
  expect((await findEventFor(read, { eventId, actor: outsider }))?.access).toBe("outline");
  expect((await listEvents(read, { actor: outsider, mine: true, now })).length).toBe(0);
  expect((await listEvents(read, { actor: operator, mine: true, now })).length).toBe(1);
});

test("lists part by time, kind and words, each event with its main venue and the number of its points", async () => {
  const { act, organizer, eventId } = await opened(await inProvince());
  await transact((tx) =>
    addPoints(tx, { ...act, points: [{ name: "Hội trường", isMain: true, address: "Số 1" }, { name: "Bến Lam" }] }),
  );
  const list = (over: object) => listEvents(read, { actor: organizer, now, ...over });
  expect(await list({ when: "upcoming" })).toMatchObject([
    { id: eventId, mainPlace: "Hội trường", mainAddress: "Số 1", pointCount: 2 },
  ]);
  expect([
    await list({ when: "past" }),
    await list({ when: "drafts" }),
    await list({ kind: "class" }),
    await list({ term: "sơ kết" }),
  ]).toEqual([[], [], [], []]);
  expect((await list({ when: "past", now: at("2025-09-22T16:40") })).length).toBe(1);
  await transact((tx) =>
    postponeEvent(tx, { ...act, newStartsAt: null, newEndsAt: null, newReplyBy: null, reason: "Bão" }),
  );
  expect((await list({ when: "upcoming", now: at("2026-01-01T08:00") })).length).toBe(1);
});

test("the public sees an announced public event, without meeting links and contacts", async () => {
  const { act, slug, eventId } = await inProvince();
  await transact((tx) =>
    addPoint(tx, {
      ...act,
      name: "Hội trường",
      isMain: true,
      address: "Số 1",
      meetingUrl: "https://hop.example/1",
      contactPhone: "0900",
    }),
  );
  expect(await findPublicEvent(read, { slug })).toBe(null);
  await transact((tx) => openEvent(tx, act));
  const found = await findPublicEvent(read, { slug });
  expect([found?.event.id, found?.points]).toEqual([
    eventId,
    [{ id: expect.any(String), name: "Hội trường", isMain: true, address: "Số 1", way: "" }],
  ]);
  expect(await eventsOfCampaignPublic(read, { campaignId: "none" })).toEqual([]);
});

test("a plan of reminders is kept tidy and noted in the history", async () => {
  const { act, eventId } = await inProvince();
  await transact((tx) =>
    planReminders(tx, { ...act, plan: { silentDaysBefore: [1, 5, 5], comingDaysBefore: [2], clock: "09:30" } }),
  );
  expect((await findEvent(read, { eventId }))?.reminders).toEqual({
    silentDaysBefore: [5, 1],
    comingDaysBefore: [2],
    clock: "09:30",
  });
  expect((await historyOf(read, { subject: `event:${eventId}` }))[0]).toMatchObject({
    verb: "event.reminders",
    detail: { silent: "5, 1", coming: "2", clock: "09:30" },
  });
});
