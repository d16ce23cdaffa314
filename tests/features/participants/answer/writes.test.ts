import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { answerLog, auditLog, events, letters, participants } from "#db/schema.server";
import { findReply } from "~/features/participants/answer/reads.server";
import type { Wish } from "~/features/participants/answer/rules";
import { answerByLink, answerInvitation } from "~/features/participants/answer/writes.server";
import { tokenOf } from "~/features/participants/invitation/letters.server";
import { countAnswers, countSeatsTaken } from "~/features/participants/reads.server";
import { withdrawGuest } from "~/features/participants/writes.server";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { makeActor, makeEvent, makeGuests, makeInvited, makeOrganization, makePoint, now } from "../../../kit/makers";

useDatabase();

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const yes: Wish = { answer: "yes" };
const no: Wish = { answer: "no" };
const substitute = (name = "Trần Thị Bình", over: object = {}): Wish => ({
  answer: "substitute",
  substitute: { name, position: "Phó Giám đốc", email: "binh@lamgiang.example", phone: "", ...over },
});

const press = (token: string, wish: Wish, minutes = 0) =>
  transact((tx) => answerByLink(tx, { token, wish, now: later(minutes) }));
const noteByStaff = (participantId: string, wish: Wish, minutes = 0, byUserId?: string) =>
  transact((tx) => answerInvitation(tx, { participantId, wish, via: "staff", byUserId, now: later(minutes) }));

const rowOf = async (id: string) => (await read.select().from(participants).where(eq(participants.id, id)))[0]!;
const byName = async (name: string) =>
  (await read.select().from(participants).where(eq(participants.fullName, name)))[0]!;
/** The letters to one person in the order of writing, with those taken back in brackets. */
const lettersTo = async (name: string) =>
  (await read.select().from(letters).where(eq(letters.toName, name)).orderBy(asc(letters.id))).map(({ kind, state }) =>
    state === "cancelled" ? `(${kind})` : kind,
  );
const answersOf = async (id: string) =>
  (await read.select().from(answerLog).where(eq(answerLog.participantId, id)).orderBy(asc(answerLog.id))).map(
    (row) => row.answer,
  );

async function invite({
  capacity = null as number | null,
  ...over
}: Partial<typeof events.$inferInsert> & { capacity?: number | null } = {}) {
  return await transact(async (tx) => {
    await makeOrganization(tx);
    const event = await makeEvent(tx, { capacity, ...over });
    const [an, ba] = await makeInvited(tx, event, ["Nguyễn Văn An", "Phạm Thị Ba"]);
    return { event, an: an!, ba: ba! };
  });
}

test("yes takes a seat, is confirmed by one letter, and pressed twice changes nothing more", async () => {
  const { event, an } = await invite({ capacity: 5 });
  const done = { ok: true, answer: "yes", participantId: an.id, linkEnded: false };
  expect(await press(an.token, yes)).toEqual({ ...done, changed: true });
  const dump = await dumpDatabase();
  expect(await press(an.token, yes, 1)).toEqual({ ...done, changed: false });
  expect(await dumpDatabase()).toEqual(dump);
  expect(await lettersTo("Nguyễn Văn An")).toEqual(["rsvp-confirmed"]);
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(1);
  expect(await rowOf(an.id)).toMatchObject({
    answer: "yes",
    answeredVia: "link",
    answeredAt: now,
    calendarSequence: 1,
  });
});

test("a change of mind from another device frees the seat and takes back the letter that still waits", async () => {
  const { event, an } = await invite();
  await press(an.token, yes);
  await press(an.token, { answer: "no", reason: "Bận họp" }, 5);
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(0);
  expect(await lettersTo("Nguyễn Văn An")).toEqual(["(rsvp-confirmed)", "rsvp-declined"]);
  await press(an.token, yes, 10);
  expect(await rowOf(an.id)).toMatchObject({ answer: "yes", declineReason: "", calendarSequence: 3 });
  expect(await lettersTo("Nguyễn Văn An")).toEqual(["(rsvp-confirmed)", "(rsvp-declined)", "rsvp-confirmed"]);
  expect(await answersOf(an.id)).toEqual(["yes", "no", "yes"]);
});

