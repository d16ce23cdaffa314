import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { holidays, letters, organization, taskNotices, tasks, users } from "#db/schema.server";
import { enqueueDueDigests } from "~/features/tasks/digest/jobs.server";
import { wishDigest } from "~/features/tasks/digest/writes.server";
import { acceptTask, returnTask } from "~/features/tasks/decide.writes.server";
import { cancelTask } from "~/features/tasks/end.writes.server";
import { submitTask } from "~/features/tasks/hand-in.writes.server";
import { useDatabase } from "../../../kit/database";
import { makeTask, prove } from "../../../kit/tasks";
import { digestsAt, lastLetterTo, makeLadder, makeHolder, morning, type Ladder } from "./kit";

useDatabase();

const must = async (done: Promise<{ ok: boolean }>) => expect((await done).ok).toBe(true);
const setTask = (taskId: string, set: Partial<typeof tasks.$inferInsert>) =>
  transact((tx) => tx.update(tasks).set(set).where(eq(tasks.id, taskId)));

async function handIn(at: Ladder, taskId: string, day: string) {
  await prove(at, taskId, morning(day));
  const act = { taskId, actor: at.doer, now: morning(day), statement: "Đã xong" };
  await must(transact((tx) => submitTask(tx, act)));
}
const accept = (at: Ladder, taskId: string, day: string) =>
  must(
    transact((tx) => acceptTask(tx, { taskId, actor: at.appraiser, now: morning(day), basically: false, reason: "" })),
  );

// The focal point by the register and the one by her account have two addresses: two people to the system.
const doers = ["Giám Đốc", "Lê Thị Mai", "Lê Thị Mai"];

test("a task that runs late is told to doer and head, then to the committee of the province, then to the steering committee", async () => {
  const at = await makeLadder();
  await makeTask(at, { title: "Sổ sức khỏe điện tử", dueOn: "2025-09-14" }); // a Sunday
  // Baits: done late, cancelled, a draft, handed in late and waiting.
  const done = await makeTask(at, { title: "Đã xong muộn", dueOn: "2025-09-02" });
  await handIn(at, done, "2025-09-05");
  await accept(at, done, "2025-09-08");
  const cancelled = await makeTask(at, { title: "Đã hủy", dueOn: "2025-09-02" });
  await must(
    transact((tx) =>
      cancelTask(tx, { taskId: cancelled, actor: at.organizer, now: morning("2025-09-03"), reason: "Trùng" }),
    ),
  );
  await makeTask(at, { title: "Còn nháp", dueOn: "2025-09-02", draft: true });
  await transact((tx) => tx.insert(holidays).values({ day: "2025-09-16", kind: "off", name: "Nghỉ bù" }));

  const days: [string, string[]][] = [];
  for (let date = 11; date <= 24; date += 1) {
    const day = `2025-09-${date}`;
    days.push([day, await digestsAt(morning(day))]);
  }
  expect(days).toEqual([
    ["2025-09-11", doers], // due in three days
    ["2025-09-12", doers],
    ["2025-09-13", []], // Saturday
    ["2025-09-14", []],
    ["2025-09-15", doers], // one day late
    ["2025-09-16", []], // a holiday
    ["2025-09-17", ["Chủ Tịch", ...doers]], // three days late
    ["2025-09-18", doers], // the committee has been told
    ["2025-09-19", doers],
    ["2025-09-20", []],
    ["2025-09-21", []], // seven days late, on a Sunday
    ["2025-09-22", [...doers, "Trưởng Ban"]],
    ["2025-09-23", doers],
    ["2025-09-24", doers],
  ]);
  const { subject, text } = await lastLetterTo("Trưởng Ban");
  expect(subject).toBe("1 nhiệm vụ quá hạn");
  expect(text).toContain("Kính gửi: Ông/Bà Trưởng Ban Chỉ đạo Trưởng Ban");
  expect(text).toContain("Thời hạn: 14/09/2025 · Quá hạn 8 ngày");
  for (const bait of ["Đã xong muộn", "Đã hủy", "Còn nháp"]) expect(text).not.toContain(bait);
});

