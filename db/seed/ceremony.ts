import { openEvent, postponeEvent } from "../../app/features/events/writes.server";
import type { Wish } from "../../app/features/participants/answer/writes.server";
import { writeMailing } from "../../app/features/participants/invitation/jobs.server";
import { tellGuestsEventMoved } from "../../app/features/participants/invitation/writes.server";
import { enqueueDueReminders } from "../../app/features/reminders/jobs.server";
import { transact } from "../client.server";
import { declineReasons } from "./attendance";
import { answerAll, delegateList, guestsOf, invite, takeOver } from "./guests";
import { makeEvent, must, type Postman, type Stage } from "./occasions";

/** E4, the ceremony: invited for the Day itself, then a storm came. People answer for the new date. */
export async function seedCeremony(stage: Stage, postman: Postman): Promise<string> {
  const { at } = stage.calendar;
  const eventId = await makeEvent(stage, {
    now: at("2025-09-24", "09:00"),
    content: {
      campaignId: stage.campaigns.main,
      kind: "ceremony",
      title: {
        vi: "Lễ kỷ niệm và tôn vinh Ngày Chuyển đổi số quốc gia",
        en: "Ceremony and honours of National Digital Transformation Day",
        ar: "حفل اليوم الوطني للتحول الرقمي وتكريم المتميزين",
        hi: "राष्ट्रीय डिजिटल परिवर्तन दिवस समारोह एवं सम्मान",
      },
      startsAt: at("2025-10-10", "08:00"),
      endsAt: at("2025-10-10", "10:30"),
      replyBy: at("2025-10-08", "17:00"),
      invitationNumber: "168/GM-UBND",
      composition: "Lãnh đạo tỉnh, các sở, ban, ngành; tập thể, cá nhân được tôn vinh",
    },
    chairs: [{ fullName: "Nguyễn Đức Lam", position: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh" }],
    points: "all",
  });
  const act = { eventId, actor: stage.organizer };
  await must("open", (tx) => openEvent(tx, { ...act, now: at("2025-09-25", "08:00") }));
  await takeOver(stage, eventId, delegateList(stage.people), at("2025-09-25", "14:00"));
  await invite(stage, eventId, at("2025-09-26", "09:00"));
  await postman.deliverDue(at("2025-09-26", "09:05"));
  const first = at("2025-09-26", "10:00").getTime();
  const wishOf = (n: number): Wish =>
    n % 19 === 7 ? { answer: "no", reason: declineReasons[n % declineReasons.length] as string } : { answer: "yes" };
  const guests = (await guestsOf(eventId)).map((guest, n) => ({
    guestId: guest.id,
    wish: wishOf(n),
    now: new Date(first + n * 20 * 60_000),
  }));
  await answerAll(guests.filter((_, n) => n % 5 < 3));
  await enqueueDueReminders(at("2025-10-01", "08:00"));
  await postman.deliverDue(at("2025-10-03", "18:00"));
  const now = at("2025-10-05", "16:00");
  const moved = await transact(async (tx) => {
    const done = await postponeEvent(tx, {
      ...act,
      newStartsAt: at("2025-10-17", "08:00"),
      newEndsAt: at("2025-10-17", "10:30"),
      newReplyBy: at("2025-10-15", "17:00"),
      reason: "Bão vào đất liền, các địa phương tập trung phòng, chống thiên tai",
      now,
    });
    return done.ok
      ? {
          ok: true as const,
          ...(await tellGuestsEventMoved(tx, { eventId, moveId: done.moveId, actor: stage.organizer, now })),
        }
      : done;
  });
  if (!moved.ok) throw new Error(moved.reason);
  await writeMailing({ mailingId: moved.mailingId, now, patience: Number.POSITIVE_INFINITY });
  await postman.deliverDue(at("2025-10-05", "16:05"));
  return eventId;
}