test("another reason for the same no is kept without a second letter", async () => {
  const { an } = await invite();
  await press(an.token, no);
  expect(await press(an.token, { answer: "no", reason: "Đi công tác" }, 1)).toMatchObject({ ok: true, changed: true });
  expect(await rowOf(an.id)).toMatchObject({ answer: "no", declineReason: "Đi công tác" });
  expect(await lettersTo("Nguyễn Văn An")).toEqual(["rsvp-declined"]);
});

test("an answer takes back what still waits to ask for it, and nobody else's letters", async () => {
  const { event, an, ba } = await invite();
  await transact(async (tx) => {
    for (const guest of [an, ba])
      await tx.insert(letters).values({
        key: `reply-reminder:${guest.id}`,
        kind: "reply-reminder",
        topic: `event:${event.id}`,
        recipient: `participant:${guest.id}`,
        locale: "vi",
        toName: guest.fullName,
        toAddress: guest.email!,
        subject: "",
        search: "",
        sealed: "",
        messageId: guest.id,
        writtenAt: now,
        dueAt: now,
      });
  });
  await press(an.token, no);
  expect([await lettersTo(an.fullName), await lettersTo(ba.fullName)]).toEqual([
    ["(reply-reminder)", "rsvp-declined"],
    ["reply-reminder"],
  ]);
});

test("when the last seat is gone the next one is told at once, keeps the own answer, and reads it in one letter", async () => {
  const { event, an, ba } = await invite({ capacity: 1 });
  await press(an.token, yes);
  expect(await press(ba.token, yes)).toEqual({ ok: false, reason: "full", point: "Điểm cầu chính", offers: [] });
  await press(ba.token, yes, 1);
  expect(await rowOf(ba.id)).toMatchObject({ answer: "none", answeredAt: null });
  expect(await lettersTo(ba.fullName)).toEqual(["rsvp-too-late"]);
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(1);
  await press(an.token, no, 2);
  expect(await press(ba.token, yes, 3)).toMatchObject({ ok: true, changed: true });
});

test("where guests may choose, a full point offers the others that have seats", async () => {
  const { event, an, ba } = await invite({ capacity: 1, guestsChoosePoint: true });
  const [full, free, endless] = await transact(async (tx) => [
    await makePoint(tx, event, { name: "Phường Bến Lam", capacity: 0, sort: 1 }),
    await makePoint(tx, event, { name: "Xã Kỳ Lâm", capacity: 3, sort: 2 }),
    await makePoint(tx, event, { name: "Xã Gia Lộc", sort: 3 }),
  ]);
  await press(an.token, yes);
  const offers = [
    { id: free!.id, name: "Xã Kỳ Lâm", seats: 3 },
    { id: endless!.id, name: "Xã Gia Lộc", seats: null },
  ];
  expect(await press(ba.token, yes)).toEqual({ ok: false, reason: "full", point: "Điểm cầu chính", offers });
  expect(await press(ba.token, { answer: "yes", pointId: full!.id })).toEqual({
    ok: false,
    reason: "full",
    point: "Phường Bến Lam",
    offers,
  });
  expect(await press(ba.token, { answer: "yes", pointId: free!.id }, 1)).toMatchObject({ ok: true, changed: true });
  expect(await rowOf(ba.id)).toMatchObject({ answer: "yes", pointId: free!.id });
  // Moving on to a full point is refused and costs no seat.
  expect(await press(ba.token, { answer: "yes", pointId: event.main.id }, 2)).toMatchObject({
    ok: false,
    reason: "full",
  });
  expect(await rowOf(ba.id)).toMatchObject({ answer: "yes", pointId: free!.id });
});

test("another point is refused where guests do not choose, and a point of another event always", async () => {
  const { event, an } = await invite();
  const [other, foreign] = await transact(async (tx) => [
    await makePoint(tx, event, { name: "Xã Kỳ Lâm" }),
    (await makeEvent(tx, { guestsChoosePoint: true })).main,
  ]);
  const refused = { ok: false, reason: "point-not-offered" };
  expect(await press(an.token, { answer: "yes", pointId: other!.id })).toEqual(refused);
  expect(await press(an.token, { answer: "yes", pointId: foreign!.id })).toEqual(refused);
  expect(await press(an.token, { answer: "yes", pointId: "nothing" })).toEqual(refused);
  expect(await noteByStaff(an.id, { answer: "yes", pointId: other!.id })).toMatchObject({ ok: true });
});

