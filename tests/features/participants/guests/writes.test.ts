import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { participants } from "#db/schema.server";
import { dataOf, markOfGuest } from "~/features/participants/data.rules";
import { actOnMany } from "~/features/participants/guests/jobs.server";
import { answerForGuest, renewGuestLink } from "~/features/participants/guests/writes.server";
import { startInvitations } from "~/features/participants/invitation/writes.server";
import { writeMailing } from "~/features/participants/invitation/jobs.server";
import {
  addGuest,
  changeGuest,
  clearBounce,
  type GuestData,
  markBounced,
  moveGuest,
  withdrawGuest,
} from "~/features/participants/writes.server";
import { useDatabase } from "../../../kit/database";
import { now } from "../../../kit/makers";
import { lettersOut, makeStage, person, rowsOf, type Stage } from "../kit";

useDatabase();

const later = new Date(now.getTime() + 3600_000);

async function added(stage: Stage, more: Partial<GuestData> = {}, actor = stage.organizer): Promise<string> {
  const done = await transact((tx) =>
    addGuest(tx, { eventId: stage.event.id, guest: person(stage, more), actor, now }),
  );
  if (!done.ok) throw new Error(done.reason);
  return done.participantId;
}

async function invited(stage: Stage, more: Partial<GuestData> = {}): Promise<string> {
  const id = await added(stage, more);
  const started = await transact((tx) =>
    startInvitations(tx, { eventId: stage.event.id, only: [id], actor: stage.organizer, now }),
  );
  if (!started.ok) throw new Error(started.reason);
  await writeMailing({ mailingId: started.mailingId, now, patience: 1000 });
  return id;
}

async function rowOf(id: string) {
  const [row] = await read.select().from(participants).where(eq(participants.id, id));
  return row as NonNullable<typeof row>;
}

test("nobody stands twice at one point, and a point of another event is none", async () => {
  const stage = await makeStage();
  await added(stage);
  const add = (more: Partial<GuestData>, actor = stage.organizer) =>
    transact((tx) => addGuest(tx, { eventId: stage.event.id, guest: person(stage, more), actor, now }));
  expect(await add({ name: "nguyễn đức AN" })).toEqual({ ok: false, reason: "already-on-list" });
  expect(await add({ pointId: "somewhere" })).toEqual({ ok: false, reason: "unknown-point" });
  expect(await add({ pointId: stage.ward.id })).toMatchObject({ ok: true });
  expect(await rowsOf(stage)).toHaveLength(2);
});

test("a focal point keeps the own unit's people and nobody else's", async () => {
  const stage = await makeStage();
  const { focal, benLam, giaLoc, event } = stage;
  const own = await added(stage, { name: "Trần Bình", email: "b@x.vn", unitId: benLam.id }, focal);
  const other = await added(stage, { name: "Lê Cam", email: "c@x.vn", unitId: giaLoc.id });
  const before = await rowOf(other);
  const by = { actor: focal, now: later };
  const one = <T>(work: (tx: Parameters<Parameters<typeof transact>[0]>[0]) => Promise<T>) => transact(work);
  const guest = person(stage, { name: "Đổi Tên", unitId: giaLoc.id });
  expect(await one((tx) => addGuest(tx, { eventId: event.id, guest, ...by }))).toEqual({
    ok: false,
    reason: "not-allowed",
  });
  expect(await one((tx) => addGuest(tx, { eventId: event.id, guest: { ...guest, unitId: null }, ...by }))).toEqual({
    ok: false,
    reason: "not-allowed",
  });
  const gone = { ok: false, reason: "not-found" };
  expect(
    await one((tx) => changeGuest(tx, { participantId: other, guest, seen: markOfGuest(dataOf(before)), ...by })),
  ).toEqual(gone);
  expect(await one((tx) => moveGuest(tx, { participantId: other, pointId: stage.ward.id, ...by }))).toEqual(gone);
  expect(await one((tx) => withdrawGuest(tx, { participantId: other, ...by }))).toEqual(gone);
  expect(await one((tx) => markBounced(tx, { participantId: other, reason: "", ...by }))).toEqual(gone);
  expect(await one((tx) => clearBounce(tx, { participantId: other, ...by }))).toEqual(gone);
  expect(await one((tx) => renewGuestLink(tx, { participantId: other, ...by }))).toEqual(gone);
  expect(await one((tx) => answerForGuest(tx, { participantId: other, wish: { answer: "yes" }, ...by }))).toEqual(gone);
  expect(await one((tx) => startInvitations(tx, { eventId: event.id, ...by }))).toEqual(gone);
  for (const actor of [stage.operator, stage.supervisor, stage.council])
    expect(await one((tx) => withdrawGuest(tx, { participantId: own, actor, now: later }))).toEqual(gone);
  expect(await rowOf(other)).toEqual(before);
  expect(await one((tx) => answerForGuest(tx, { participantId: own, wish: { answer: "yes" }, ...by }))).toMatchObject({
    ok: true,
    changed: true,
  });
  expect(await actOnMany({ eventId: event.id, ids: [own, other, "nobody"], act: "withdraw", ...by })).toEqual({
    done: 1,
    unchanged: 0,
    refused: { "not-found": 2 },
  });
});

