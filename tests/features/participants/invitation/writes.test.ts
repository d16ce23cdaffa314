import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { events, letters, mailings, participants } from "#db/schema.server";
import { noteBounces, writeMailing, writeOpenMailings } from "~/features/participants/invitation/jobs.server";
import { invitationFor, previewOfInvitations } from "~/features/participants/invitation/preview.reads.server";
import { findMailing, mailingsOf } from "~/features/participants/invitation/reads.server";
import {
  continueMailing,
  startInvitations,
  tellGuestsEventCancelled,
} from "~/features/participants/invitation/writes.server";
import { clearBounce } from "~/features/participants/writes.server";
import { useDatabase } from "../../../kit/database";
import { makeGuests, now } from "../../../kit/makers";
import { lettersOut, makeStage, rowsOf, type Stage } from "../kit";

useDatabase();

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const start = (stage: Stage, more: Partial<Parameters<typeof startInvitations>[1]> = {}) =>
  transact((tx) => startInvitations(tx, { eventId: stage.event.id, actor: stage.organizer, now, ...more }));

async function send(stage: Stage, more: Partial<Parameters<typeof startInvitations>[1]> = {}) {
  const started = await start(stage, more);
  if (!started.ok) throw new Error(started.reason);
  await writeMailing({ mailingId: started.mailingId, now: more.now ?? now, patience: 10_000 });
  return started.mailingId;
}

test("the preview says who gets it, who does not and why, and what they will read; it writes nothing", async () => {
  const stage = await makeStage();
  const { event } = stage;
  await transact(async (tx) => {
    await makeGuests(tx, event, ["Trần Bình", "Đỗ Ân"]);
    await makeGuests(tx, event, ["Không Thư"], { email: null });
    await makeGuests(tx, event, ["Trả Lại"], { bouncedAt: now, bounceReason: "550 no such user" });
    await makeGuests(tx, event, ["Đã Mời"], { invitedAt: now });
    await makeGuests(tx, event, ["Đã Bỏ"], { invitedAt: now, withdrawnAt: now });
  });
  const before = await rowsOf(stage);
  const preview = await previewOfInvitations(read, { eventId: event.id, to: "new", note: "Mời mặc đồng phục", now });
  expect(preview).toMatchObject({
    letters: 2,
    names: ["Đỗ Ân", "Trần Bình"],
    excluded: [
      { reason: "no-address", people: 1, guests: [{ fullName: "Không Thư" }] },
      { reason: "bounced", people: 1, guests: [{ fullName: "Trả Lại", bounceReason: "550 no such user" }] },
      { reason: "already-invited", people: 1, guests: [{ fullName: "Đã Mời" }] },
    ],
    letter: { name: "Đỗ Ân" },
  });
  expect(preview.letter?.text).toContain("Mời mặc đồng phục");
  expect(preview.letter?.text).toContain("Đỗ Ân");
  const other = before.find(({ fullName }) => fullName === "Không Thư");
  expect(await invitationFor(read, { guestId: other?.id ?? "", eventId: event.id, note: "", now })).toBeNull();
  expect(
    await invitationFor(read, { guestId: preview.letter?.guestId ?? "", eventId: "another", note: "", now }),
  ).toBeNull();
  expect(await rowsOf(stage)).toEqual(before);
  expect(await lettersOut()).toEqual([]);
});

test("each gets one letter with a link of their own, and the press is kept with those left out", async () => {
  const stage = await makeStage();
  await transact(async (tx) => {
    await makeGuests(tx, stage.event, ["Đỗ Ân", "Trần Bình"]);
    await makeGuests(tx, stage.event, ["Không Thư"], { email: null });
  });
  const mailingId = await send(stage);
  expect(await lettersOut()).toEqual([
    "invitation do.an@lamgiang.example queued",
    "invitation tran.binh@lamgiang.example queued",
  ]);
  const rows = await rowsOf(stage);
  expect(
    rows
      .filter(({ invitedAt }) => invitedAt !== null)
      .map(({ fullName }) => fullName)
      .sort(),
  ).toEqual(["Trần Bình", "Đỗ Ân"].sort());
  expect(new Set(rows.map(({ tokenHash }) => tokenHash)).size).toBe(3);
  expect(await findMailing(read, { mailingId, eventId: stage.event.id })).toMatchObject({
    audience: 2,
    written: 2,
    letters: 2,
    doneAt: now,
    byName: "Trần Thị Thu Hà",
    excluded: [{ fullName: "Không Thư", reason: "no-address" }],
  });
  expect(await findMailing(read, { mailingId, eventId: "another" })).toBeNull();
  expect(await mailingsOf(read, { eventId: stage.event.id })).toMatchObject([
    { audience: 2, excluded: 1, kind: "invitation" },
  ]);
});

test("a double press is one mailing, and a second one waits for the first", async () => {
  const stage = await makeStage();
  await transact((tx) => makeGuests(tx, stage.event, ["Đỗ Ân", "Trần Bình"]));
  const mailingId = newId();
  expect(await start(stage, { mailingId })).toEqual({ ok: true, mailingId, letters: 2 });
  expect(await start(stage, { mailingId })).toEqual({ ok: true, mailingId, letters: 2 });
  expect(await start(stage)).toEqual({ ok: false, reason: "under-way" });
  await writeOpenMailings(later(1));
  expect(await start(stage, { mailingId })).toEqual({ ok: true, mailingId, letters: 2 });
  expect(await start(stage)).toEqual({ ok: false, reason: "nobody" });
  expect(await lettersOut()).toHaveLength(2);
  expect(await read.$count(mailings)).toBe(1);
});