test("someone who is on the list of two points cannot stand twice at one", async () => {
  const { event, an } = await invite({ guestsChoosePoint: true });
  const other = await transact(async (tx) => {
    const point = await makePoint(tx, event, { name: "Xã Kỳ Lâm" });
    await makeGuests(tx, event, ["Nguyễn Văn An"], { identity: an.identity, pointId: point.id });
    return point;
  });
  expect(await press(an.token, { answer: "yes", pointId: other.id })).toEqual({
    ok: false,
    reason: "already-at-point",
  });
});

test("a substitute gets an own link and letter, and the old link is dead", async () => {
  const { event, an } = await invite({ capacity: 1 });
  const done = await press(an.token, substitute());
  const standIn = await byName("Trần Thị Bình");
  expect(done).toEqual({
    ok: true,
    answer: "substitute",
    changed: true,
    participantId: an.id,
    linkEnded: true,
    substituteId: standIn.id,
  });
  expect(standIn).toMatchObject({
    standsInForId: an.id,
    answer: "yes",
    pointId: event.main.id,
    invitedAt: now,
    organization: an.organization,
  });
  expect(await rowOf(an.id)).toMatchObject({ answer: "substitute", tokenHash: null });
  expect(await findReply(read, { token: an.token, now })).toBe(null);
  expect(await findReply(read, { token: tokenOf(standIn)!, now })).toMatchObject({
    guest: { id: standIn.id },
    principal: { name: an.fullName },
  });
  expect([await lettersTo(an.fullName), await lettersTo("Trần Thị Bình")]).toEqual([
    ["substitute-named"],
    ["substitute-invitation"],
  ]);
  expect(await press(an.token, yes, 60)).toEqual({ ok: false, reason: "not-found" });
  expect(await countAnswers(read, { eventId: event.id })).toMatchObject({ invited: 2, substitute: 1, coming: 1 });
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(1);
});

test("the same substitute pressed twice is one substitute; another name on the dead link is nobody", async () => {
  const { an } = await invite();
  const first = await press(an.token, substitute());
  const dump = await dumpDatabase();
  expect(await press(an.token, substitute(), 1)).toEqual({ ...first, changed: false });
  expect(await press(an.token, substitute("Lê Văn Cường", { email: "cuong@lamgiang.example" }), 1)).toEqual({
    ok: false,
    reason: "not-found",
  });
  expect(await press(an.token, yes, 1)).toEqual({ ok: false, reason: "not-found" });
  expect(await press(an.token, substitute(), 16)).toEqual({ ok: false, reason: "not-found" });
  expect(await dumpDatabase()).toEqual(dump);
});

test("a substitute who is reached by telephone only comes without a letter", async () => {
  const { an } = await invite();
  expect(await press(an.token, substitute("Trần Thị Bình", { email: null, phone: "+84914501701" }))).toMatchObject({
    ok: true,
  });
  expect(await byName("Trần Thị Bình")).toMatchObject({
    email: null,
    phone: "+84914501701",
    answer: "yes",
    tokenHash: null,
  });
  expect(await lettersTo("Trần Thị Bình")).toEqual([]);
});

test("whoever is invited already, or oneself, cannot be named as the substitute", async () => {
  const { an, ba } = await invite();
  const refused = { ok: false, reason: "already-invited" };
  expect(await press(an.token, substitute("Phạm Thị Ba", { email: ba.email }))).toEqual(refused);
  expect(await press(an.token, substitute("An", { email: an.email }))).toEqual(refused);
  expect(await rowOf(an.id)).toMatchObject({ answer: "none" });
});

test("a substitute needs a seat when the guest had none, and takes over the one the guest has", async () => {
  const { an, ba } = await invite({ capacity: 1 });
  await press(an.token, yes);
  expect(await press(ba.token, substitute())).toEqual({
    ok: false,
    reason: "full",
    point: "Điểm cầu chính",
    offers: [],
  });
  expect(await press(an.token, substitute(), 1)).toMatchObject({ ok: true });
  expect(await lettersTo(an.fullName)).toEqual(["(rsvp-confirmed)", "substitute-named"]);
});

