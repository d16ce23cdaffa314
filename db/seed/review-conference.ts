import { and, eq, inArray } from "drizzle-orm";
import { noteLineTests } from "../../app/features/events/programme/writes.server";
import { pointsOf } from "../../app/features/events/reads.server";
import { closeList, finishEvent, openEvent, startEvent } from "../../app/features/events/writes.server";
import type { Wish } from "../../app/features/participants/answer/writes.server";
import { markBounced } from "../../app/features/participants/writes.server";
import { enqueueDueReminders } from "../../app/features/reminders/jobs.server";
import { read, transact } from "../client.server";
import { participants } from "../schema.server";
import { agenda, attendance, declineReasons } from "./attendance";
import { answerAll, delegateList, guestsOf, invite, takeOver } from "./guests";
import type { SeedPerson } from "./names";
import { makeEvent, must, type Postman, type Stage } from "./occasions";

/** E1, the review conference and launch: its table of answers exact, four refused addresses among the silent, one change of mind. */
export async function seedReviewConference(stage: Stage, postman: Postman): Promise<string> {
  const { at } = stage.calendar;
  const eventId = await makeEvent(stage, {
    now: at("2025-09-03", "09:00"),
    content: {
      campaignId: stage.campaigns.main,
      kind: "review-conference",
      title: {
        vi: "Hội nghị sơ kết và phát động Ngày Chuyển đổi số",
        en: "Review conference and launch of Digital Transformation Day",
        ar: "مؤتمر المراجعة وإطلاق يوم التحول الرقمي",
        hi: "समीक्षा सम्मेलन एवं डिजिटल परिवर्तन दिवस का शुभारंभ",
      },
      startsAt: at("2025-09-22", "14:00"),
      endsAt: at("2025-09-22", "16:40"),
      replyBy: at("2025-09-19", "17:00"),
      invitationNumber: "145/GM-UBND",
      composition: "Lãnh đạo các sở, ban, ngành; lãnh đạo, đầu mối chuyển đổi số các xã, phường, đặc khu",
      note: "Đại biểu dự tại điểm cầu ghi trong giấy mời và có mặt trước 15 phút.",
    },
    chairs: [
      { fullName: "Nguyễn Đức Lam", position: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh" },
      { fullName: "Lê Hồng Giang", position: "Phó Chủ tịch UBND tỉnh" },
      { fullName: "Trần Quốc Bến", position: "Giám đốc Sở Khoa học và Công nghệ" },
    ],
    items: agenda,
    points: "all",
  });
  await must("open", (tx) => openEvent(tx, { eventId, actor: stage.organizer, now: at("2025-09-05", "08:30") }));
  await takeOver(stage, eventId, delegateList(stage.people), at("2025-09-08", "10:00"));
  await invite(stage, eventId, at("2025-09-10", "09:00"));
  const fates = await answerByTable(stage, eventId);
  await postman.deliverDue(at("2025-09-10", "09:05"));
  await noteBounces(eventId, fates.silent.slice(0, 4), at("2025-09-10", "09:06"));
  // Answers come in over nine days; the last of them, a "no", had been a "yes" before the reminder.
  const changed = fates.answers.at(-1);
  if (changed) await answerAll([{ guestId: changed.guestId, wish: { answer: "yes" }, now: at("2025-09-15", "15:00") }]);
  const first = at("2025-09-10", "09:30").getTime();
  await answerAll(fates.answers.map((fate, n) => ({ ...fate, now: new Date(first + n * 26 * 60_000) })));
  for (const day of ["2025-09-12", "2025-09-16", "2025-09-18", "2025-09-21"]) {
    await enqueueDueReminders(at(day, "08:00"));
    await postman.deliverDue(at(day, "08:02"));
  }
  await noteLines(stage, eventId);
  const act = { eventId, actor: stage.organizer };
  await must("close", (tx) => closeList(tx, { ...act, now: at("2025-09-20", "17:00") }));
  await postman.deliverDue(at("2025-09-22", "13:30"));
  await must("start", (tx) => startEvent(tx, { ...act, now: at("2025-09-22", "14:00") }));
  await must("finish", (tx) => finishEvent(tx, { ...act, now: at("2025-09-22", "16:45") }));
  return eventId;
}

interface Fates {
  answers: { guestId: string; wish: Wish }[];
  silent: string[];
}

async function answerByTable(stage: Stage, eventId: string): Promise<Fates> {
  const points = await pointsOf(read, { eventId });
  const guests = await guestsOf(eventId);
  const fates: Fates = { answers: [], silent: [] };
  let refusals = 0;
  for (const [name, , yes, substitute, no] of attendance) {
    const pointId = points.find((point) => point.name === name)?.id;
    // Who has no address cannot be silent to a letter: such people are put first, their unit confirms for them.
    const here = guests
      .filter((guest) => guest.pointId === pointId)
      .sort((a, b) => Number(a.email !== null) - Number(b.email !== null));
    for (const [n, guest] of here.entries()) {
      const guestId = guest.id;
      if (n < yes) fates.answers.push({ guestId, wish: { answer: "yes" } });
      else if (n < yes + substitute) {
        const person = stage.people.next().value as SeedPerson;
        fates.answers.push({
          guestId,
          wish: {
            answer: "substitute",
            substitute: { name: person.name, position: "Phó Trưởng phòng", email: person.email, phone: "" },
          },
        });
      } else if (n < yes + substitute + no)
        fates.answers.push({
          guestId,
          wish: { answer: "no", reason: declineReasons[refusals++ % declineReasons.length] as string },
        });
      else fates.silent.push(guestId);
    }
  }
  // Spread over the points instead of one point after the other; a "no" comes last.
  const lastNo = fates.answers.findIndex(({ wish }) => wish.answer === "no");
  const [changed] = fates.answers.splice(lastNo, 1);
  fates.answers = fates.answers
    .map((fate, n) => ({ fate, n: (n * 37) % 457 }))
    .sort((a, b) => a.n - b.n)
    .map(({ fate }) => fate);
  if (changed) fates.answers.push(changed);
  return fates;
}

async function noteBounces(eventId: string, guestIds: string[], now: Date): Promise<void> {
  const refused = await read
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.eventId, eventId), inArray(participants.id, guestIds)));
  for (const { id } of refused)
    await transact((tx) => markBounced(tx, { participantId: id, reason: "550 5.1.1 Hộp thư không tồn tại", now }));
}

async function noteLines(stage: Stage, eventId: string): Promise<void> {
  const points = await pointsOf(read, { eventId });
  const ids = (line: (typeof attendance)[number][6]) =>
    points.filter((point) => attendance.find(([name]) => name === point.name)?.[6] === line).map((point) => point.id);
  const test = (pointIds: string[], result: "passed" | "failed" | "backup", note: string, day: string) =>
    must("line test", (tx) =>
      noteLineTests(tx, {
        eventId,
        pointIds,
        result,
        note,
        actor: stage.organizer,
        now: stage.calendar.at(day, "15:00"),
      }),
    );
  await test(ids("passed"), "passed", "", "2025-09-15");
  await test(ids("retried"), "failed", "Mất tiếng, đã thay đường truyền", "2025-09-15");
  await test(ids("retried"), "passed", "Thử lại đạt", "2025-09-17");
  await test(ids("backup"), "backup", "Dùng dự phòng 4G", "2025-09-15");
}
