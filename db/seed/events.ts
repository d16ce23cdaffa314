import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "../../app/features/accounts/rules";
import { setAgenda, setChairs, addPoints, noteLineTests } from "../../app/features/events/programme/writes.server";
import { pointsOf } from "../../app/features/events/reads.server";
import {
  closeList,
  createEvent,
  type EventContent,
  finishEvent,
  openEvent,
  postponeEvent,
  startEvent,
} from "../../app/features/events/writes.server";
import { openPostman } from "../../app/features/outbox/jobs.server";
import { answerInvitation, type Wish } from "../../app/features/participants/answer/writes.server";
import { writeMailing } from "../../app/features/participants/invitation/jobs.server";
import { startInvitations, tellGuestsEventMoved } from "../../app/features/participants/invitation/writes.server";
import { guessColumns } from "../../app/features/participants/list/columns.rules";
import { planImport } from "../../app/features/participants/list/rules";
import { markBounced, takeOverList } from "../../app/features/participants/writes.server";
import { enqueueDueReminders } from "../../app/features/reminders/jobs.server";
import { read, transact } from "../client.server";
import { newId } from "../dialect/ids";
import { participants } from "../schema.server";
import { agenda, attendance, composition, declineReasons } from "./attendance";
import { type StoryCalendar, zone } from "./calendar";
import type { SeedCampaigns } from "./campaigns";
import type { SeedPerson } from "./names";
import type { SeedUnits } from "./units";

export interface Stage {
  calendar: StoryCalendar;
  units: SeedUnits;
  campaigns: SeedCampaigns;
  organizer: Actor;
  people: Generator<SeedPerson>;
}

type Postman = Awaited<ReturnType<typeof openPostman>>;

/** Does one thing in one transaction and insists that it was not refused. */
async function must<T extends { ok: boolean }>(
  what: string,
  work: Parameters<typeof transact<T>>[0],
): Promise<Extract<T, { ok: true }>> {
  const done = await transact(work);
  if (!done.ok) throw new Error(`${what}: ${JSON.stringify(done)}`);
  return done as Extract<T, { ok: true }>;
}

interface Occasion {
  content: Omit<EventContent, "hostUnitId"> & { hostUnitId?: string };
  now: Date;
  chairs?: { fullName: string; position: string }[];
  items?: typeof agenda;
  /** "all": the main venue and the 21 communes; a number: so many communes, in person. */
  points: "all" | { name: string; address?: string; unitId?: string; capacity?: number }[];
}

/** An event with its places, open for answers. */
async function makeEvent(stage: Stage, { content, now, chairs, items, points }: Occasion): Promise<string> {
  const by = { actor: stage.organizer, now };
  const skhcn = stage.units.byCode.get("SKHCN") as string;
  const made = await must(content.title.vi, (tx) =>
    createEvent(tx, {
      hostUnitId: skhcn,
      isPublic: true,
      contactName: "Văn phòng Sở Khoa học và Công nghệ",
      contactEmail: "vanphong.skhcn@lamgiang.example",
      ...content,
      zone,
      ...by,
    }),
  );
  const { eventId } = made;
  const places =
    points === "all"
      ? attendance.map(([name, invited], n) => ({
          name,
          isMain: n === 0,
          unitId: n === 0 ? (stage.units.byCode.get("UBND") as string) : (stage.units.communes[n - 1] as string),
          address: n === 0 ? "Hội trường UBND tỉnh, số 1 đường Lê Lợi" : `Hội trường UBND ${inSentence(name)}`,
          way: n === 0 ? "Vào cổng chính, gửi xe tại sân sau" : "",
          meetingUrl: n === 0 ? "" : "https://hop.lamgiang.example/hoi-nghi",
          capacity: n === 0 ? 120 : Math.ceil((invited + 6) / 10) * 10,
          contactName: n === 0 ? "Trung tâm Công nghệ thông tin" : "Bộ phận kỹ thuật điểm cầu",
        }))
      : points.map((point, n) => ({ ...point, isMain: n === 0 }));
  await must("points", (tx) => addPoints(tx, { eventId, points: places, ...by }));
  if (chairs) await must("chairs", (tx) => setChairs(tx, { eventId, chairs, ...by }));
  if (items)
    await must("agenda", (tx) =>
      setAgenda(tx, { eventId, items: items.map(([title, speaker, minutes]) => ({ title, speaker, minutes })), ...by }),
    );
  return eventId;
}

