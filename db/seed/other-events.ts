import { finishEvent, openEvent, startEvent } from "../../app/features/events/writes.server";
import { attendance } from "./attendance";
import { answerAll, delegateList, guestsOf, invite, takeOver } from "./guests";
import { inSentence, makeEvent, must, type Postman, type Stage } from "./occasions";

/** The smaller events: E2, E3, E5 with its visit, E6, E7, and the conference of two years before with its 21 districts. */
export async function seedOthers(stage: Stage, postman: Postman, today: Date): Promise<void> {
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
