import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { historyOf } from "~/features/audit/reads.server";
import { record } from "~/features/audit/writes.server";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";

useDatabase();

const an = { userId: "u1", name: "Nguyễn Văn An" };
const later = new Date(now.getTime() + 1000);

test("the history of a subject holds its own acts, the newest first", async () => {
  await transact(async (tx) => {
    await record(tx, { actor: an, verb: "event.opened", subject: "event:1", now });
    await record(tx, {
      actor: null,
      actorName: "Khách mời",
      verb: "answer.given",
      subject: "event:1",
      detail: { seats: 2 },
      now: later,
    });
    await record(tx, { actor: an, verb: "event.opened", subject: "event:10", now });
  });
  expect(await historyOf(read, { subject: "event:1" })).toMatchObject([
    { verb: "answer.given", actorName: "Khách mời", detail: { seats: 2 }, at: later },
    { verb: "event.opened", actorName: "Nguyễn Văn An", detail: {}, at: now },
  ]);
});

test("an act that did not happen leaves no trace", async () => {
  const broken = transact(async (tx) => {
    await record(tx, { actor: an, verb: "event.opened", subject: "event:1", now });
    throw new Error("the rest of the act failed");
  });
  await expect(broken).rejects.toThrow("the rest of the act failed");
  expect(await historyOf(read, { subject: "event:1" })).toEqual([]);
});