/** "Phường Bến Lam" as it stands after another word: only the kind of unit loses its capital. */
const inSentence = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** The delegates of a conference as a list: one row a person, by point, as an office would write it. */
export function delegateList(people: Generator<SeedPerson>): string[][] {
  const rows = [["Họ và tên", "Chức vụ", "Đơn vị", "Điểm cầu", "Thư điện tử"]];
  let noAddress = 3;
  for (const [name, invited] of attendance)
    for (let n = 0; n < invited; n += 1) {
      const person = people.next().value as SeedPerson;
      const role = composition[n % composition.length] as string;
      const isLast = n === invited - 1;
      const email = isLast && name !== "Điểm cầu chính" && noAddress-- > 0 ? "" : person.email;
      rows.push([
        person.name,
        name === "Điểm cầu chính" ? mainRole(n) : role,
        name === "Điểm cầu chính" ? "UBND tỉnh Lam Giang" : `UBND ${inSentence(name)}`,
        name,
        email,
      ]);
    }
  return rows;
}

const mainRole = (n: number): string =>
  [
    "Phó Chủ tịch UBND tỉnh",
    "Giám đốc Sở",
    "Phó Giám đốc Sở",
    "Chánh Văn phòng",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Chuyên viên",
    "Phóng viên",
  ][Math.min(n, n % 8)] as string;

/** Takes a list over the way the import page does. */
async function takeOver(stage: Stage, eventId: string, rows: string[][], now: Date): Promise<void> {
  const points = (await pointsOf(read, { eventId })).map(({ id, name, isMain }) => ({ id, name, isMain }));
  const { mapping } = guessColumns(rows[0] as string[], rows.slice(1, 30));
  const plan = planImport({ rows, mapping, known: [], points });
  const unitOf = new Map((await pointsOf(read, { eventId })).map((point) => [point.id, point.unitId]));
  await must("list", (tx) =>
    takeOverList(tx, {
      eventId,
      importId: newId(),
      plan,
      unitOf: (person) => unitOf.get(person.pointId) ?? null,
      actor: stage.organizer,
      now,
    }),
  );
}

async function invite(stage: Stage, eventId: string, now: Date): Promise<void> {
  const { mailingId } = await must("invite", (tx) => startInvitations(tx, { eventId, actor: stage.organizer, now }));
  await writeMailing({ mailingId, now, patience: Number.POSITIVE_INFINITY });
}

const guestsOf = (eventId: string) =>
  read
    .select()
    .from(participants)
    .where(and(eq(participants.eventId, eventId), isNull(participants.standsInForId), isNull(participants.withdrawnAt)))
    .orderBy(participants.createdAt, participants.id);

interface Given {
  guestId: string;
  wish: Wish;
  now: Date;
}

/** Answers in their order, many to a transaction: a commit for each would take most of the demo's start. */
async function answerAll(given: Given[]): Promise<void> {
  for (let at = 0; at < given.length; at += 60)
    await transact(async (tx) => {
      for (const { guestId, wish, now } of given.slice(at, at + 60)) {
        const done = await answerInvitation(tx, { participantId: guestId, wish, via: "link", now });
        if (!done.ok) throw new Error(`answer: ${done.reason}`);
      }
    });
}