test("moving somebody into a foreign unit is no way to give them away or take them", async () => {
  const stage = await makeStage();
  const own = await added(stage, { name: "Trần Bình", unitId: stage.benLam.id });
  const row = await rowOf(own);
  const guest = { ...dataOf(row), unitId: stage.giaLoc.id };
  const done = await transact((tx) =>
    changeGuest(tx, { participantId: own, guest, seen: markOfGuest(dataOf(row)), actor: stage.focal, now: later }),
  );
  expect(done).toEqual({ ok: false, reason: "not-allowed" });
});

test("the second editor sees what the first one saved", async () => {
  const stage = await makeStage();
  const id = await added(stage);
  const row = await rowOf(id);
  const change = (more: Partial<GuestData>) =>
    transact((tx) =>
      changeGuest(tx, {
        participantId: id,
        guest: person(stage, more),
        seen: markOfGuest(dataOf(row)),
        actor: stage.organizer,
        now: later,
      }),
    );
  expect(await change({ position: "Trưởng phòng" })).toEqual({ ok: true, changed: true, newAddress: false });
  expect(await change({ position: "Trưởng phòng" })).toEqual({ ok: true, changed: false });
  expect(await change({ phone: "+84914501701" })).toEqual({
    ok: false,
    reason: "changed-meanwhile",
    current: person(stage, { position: "Trưởng phòng" }),
  });
  expect((await rowOf(id)).phone).toBe("");
});

test("an answer that comes in meanwhile does not stand in the way of a correction", async () => {
  const stage = await makeStage();
  const id = await invited(stage);
  const seen = markOfGuest(dataOf(await rowOf(id)));
  await transact((tx) =>
    answerForGuest(tx, { participantId: id, wish: { answer: "yes" }, actor: stage.organizer, now: later }),
  );
  const done = await transact((tx) =>
    changeGuest(tx, {
      participantId: id,
      guest: person(stage, { position: "Trưởng phòng" }),
      seen,
      actor: stage.organizer,
      now: later,
    }),
  );
  expect(done).toMatchObject({ ok: true, changed: true });
});

test("another address ends the old link, takes waiting letters back, and the invitation can be sent anew", async () => {
  const stage = await makeStage();
  const id = await invited(stage);
  const row = await rowOf(id);
  expect(row.tokenHash).not.toBeNull();
  const guest = person(stage, { email: "moi@lamgiang.example" });
  await transact((tx) =>
    changeGuest(tx, { participantId: id, guest, seen: markOfGuest(dataOf(row)), actor: stage.organizer, now: later }),
  );
  expect(await rowOf(id)).toMatchObject({
    tokenHash: null,
    invitedAt: null,
    bouncedAt: null,
    email: "moi@lamgiang.example",
  });
  expect(await lettersOut()).toEqual(["invitation an@lamgiang.example cancelled"]);
});

test("who is moved keeps answer and seat and is told, and a full point takes nobody in", async () => {
  const stage = await makeStage();
  const id = await invited(stage);
  const by = { actor: stage.organizer, now: later };
  await transact((tx) => answerForGuest(tx, { participantId: id, wish: { answer: "yes" }, ...by }));
  expect(await transact((tx) => moveGuest(tx, { participantId: id, pointId: stage.ward.id, ...by }))).toEqual({
    ok: true,
    changed: true,
  });
  expect(await transact((tx) => moveGuest(tx, { participantId: id, pointId: stage.ward.id, ...by }))).toEqual({
    ok: true,
    changed: false,
  });
  expect(await rowOf(id)).toMatchObject({ answer: "yes", pointId: stage.ward.id });
  expect(await lettersOut()).toEqual([
    "invitation an@lamgiang.example cancelled",
    "rsvp-confirmed an@lamgiang.example cancelled",
    "point-changed an@lamgiang.example queued",
  ]);
  expect(await transact((tx) => moveGuest(tx, { participantId: id, pointId: "elsewhere", ...by }))).toEqual({
    ok: false,
    reason: "unknown-point",
  });
});