test("whoever answers, leaves or loses the address before their turn gets no letter", async () => {
  const stage = await makeStage();
  const guests = await transact((tx) => makeGuests(tx, stage.event, ["A Một", "B Hai", "C Ba", "D Bốn"]));
  const started = await start(stage);
  if (!started.ok) throw new Error(started.reason);
  const byName = (name: string) => guests.find(({ fullName }) => fullName === name)?.id ?? "";
  await transact(async (tx) => {
    const change = (name: string, set: object) =>
      tx
        .update(participants)
        .set(set)
        .where(eq(participants.id, byName(name)));
    await change("A Một", { answer: "yes" });
    await change("B Hai", { withdrawnAt: now });
    await change("C Ba", { email: null });
  });
  await transact((tx) => continueMailing(tx, { mailingId: started.mailingId, limit: 1, now }));
  await writeOpenMailings(later(1));
  expect(await lettersOut()).toEqual(["invitation d.bon@lamgiang.example queued"]);
  expect(await findMailing(read, { mailingId: started.mailingId, eventId: stage.event.id })).toMatchObject({
    audience: 4,
    written: 4,
    letters: 1,
  });
});

test("the silent are invited once more with the same link; the ticked alone when some are ticked", async () => {
  const stage = await makeStage();
  const [an, binh] = await transact((tx) => makeGuests(tx, stage.event, ["Đỗ Ân", "Trần Bình", "Lê Cam"]));
  await send(stage, { only: [an?.id ?? "", binh?.id ?? ""] });
  const links = (await rowsOf(stage)).map(({ tokenHash }) => tokenHash);
  await transact((tx) =>
    tx
      .update(participants)
      .set({ answer: "no" })
      .where(eq(participants.id, an?.id ?? "")),
  );
  await send(stage, { to: "silent", now: later(5) });
  expect(await lettersOut()).toEqual([
    "invitation do.an@lamgiang.example queued",
    "invitation tran.binh@lamgiang.example queued",
    "invitation tran.binh@lamgiang.example queued",
  ]);
  expect((await rowsOf(stage)).map(({ tokenHash }) => tokenHash)).toEqual(links);
  expect(await start(stage, { only: [an?.id ?? ""] })).toEqual({ ok: false, reason: "nobody" });
  expect(await start(stage, { only: ["somebody of another event"] })).toEqual({ ok: false, reason: "nobody" });
});

test.each([
  [{ state: "draft" }, "draft"],
  [{ state: "closed" }, "closed"],
  [{ startsAt: now }, "over"],
  [{ state: "postponed", dateOpen: true }, "date-open"],
] as const)("nothing leaves from an event that is %o", async (given, reason) => {
  const stage = await makeStage(given);
  await transact((tx) => makeGuests(tx, stage.event, ["Đỗ Ân"]));
  expect(await start(stage)).toEqual({ ok: false, reason });
});

test("a cancelled event takes back what has not left and stops a mailing under way", async () => {
  const stage = await makeStage();
  await transact((tx) => makeGuests(tx, stage.event, ["A Một", "B Hai"]));
  const started = await start(stage);
  if (!started.ok) throw new Error(started.reason);
  await transact((tx) => continueMailing(tx, { mailingId: started.mailingId, limit: 1, now }));
  await transact(async (tx) => {
    await tx.update(events).set({ state: "cancelled" }).where(eq(events.id, stage.event.id));
    await tellGuestsEventCancelled(tx, {
      eventId: stage.event.id,
      reason: "Bão số 10",
      actor: stage.organizer,
      now: later(1),
    });
  });
  await writeOpenMailings(later(2));
  expect(await lettersOut()).toEqual([
    expect.stringMatching(/^invitation .* cancelled$/),
    expect.stringMatching(/^event-cancelled .* queued$/),
  ]);
});

test("a refused address is noted once; what an organizer takes back stays taken back", async () => {
  const stage = await makeStage();
  const [an] = await transact((tx) => makeGuests(tx, stage.event, ["Đỗ Ân", "Trần Bình"]));
  await send(stage);
  const refuse = {
    state: "failed",
    failure: "permanent",
    response: "550 5.1.1 no such user",
    claimedAt: later(1),
  } as const;
  await transact((tx) =>
    tx
      .update(letters)
      .set(refuse)
      .where(eq(letters.recipient, `participant:${an?.id}`)),
  );
  await noteBounces(later(2));
  const bounced = async () =>
    (await rowsOf(stage)).flatMap(({ fullName, bounceReason }) =>
      bounceReason ? [`${fullName}: ${bounceReason}`] : [],
    );
  expect(await bounced()).toEqual(["Đỗ Ân: 550 5.1.1 no such user"]);
  await transact((tx) => clearBounce(tx, { participantId: an?.id ?? "", actor: stage.organizer, now: later(3) }));
  await noteBounces(later(4));
  expect(await bounced()).toEqual([]);
});