/** E1, the review conference and launch: its table of answers exact, four refused addresses among the silent, one change of mind. */
async function seedReviewConference(stage: Stage, postman: Postman): Promise<string> {
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

/** E4, the ceremony: invited for the Day itself, then a storm came. People answer for the new date. */
async function seedCeremony(stage: Stage, postman: Postman): Promise<string> {
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

/** The smaller events: E2, E3, E5 with its visit, E6, E7, and the conference of two years before with its 21 districts. */
async function seedOthers(stage: Stage, postman: Postman, today: Date): Promise<void> {
  const { at } = stage.calendar;
  const main = stage.campaigns.main;
  const communes = stage.units.communes;
  const act = (eventId: string, now: Date) => ({ eventId, actor: stage.organizer, now });
  const runThrough = async (eventId: string, opened: Date, startsAt: Date, endsAt: Date) => {
    await must("open", (tx) => openEvent(tx, act(eventId, opened)));
    if (endsAt > today) return;
    await must("start", (tx) => startEvent(tx, act(eventId, startsAt)));
    await must("finish", (tx) => finishEvent(tx, act(eventId, endsAt)));
  };
  const ward = communes[0] as string;
  const setOut = await makeEvent(stage, {
    now: at("2025-08-28", "09:00"),
    content: {
      campaignId: stage.campaigns.ward,
      hostUnitId: ward,
      kind: "launch",
      title: {
        vi: "Lễ ra quân 45 ngày đêm, phường Bến Lam",
        en: "Launching ceremony of the 45 days and nights, Ben Lam Ward",
        ar: "حفل انطلاق حملة 45 يومًا وليلة، حي بين لام",
        hi: "45 दिन-रात अभियान का शुभारंभ, बेन लाम वार्ड",
      },
      startsAt: at("2025-09-08", "07:30"),
      endsAt: at("2025-09-08", "09:00"),
    },
    points: [{ name: "Hội trường phường Bến Lam", address: "Trụ sở UBND phường Bến Lam", unitId: ward, capacity: 150 }],
  });
  await runThrough(setOut, at("2025-09-01", "08:00"), at("2025-09-08", "07:30"), at("2025-09-08", "09:00"));
  const visit = await makeEvent(stage, {
    now: at("2025-08-28", "09:30"),
    content: {
      campaignId: stage.campaigns.ward,
      parentId: setOut,
      hostUnitId: ward,
      kind: "site-visit",
      title: {
        vi: "Thăm điểm phục vụ hành chính công phường Bến Lam",
        en: "Visit to the service point of Ben Lam Ward",
        ar: "زيارة نقطة الخدمة العامة في حي بين لام",
        hi: "बेन लाम वार्ड सेवा केंद्र का भ्रमण",
      },
      startsAt: at("2025-09-08", "09:15"),
      endsAt: at("2025-09-08", "10:30"),
      isPublic: false,
    },
    points: [{ name: "Điểm phục vụ hành chính công phường Bến Lam", unitId: ward }],
  });
  await runThrough(visit, at("2025-09-01", "08:00"), at("2025-09-08", "09:15"), at("2025-09-08", "10:30"));
  const festival = await makeEvent(stage, {
    now: at("2025-09-15", "09:00"),
    content: {
      campaignId: main,
      kind: "festival",
      title: {
        vi: "Ngày hội toàn dân học tập số",
        en: "Festival of digital learning for all",
        ar: "مهرجان التعلم الرقمي للجميع",
        hi: "सबके लिए डिजिटल शिक्षा उत्सव",
      },
      startsAt: at("2025-10-04", "08:00"),
      endsAt: at("2025-10-04", "17:00"),
    },
    points: attendance
      .slice(1, 7)
      .map(([name], n) => ({ name, unitId: communes[n] as string, address: `Nhà văn hóa ${inSentence(name)}` })),
  });
  await runThrough(festival, at("2025-09-16", "08:00"), at("2025-10-04", "08:00"), at("2025-10-04", "17:00"));
  const seminar = await makeEvent(stage, {
    now: at("2025-09-20", "09:00"),
    content: {
      campaignId: main,
      kind: "seminar",
      title: {
        vi: "Tọa đàm chia sẻ kinh nghiệm chuyển đổi số cấp xã",
        en: "Seminar: digital transformation at commune level",
        ar: "ندوة تبادل الخبرات على مستوى البلديات",
        hi: "कम्यून स्तर पर अनुभव साझा संगोष्ठी",
      },
      startsAt: at("2025-10-21", "14:00"),
      endsAt: at("2025-10-21", "16:30"),
      replyBy: at("2025-10-18", "17:00"),
      guestsChoosePoint: true,
      note: "Trên trang trả lời có thể chọn điểm cầu thuận tiện.",
    },
    points: "all",
  });
  await must("open", (tx) => openEvent(tx, act(seminar, at("2025-09-22", "08:00"))));
  await takeOver(
    stage,
    seminar,
    delegateList(stage.people).filter((_, n) => n === 0 || n % 11 === 3),
    at("2025-09-29", "10:00"),
  );
  await invite(stage, seminar, at("2025-09-30", "09:00"));
  await postman.deliverDue(at("2025-09-30", "09:05"));
  const consultation = await makeEvent(stage, {
    now: at("2025-09-28", "09:00"),
    content: {
      campaignId: main,
      kind: "consultation",
      title: {
        vi: "Hội nghị góp ý dự thảo đề án 2026–2030",
        en: "Consultation on the draft scheme 2026–2030",
        ar: "مؤتمر إبداء الرأي في مشروع 2026–2030",
        hi: "मसौदा योजना 2026–2030 पर परामर्श",
      },
      startsAt: at("2025-10-24", "08:00"),
      endsAt: at("2025-10-24", "11:30"),
      replyBy: at("2025-10-21", "17:00"),
      isPublic: false,
    },
    points: [{ name: "Phòng họp số 2, Sở Khoa học và Công nghệ", address: "Số 12 đường Trần Phú", capacity: 20 }],
  });
  await must("open", (tx) => openEvent(tx, act(consultation, at("2025-09-29", "08:00"))));
  const room = "Phòng họp số 2, Sở Khoa học và Công nghệ";
  await takeOver(
    stage,
    consultation,
    delegateList(stage.people)
      .slice(0, 26)
      .map((row, n) => (n === 0 ? row : ([row[0], row[1], row[2], room, row[4]] as string[]))),
    at("2025-09-29", "11:00"),
  );
  await invite(stage, consultation, at("2025-10-01", "09:00"));
  await postman.deliverDue(at("2025-10-01", "09:05"));
  const first = at("2025-10-01", "10:00").getTime();
  const asked = (await guestsOf(consultation)).slice(0, 17);
  await answerAll(
    asked.map((guest, n) => ({ guestId: guest.id, wish: { answer: "yes" }, now: new Date(first + n * 3_600_000) })),
  );
  await postman.deliverDue(at("2025-10-05", "20:00"));
  await makeEvent(stage, {
    now: at("2025-10-02", "09:00"),
    content: {
      campaignId: main,
      kind: "review-conference",
      title: {
        vi: "Hội nghị tổng kết, đánh giá năm",
        en: "Year-end review conference",
        ar: "مؤتمر المراجعة السنوية",
        hi: "वर्षांत समीक्षा सम्मेलन",
      },
      startsAt: at("2025-12-12", "08:00"),
      endsAt: at("2025-12-12", "11:00"),
      replyBy: at("2025-12-09", "17:00"),
    },
    points: "all",
  });
  const before = await makeEvent(stage, {
    now: at("2023-09-01", "09:00"),
    content: {
      campaignId: stage.campaigns.before,
      kind: "review-conference",
      title: {
        vi: "Hội nghị sơ kết 01 năm và phát động Ngày Chuyển đổi số",
        en: "One-year review and launch of the Day",
        ar: "مؤتمر مراجعة السنة الأولى وإطلاق اليوم",
        hi: "एक वर्ष की समीक्षा एवं दिवस का शुभारंभ",
      },
      startsAt: at("2023-09-21", "14:00"),
      endsAt: at("2023-09-21", "16:40"),
    },
    points: [
      { name: "Điểm cầu chính", address: "Hội trường UBND tỉnh" },
      ...Array.from({ length: 21 }, (_, n) => stage.units.byCode.get(`H${String(n + 1).padStart(2, "0")}`)).flatMap(
        (unitId, n) => [{ name: `Điểm cầu ${stageDistrict(n)}`, ...(unitId && { unitId }) }],
      ),
    ],
  });
  await runThrough(before, at("2023-09-05", "08:00"), at("2023-09-21", "14:00"), at("2023-09-21", "16:40"));
}

const stageDistrict = (n: number): string => districts[n] as string;
const districts = [
  "Thành phố Lam Giang",
  "Thị xã Cửa Giang",
  "Thị xã Đông Thạch",
  "Huyện Hòa Bình Đông",
  "Huyện Tây Hà",
  "Huyện Nam Lĩnh",
  "Huyện An Khê",
  "Huyện Bình Lãng",
  "Huyện Châu Phong",
  "Huyện Diễn Hà",
  "Huyện Đại Nghĩa",
  "Huyện Gia Lộc",
  "Huyện Hưng Đạo",
  "Huyện Kỳ Lâm",
  "Huyện Long Sơn",
  "Huyện Mường Hin",
  "Huyện Nghĩa Tân",
  "Huyện Phúc Trạch",
  "Huyện Quỳ Lâm",
  "Huyện Thanh Khê",
  "Huyện đảo Hòn Lam",
];

/** All events of the story up to `today`, told in the order in which they happened, with every letter that left. */
export async function seedEvents(stage: Stage, today: Date): Promise<{ conferenceId: string; ceremonyId: string }> {
  const postman = await openPostman({
    atOnce: 50,
    carrier: { send: async () => ({ ok: true, response: "250 kept in the built-in mailbox" }), close: () => undefined },
  });
  try {
    const conferenceId = await seedReviewConference(stage, postman);
    const ceremonyId = await seedCeremony(stage, postman);
    await seedOthers(stage, postman, today);
    return { conferenceId, ceremonyId };
  } finally {
    await postman.stop();
  }
}