test("a second run, a run beside it and a clock set back write no second letter of the day", async () => {
  const at = await makeLadder();
  await makeTask(at, { dueOn: "2025-09-14" });
  const monday = morning("2025-09-15");
  const both = await Promise.all([enqueueDueDigests(monday), enqueueDueDigests(monday)]);
  expect(both[0] + both[1]).toBe(3);
  expect(await enqueueDueDigests(monday)).toBe(0);
  expect(await enqueueDueDigests(morning("2025-09-15", "23:59"))).toBe(0);
  await enqueueDueDigests(morning("2025-09-16"));
  expect(await enqueueDueDigests(monday)).toBe(0);
  const rows = await read.select({ key: letters.key, sendBy: letters.sendBy }).from(letters);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(6);
  expect(rows.find(({ key }) => key.endsWith(":2025-09-15"))?.sendBy).toEqual(morning("2025-09-16", "00:00"));
});

test("a deadline that moves starts the ladder anew; one that is met ends it", async () => {
  const at = await makeLadder();
  const taskId = await makeTask(at, { dueOn: "2025-09-12" });
  expect(await digestsAt(morning("2025-09-15"))).toEqual(["Chủ Tịch", ...doers]); // three days late
  await setTask(taskId, { dueOn: "2025-09-19" });
  expect(await digestsAt(morning("2025-09-16"))).toEqual(doers); // due in three days
  expect(await digestsAt(morning("2025-09-22"))).toEqual(["Chủ Tịch", ...doers]);
  await handIn(at, taskId, "2025-09-22");
  expect(await digestsAt(morning("2025-09-23"))).toEqual(["Trần Văn Phòng"]);
  expect((await lastLetterTo("Trần Văn Phòng")).subject).toBe("1 nhiệm vụ chờ Ông/Bà duyệt");
  await accept(at, taskId, "2025-09-23");
  for (const day of ["2025-09-24", "2025-09-29", "2025-09-30"]) expect(await digestsAt(morning(day))).toEqual([]);
  const told = await read.select({ occasion: taskNotices.occasion, email: taskNotices.email }).from(taskNotices);
  expect(
    told
      .filter(({ email }) => email === "chu.tich@lamgiang.example")
      .map(({ occasion }) => occasion)
      .sort(),
  ).toEqual(["level:3:2025-09-12", "level:3:2025-09-19"]);
});

test("who wants nothing gets the levels all the same, each once, and nothing else", async () => {
  const at = await makeLadder();
  const head = { email: "giam.doc@lamgiang.example" };
  await transact((tx) => wishDigest(tx, { actor: head, hour: 9, off: true }));
  await makeTask(at, { dueOn: "2025-09-14" });
  expect(await digestsAt(morning("2025-09-12"))).not.toContain("Giám Đốc");
  expect(await digestsAt(morning("2025-09-15"))).not.toContain("Giám Đốc"); // 08:00
  expect(await digestsAt(morning("2025-09-15", "09:00"))).toEqual(["Giám Đốc"]);
  expect(await digestsAt(morning("2025-09-16", "09:00"))).not.toContain("Giám Đốc");
});

test("the letter comes at the hour wished, and what happens after it waits for the next working day", async () => {
  const at = await makeLadder();
  const friday = "2025-09-12";
  const taskId = await makeTask(at, { dueOn: "2025-10-30", at: morning(friday, "10:00") });
  expect(await digestsAt(morning(friday, "10:30"))).toEqual([]);
  expect(await digestsAt(morning("2025-09-15", "06:59"))).toEqual([]);
  expect(await digestsAt(morning("2025-09-15", "07:00"))).toEqual(doers);
  expect((await lastLetterTo("Giám Đốc")).subject).toBe("1 nhiệm vụ mới giao");
  expect(await digestsAt(morning("2025-09-16"))).toEqual([]);
  await handIn(at, taskId, "2025-09-16");
  const back = { taskId, actor: at.appraiser, now: morning("2025-09-16", "09:00"), reason: "Thiếu số liệu\nquý II" };
  await must(transact((tx) => returnTask(tx, back)));
  expect(await digestsAt(morning("2025-09-16", "09:30"))).toEqual([]);
  expect(await digestsAt(morning("2025-09-17"))).toEqual(doers);
  const { subject, text } = await lastLetterTo("Giám Đốc");
  expect(subject).toBe("1 nhiệm vụ bị trả lại");
  expect(text).toContain("Lý do trả lại: Thiếu số liệu\n   quý II");
  expect(await digestsAt(morning("2025-09-18"))).toEqual([]);
});