test("a full point takes in no one who comes, but someone who has not answered", async () => {
  const stage = await makeStage({ capacity: 1 });
  const { main } = stage.event;
  const by = { actor: stage.organizer, now: later };
  const first = await added(stage, { name: "A Một", email: "a@x.vn" });
  const second = await added(stage, { name: "B Hai", email: "b@x.vn", pointId: stage.ward.id });
  const third = await added(stage, { name: "C Ba", email: "c@x.vn", pointId: stage.ward.id });
  for (const participantId of [first, second])
    await transact((tx) => answerForGuest(tx, { participantId, wish: { answer: "yes" }, ...by }));
  const outcome = await actOnMany({
    eventId: stage.event.id,
    ids: [first, second, third],
    act: "move",
    pointId: main.id,
    ...by,
  });
  expect(outcome).toEqual({ done: 1, unchanged: 1, refused: { full: 1 } });
});

test("who was never invited is deleted; who was is kept, told once, and may be put on the list again", async () => {
  const stage = await makeStage();
  const quiet = await added(stage, { name: "A Một", email: "a@x.vn" });
  const known = await invited(stage);
  const by = { actor: stage.organizer, now: later };
  expect(await transact((tx) => withdrawGuest(tx, { participantId: quiet, ...by }))).toEqual({ ok: true, told: 0 });
  expect(await transact((tx) => withdrawGuest(tx, { participantId: known, ...by }))).toEqual({ ok: true, told: 1 });
  expect(await transact((tx) => withdrawGuest(tx, { participantId: known, ...by }))).toEqual({
    ok: false,
    reason: "not-found",
  });
  expect(
    (await rowsOf(stage)).map(({ fullName, withdrawnAt, tokenHash }) => [fullName, withdrawnAt !== null, tokenHash]),
  ).toEqual([["Nguyễn Đức An", true, null]]);
  expect(await lettersOut()).toEqual([
    "invitation an@lamgiang.example cancelled",
    "invitation-withdrawn an@lamgiang.example queued",
  ]);
  await added(stage);
});

test("a substitute goes with the one they stand in for, and is the one who is told", async () => {
  const stage = await makeStage();
  const id = await invited(stage);
  const by = { actor: stage.organizer, now: later };
  const substitute = { name: "Lê Thay", position: "", email: "thay@x.vn", phone: "" };
  await transact((tx) => answerForGuest(tx, { participantId: id, wish: { answer: "substitute", substitute }, ...by }));
  expect(await transact((tx) => withdrawGuest(tx, { participantId: id, ...by }))).toEqual({ ok: true, told: 1 });
  expect((await rowsOf(stage)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  expect((await lettersOut()).at(-1)).toBe("invitation-withdrawn thay@x.vn queued");
});

test("nobody writes to a refused address until the mark is taken back", async () => {
  const stage = await makeStage();
  const id = await added(stage);
  const by = { actor: stage.organizer, now: later };
  await transact((tx) => markBounced(tx, { participantId: id, reason: "550 no such user", ...by }));
  expect(await transact((tx) => startInvitations(tx, { eventId: stage.event.id, ...by }))).toEqual({
    ok: false,
    reason: "nobody",
  });
  await transact((tx) => clearBounce(tx, { participantId: id, ...by }));
  expect(await transact((tx) => startInvitations(tx, { eventId: stage.event.id, ...by }))).toMatchObject({
    ok: true,
    letters: 1,
  });
});

test("a new link kills the old one; it goes by letter, or is shown for those without an address", async () => {
  const stage = await makeStage();
  const id = await invited(stage);
  const byPhone = await added(stage, { name: "Không Thư", email: null, phone: "+84914501701" });
  const by = { actor: stage.organizer, now: later };
  const before = (await rowOf(id)).tokenHash;
  expect(await transact((tx) => renewGuestLink(tx, { participantId: id, ...by }))).toEqual({
    ok: true,
    sent: true,
    link: null,
  });
  const after = (await rowOf(id)).tokenHash;
  expect(after).not.toBe(before);
  expect(await lettersOut()).toEqual([
    "invitation an@lamgiang.example cancelled",
    "invitation an@lamgiang.example queued",
  ]);
  const shown = await transact((tx) => renewGuestLink(tx, { participantId: byPhone, ...by }));
  expect(shown).toMatchObject({ ok: true, sent: false, link: expect.stringMatching(/\/rsvp\/[\w-]{43}$/) });
});