test("a substitute who cannot come gives the matter back: the invited person is silent again and asked by a new link", async () => {
  const { event, an } = await invite({ capacity: 1 });
  await press(an.token, substitute());
  const token = tokenOf(await byName("Trần Thị Bình"))!;
  const done = await press(token, { answer: "no", reason: "Ốm" }, 1);
  const standIn = await byName("Trần Thị Bình");
  expect(done).toEqual({ ok: true, answer: "no", changed: true, participantId: standIn.id, linkEnded: true });
  expect(standIn).toMatchObject({ answer: "no", withdrawnAt: later(1), tokenHash: null, declineReason: "Ốm" });
  expect(await findReply(read, { token, now })).toBe(null);
  const principal = await rowOf(an.id);
  expect(principal).toMatchObject({ answer: "none", answeredAt: null });
  const renewed = tokenOf(principal)!;
  expect(renewed).not.toBe(an.token);
  expect(await findReply(read, { token: an.token, now })).toBe(null);
  expect(await lettersTo(an.fullName)).toEqual(["substitute-named", "invitation"]);
  expect(await lettersTo("Trần Thị Bình")).toEqual(["(substitute-invitation)", "rsvp-declined"]);
  expect(await countAnswers(read, { eventId: event.id })).toMatchObject({ silent: 2, substitute: 0 });
  // The second press of the substitute's button, and the principal who comes in person after all.
  expect(await press(token, no, 2)).toEqual({ ...done, changed: false });
  expect(await press(renewed, yes, 3)).toMatchObject({ ok: true, answer: "yes" });
  expect(await answersOf(an.id)).toEqual(["substitute", "none", "yes"]);
});

test("a substitute sends no substitute, and may confirm without changing anything", async () => {
  const { an } = await invite();
  await press(an.token, substitute());
  const token = tokenOf(await byName("Trần Thị Bình"))!;
  expect(await press(token, substitute("Lê Văn Cường"), 1)).toEqual({ ok: false, reason: "already-a-substitute" });
  expect(await press(token, yes, 1)).toMatchObject({ ok: true, changed: false });
});

test("staff bring the invited person back at a full point: the substitute's seat passes on and the substitute is told", async () => {
  const { event, an } = await invite({ capacity: 1 });
  await press(an.token, substitute());
  const token = tokenOf(await byName("Trần Thị Bình"))!;
  expect(await noteByStaff(an.id, yes, 1)).toMatchObject({ ok: true, changed: true });
  expect(await byName("Trần Thị Bình")).toMatchObject({ withdrawnAt: later(1), tokenHash: null });
  expect(await lettersTo("Trần Thị Bình")).toEqual(["(substitute-invitation)", "invitation-withdrawn"]);
  expect(await press(token, yes, 2)).toEqual({ ok: false, reason: "not-found" });
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(1);
});

test("staff name another substitute: the first is told, the seat passes on", async () => {
  const { event, an } = await invite({ capacity: 1 });
  await press(an.token, substitute());
  expect(await noteByStaff(an.id, substitute(), 1)).toMatchObject({ changed: false });
  expect(await noteByStaff(an.id, substitute("Lê Văn Cường", { email: "cuong@lamgiang.example" }), 1)).toMatchObject({
    changed: true,
  });
  expect(await byName("Trần Thị Bình")).toMatchObject({ withdrawnAt: later(1) });
  expect(await lettersTo("Lê Văn Cường")).toEqual(["substitute-invitation"]);
  expect(await countAnswers(read, { eventId: event.id })).toMatchObject({ substitute: 1, coming: 1 });
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(1);
});

test.each([
  ["closed", { state: "closed" }],
  ["cancelled", { state: "cancelled" }],
  ["postponed", { state: "postponed", dateOpen: true }],
  ["started", { state: "running" }],
  ["finished", { state: "finished" }],
] as const)("a link says no more than %s when the event is, and nothing is written", async (reason, change) => {
  const { event, an } = await invite();
  await transact((tx) => tx.update(events).set(change).where(eq(events.id, event.id)));
  const dump = await dumpDatabase();
  for (const wish of [yes, no, substitute()]) expect(await press(an.token, wish)).toEqual({ ok: false, reason });
  expect(await dumpDatabase()).toEqual(dump);
});