test("working days of waiting are counted for the appraiser until a decision", async () => {
  const at = await makeLadder();
  const taskId = await makeTask(at, { dueOn: "2025-10-30" });
  await handIn(at, taskId, "2025-09-11");
  expect(await digestsAt(morning("2025-09-12"))).toEqual(["Trần Văn Phòng"]);
  expect(await digestsAt(morning("2025-09-16"))).toEqual(["Trần Văn Phòng"]);
  expect((await lastLetterTo("Trần Văn Phòng")).text).toContain("Chờ duyệt đã 3 ngày làm việc");
});

test("an account says the language; a closed account gets nothing, a head without an account does", async () => {
  const at = await makeLadder();
  await makeTask(at, { dueOn: "2025-09-14" });
  const account = (set: Partial<typeof users.$inferInsert>) =>
    transact((tx) => tx.update(users).set(set).where(eq(users.id, at.doer.userId)));
  await account({ locale: "en", name: "Mai in English" });
  expect(await digestsAt(morning("2025-09-15"))).toEqual(["Giám Đốc", "Lê Thị Mai", "Mai in English"]);
  expect((await lastLetterTo("Mai in English")).subject).toBe("1 task overdue");
  expect((await lastLetterTo("Giám Đốc")).subject).toBe("1 nhiệm vụ quá hạn");
  await account({ disabledAt: morning("2025-09-15") });
  expect(await digestsAt(morning("2025-09-16"))).toEqual(["Giám Đốc", "Lê Thị Mai"]);
});

test("parts escalate, not the whole above them; groups and plans without a steering committee stay quiet", async () => {
  const at = await makeLadder();
  const whole = await makeTask(at, { title: "Cả gói", dueOn: "2025-09-05" });
  await makeTask(at, { title: "Một phần", dueOn: "2025-10-30", parentId: whole });
  await transact((tx) => tx.update(organization).set({ unitId: at.committee.id, steeringUnitId: null }));
  expect(await digestsAt(morning("2025-09-15"))).toEqual(doers); // ten days late, told to its doers only
  await makeHolder(at.health.id, "Phó Giám Đốc", { duty: "deputy" });
  await makeTask(at, { title: "Không ai chỉ đạo", dueOn: "2025-09-08" });
  expect(await digestsAt(morning("2025-09-16"))).toEqual(["Chủ Tịch", ...doers]);
});

test("nothing leaves before the installation is set up, and long lists are cut at thirty with a link to the rest", async () => {
  expect(await enqueueDueDigests(morning("2025-09-15"))).toBe(0);
  const at = await makeLadder();
  for (let n = 1; n <= 33; n += 1) await makeTask(at, { code: `B${n}`, title: `Việc số ${n}`, dueOn: "2025-09-14" });
  await digestsAt(morning("2025-09-15"));
  const { subject, text, html } = await lastLetterTo("Giám Đốc");
  expect(subject).toBe("33 nhiệm vụ quá hạn");
  expect(text).toContain("30. B30 Việc số 30");
  expect(text).not.toContain("Việc số 31");
  expect(text).toMatch(/Còn 3 nhiệm vụ nữa, xem danh sách đầy đủ:\nhttp[^\s]*\/tasks\?only=late/);
  expect(html.length).toBeLessThan(100_000);
  const told = await read.select().from(taskNotices).where(eq(taskNotices.email, "giam.doc@lamgiang.example"));
  expect(told.filter(({ occasion }) => occasion.startsWith("level:1:"))).toHaveLength(33);
});
