import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { events, participants } from "#db/schema.server";
import { findLetter, listLetters } from "~/features/outbox/reads.server";
import { topicOf } from "~/features/outbox/rules";
import { answerInvitation } from "~/features/participants/answer/writes.server";
import { writeMailing } from "~/features/participants/invitation/jobs.server";
import { startInvitations } from "~/features/participants/invitation/writes.server";
import { enqueueDueReminders } from "~/features/reminders/jobs.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeEvent, makeGuests, makeOrganization, now } from "../../kit/makers";

useDatabase();
const at = (text: string) => new Date(text);
const week = at("2025-09-12T01:00:00Z"); // seven days before the reply-by date, 08:00
const dayBefore = at("2025-09-21T01:00:00Z");

/** An event with five people invited on 1 September; reply by 19 September 17:00. */
async function invited(names = ["An", "Bình", "Chi", "Dũng", "Giang"]) {
  const made = await transact(async (tx) => {
    await makeOrganization(tx);
    const actor = await makeActor(tx, "organizer");
    const event = await makeEvent(tx);
    const guests = await makeGuests(tx, event, names);
    const started = await startInvitations(tx, { eventId: event.id, actor, now });
    if (!started.ok) throw new Error(started.reason);
    return { actor, event, guests, mailingId: started.mailingId };
  });
  await writeMailing({ mailingId: made.mailingId, now, patience: 10_000 });
  const guest = (name: string) => made.guests.find((one) => one.fullName === name)?.id ?? "";
  return { ...made, guest };
}
const answer = (participantId: string, said: "yes" | "no", when: Date) =>
  transact((tx) => answerInvitation(tx, { participantId, wish: { answer: said }, via: "link", now: when }));
const reminded = async (kind: string) =>
  (await listLetters(read, { kinds: [kind], limit: 500 })).rows.map((row) => row.toName).sort();

test("only the silent are reminded to reply, once", async () => {
  const { event, guest } = await invited();
  await answer(guest("An"), "yes", at("2025-09-05T02:00:00Z"));
  await answer(guest("Bình"), "no", at("2025-09-05T02:00:00Z"));
  await transact((tx) =>
    tx
      .update(participants)
      .set({ bouncedAt: now })
      .where(eq(participants.id, guest("Chi"))),
  );
  await transact((tx) => makeGuests(tx, event, ["Lan"], { invitedAt: week })); // invited at the very moment
  await transact((tx) => makeGuests(tx, event, ["Mai"])); // on the list, never invited
  expect(await enqueueDueReminders(at("2025-09-12T00:59:00Z"))).toBe(0);
  expect(await enqueueDueReminders(week)).toBe(2);
  expect(await reminded("reply-reminder")).toEqual(["Dũng", "Giang"]);
  expect(await enqueueDueReminders(at("2025-09-12T05:00:00Z"))).toBe(0);
});

test("two clocks at once write each reminder once", async () => {
  await invited();
  const written = await Promise.all([enqueueDueReminders(week), enqueueDueReminders(week)]);
  expect(written[0] + written[1]).toBe(5);
  expect(await reminded("reply-reminder")).toEqual(["An", "Bình", "Chi", "Dũng", "Giang"]);
});

test("a reminder that has not left is taken back by the answer", async () => {
  const { guest } = await invited();
  await enqueueDueReminders(week);
  await answer(guest("An"), "yes", at("2025-09-12T01:01:00Z"));
  const { rows } = await listLetters(read, { kinds: ["reply-reminder"], limit: 10 });
  expect(Object.fromEntries(rows.map((row) => [row.toName, row.state]))).toEqual({
    An: "cancelled",
    Bình: "queued",
    Chi: "queued",
    Dũng: "queued",
    Giang: "queued",
  });
});

test("the link of a reminder is the link of the invitation", async () => {
  const { guest } = await invited(["An"]);
  await enqueueDueReminders(week);
  const { rows } = await listLetters(read, { recipient: `participant:${guest("An")}`, limit: 10 });
  const links = await Promise.all(
    rows.map(
      async (row) => /\/rsvp\/[\w-]{43}/.exec((await findLetter(read, { letterId: row.id }))?.content?.text ?? "")?.[0],
    ),
  );
  expect(rows.map((row) => row.kind).sort()).toEqual(["invitation", "reply-reminder"]);
  expect(new Set(links).size).toBe(1);
  expect(links[0]).toBeDefined();
});

test("those who come are reminded the day before, with the code for the door; the silent and the declined are not", async () => {
  const { event, guest } = await invited();
  await answer(guest("An"), "yes", at("2025-09-05T02:00:00Z"));
  await answer(guest("Bình"), "no", at("2025-09-05T02:00:00Z"));
  expect(await enqueueDueReminders(dayBefore)).toBe(1);
  const { rows } = await listLetters(read, { topic: topicOf.event(event.id), kinds: ["event-reminder"], limit: 10 });
  expect(rows.map((row) => row.toName)).toEqual(["An"]);
  const [an] = await read
    .select()
    .from(participants)
    .where(eq(participants.id, guest("An")));
  const [row] = rows;
  const letter = row && (await findLetter(read, { letterId: row.id }));
  expect(letter?.content?.text).toContain(an?.doorCode);
  expect(letter?.content?.text).toContain("Hội trường UBND tỉnh");
});

test("a moved event is reminded of again, at its new day", async () => {
  const { event, guest } = await invited(["An"]);
  await answer(guest("An"), "yes", at("2025-09-05T02:00:00Z"));
  expect(await enqueueDueReminders(dayBefore)).toBe(1);
  const startsAt = at("2025-09-29T07:00:00Z");
  await transact((tx) =>
    tx
      .update(events)
      .set({ startsAt, endsAt: at("2025-09-29T09:00:00Z") })
      .where(eq(events.id, event.id)),
  );
  expect(await enqueueDueReminders(at("2025-09-22T01:00:00Z"))).toBe(0);
  expect(await enqueueDueReminders(at("2025-09-28T01:00:00Z"))).toBe(1);
});

test("nobody is reminded of an event that is postponed without a date, cancelled or still a draft", async () => {
  const { event } = await invited(["An"]);
  for (const change of [{ state: "postponed", dateOpen: true }, { state: "cancelled" }, { state: "draft" }] as const) {
    await transact((tx) =>
      tx
        .update(events)
        .set({ dateOpen: false, ...change })
        .where(eq(events.id, event.id)),
    );
    expect([change.state, await enqueueDueReminders(week)]).toEqual([change.state, 0]);
  }
});