test("by the clock an event has begun, and a week after its end its links are dead", async () => {
  const { event, an } = await invite();
  const at = (date: Date, minutes: number) => (date.getTime() - now.getTime()) / 60_000 + minutes;
  expect(await press(an.token, yes, at(event.startsAt, 0))).toEqual({ ok: false, reason: "started" });
  const week = 7 * 24 * 60;
  expect(await findReply(read, { token: an.token, now: later(at(event.endsAt, week - 1)) })).toMatchObject({
    guest: { id: an.id },
  });
  expect(await findReply(read, { token: an.token, now: later(at(event.endsAt, week)) })).toBe(null);
  expect(await press(an.token, yes, at(event.endsAt, week))).toEqual({ ok: false, reason: "not-found" });
});

test("after closing, staff still note an answer given by telephone, under their own name", async () => {
  const { event, an, ba } = await invite({ state: "closed" });
  const clerk = await transact((tx) => makeActor(tx, "organizer", { name: "Chị Văn thư" }));
  expect(await noteByStaff(an.id, yes, 1, clerk.userId)).toMatchObject({ ok: true, changed: true });
  expect(await rowOf(an.id)).toMatchObject({ answer: "yes", answeredVia: "staff" });
  expect(await read.select().from(answerLog)).toMatchObject([{ via: "staff", byUserId: clerk.userId }]);
  expect(await read.select().from(auditLog)).toMatchObject([
    {
      actorName: "Chị Văn thư",
      verb: "guest.answer-noted",
      subject: `event:${event.id}`,
      detail: { participantId: an.id, answer: "yes" },
    },
  ]);
  // No invitation to answer again where nobody may answer; the telephone does it.
  await noteByStaff(ba.id, substitute(), 2);
  await noteByStaff((await byName("Trần Thị Bình")).id, no, 3);
  expect(await rowOf(ba.id)).toMatchObject({ answer: "none", tokenHash: null });
  expect(await lettersTo(ba.fullName)).toEqual(["substitute-named"]);
});

test("an answer noted while the event runs writes no letter", async () => {
  const { event, an } = await invite({ state: "running" });
  await noteByStaff(an.id, yes, (event.startsAt.getTime() - now.getTime()) / 60_000 + 1);
  expect(await rowOf(an.id)).toMatchObject({ answer: "yes" });
  expect(await lettersTo(an.fullName)).toEqual([]);
});

test("a token that never was, was replaced or was withdrawn gets one and the same answer", async () => {
  const { an, ba } = await invite();
  const actor = await transact((tx) => makeActor(tx, "organizer"));
  await transact((tx) => withdrawGuest(tx, { participantId: ba.id, actor, now }));
  const refused = { ok: false, reason: "not-found" };
  const wrong = `${an.token.slice(0, -1)}${an.token.endsWith("A") ? "B" : "A"}`;
  for (const token of [wrong, ba.token, "", "../../etc/passwd", "x".repeat(5000), "A".repeat(43)]) {
    expect(await press(token, yes)).toEqual(refused);
    expect(await findReply(read, { token, now })).toBe(null);
  }
  expect(await noteByStaff(ba.id, yes)).toEqual(refused);
});

test("every answer leaves one line in the audit, without a token or an address", async () => {
  const { an } = await invite();
  await press(an.token, yes);
  await press(an.token, substitute(), 1);
  const lines = await read.select().from(auditLog).orderBy(asc(auditLog.id));
  expect(
    lines.map(({ actorId, actorName, verb, detail }) => ({ actorId, actorName, verb, answer: detail.answer })),
  ).toEqual([
    { actorId: null, actorName: an.fullName, verb: "guest.answered", answer: "yes" },
    { actorId: null, actorName: an.fullName, verb: "guest.answered", answer: "substitute" },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${an.token}|@lamgiang`));
});

test("hostile words are kept as they are and neither break a letter nor divert it", async () => {
  const { an } = await invite();
  const name = "Bình 🎉 \u202Eevil\r\nBcc: thief@evil.example <b>&";
  await press(an.token, substitute(name, { position: '=HYPERLINK("http://evil")' }));
  const [letter] = await read.select().from(letters).where(eq(letters.kind, "substitute-invitation"));
  expect(letter).toMatchObject({ toAddress: "binh@lamgiang.example", state: "queued" });
  expect(letter!.subject).not.toMatch(/[\r\n]/);
});
