import type { Actor } from "../../app/features/accounts/rules";
import { declareConflicts } from "../../app/features/awards/conflicts/writes.server";
import { addPastHonour, revokeHonour } from "../../app/features/awards/honours/writes.server";
import { type CategoryRow, findRound } from "../../app/features/awards/rounds/reads.server";
import { criteriaOf } from "../../app/features/awards/scoring/reads.server";
import { saveScores, submitSheet } from "../../app/features/awards/scoring/writes.server";
import type { AwardForm, NomineeKind } from "../../app/features/awards/terms.rules";
import { planMeeting } from "../../app/features/awards/voting/writes.server";
import { transact, type Tx } from "../client.server";
import { seedRound, type Told } from "./award-round";
import type { StoryCalendar } from "./calendar";
import { dossiersOf, nominate, storePapers } from "./dossiers";
import { must } from "./must";
import { carryOnTheirDays } from "./post";
import type { SeedUnits } from "./units";

/** The awards of the story's year, while the council scores, and the honour roll of the year before. */
export async function seedAwards(told: Told, today: Date): Promise<void> {
  const { calendar, units, people } = told;
  await transact((tx) => seedRoll(tx, calendar, units));
  const { roundId, members } = await transact((tx) => seedRound(tx, told));
  const papers = await storePapers();
  const dossiers = dossiersOf(units, people);
  const qualified: { nominationId: string; category: CategoryRow; n: number }[] = [];
  await transact(async (tx) => {
    const round = await findRound(tx, { roundId });
    if (!round) throw new Error("no round");
    for (const [n, dossier] of dossiers.entries()) {
      const category = round.categories[dossier.category] as CategoryRow;
      const nominationId = await nominate(tx, { calendar, roundId, category, dossier, papers, n });
      if (nominationId) qualified.push({ nominationId, category, n });
    }
  });
  await scoreSome({ calendar, roundId, members, qualified });
  await transact((tx) => callCouncil(tx, calendar, roundId));
  await carryOnTheirDays(today);
}

/** The council is called to vote on the morning after the last score sheet is due. */
async function callCouncil(tx: Tx, calendar: StoryCalendar, roundId: string) {
  must(
    await planMeeting(tx, {
      ...{ roundId, actor: null, now: calendar.at("2025-10-03", "10:00") },
      title: `Phiên họp xét khen thưởng Ngày Chuyển đổi số quốc gia năm ${calendar.year}`,
      place: "Phòng họp số 1, trụ sở UBND tỉnh",
      startsAt: calendar.at("2025-10-14", "08:00"),
      note: "Thành viên vắng mặt gửi phiếu bằng văn bản trước giờ kiểm phiếu.",
      tellers: "",
    }),
  );
}

async function seedRoll(tx: Tx, calendar: StoryCalendar, units: SeedUnits) {
  const now = calendar.at("2025-08-20", "08:00");
  const year = calendar.year - 1;
  const decided = { year, decisionNumber: "2087/QĐ-UBND", decidedOn: calendar.day("2024-10-07"), actor: null, now };
  const past: [name: string, category: string, form: AwardForm, kind: NomineeKind, code: string, deed: string][] = [
    [
      "Xã Mường Hin",
      "Xã, phường tiêu biểu",
      "merit",
      "unit",
      "LG16",
      "Phổ cập kỹ năng số cho hội viên, tiểu thương và bà con vùng biên",
    ],
    [
      "Sở Y tế",
      "Cơ quan cấp tỉnh tiêu biểu",
      "merit",
      "unit",
      "SYT",
      "Triển khai sổ sức khỏe điện tử tại các trạm y tế",
    ],
    [
      "Nguyễn Thị Ngọc Ẩn",
      "Cá nhân tiêu biểu",
      "commendation",
      "individual",
      "SKHCN",
      "Xây dựng kho dữ liệu mở của tỉnh",
    ],
    ["Lò Văn Pọm", "Cá nhân tiêu biểu", "commendation", "individual", "LG16", "Đưa dịch vụ công trực tuyến về bản xa"],
    [
      "Bưu điện tỉnh",
      "Doanh nghiệp số",
      "merit",
      "enterprise",
      "BD",
      "Hỗ trợ nông dân bán hàng trên sàn thương mại điện tử",
    ],
  ];
  let last = "";
  for (const [name, category, form, kind, code, achievement] of past) {
    const unitName = kind === "individual" ? "Tỉnh Lam Giang" : "";
    const unitId = units.byCode.get(code) ?? null;
    last = must(
      await addPastHonour(tx, { ...decided, name, position: "", unitName, category, form, kind, achievement, unitId }),
    ).honourId;
  }
  const reason = "Kê khai thành tích không đúng";
  const on = calendar.day("2025-03-03");
  must(await revokeHonour(tx, { honourId: last, number: "412/QĐ-UBND", on, reason, actor: null, now }));
}

interface Scoring {
  calendar: StoryCalendar;
  roundId: string;
  members: Actor[];
  qualified: { nominationId: string; category: CategoryRow; n: number }[];
}

/** The communes are scored by everybody but the demo's own member; of the rest two members have begun, and nobody of what is still to be shared out. */
async function scoreSome({ calendar, roundId, members, qualified }: Scoring) {
  const now = calendar.at("2025-10-02", "14:00");
  for (const [seat, actor] of members.entries()) {
    await transact(async (tx) => {
      must(await declareConflicts(tx, { roundId, actor, now, conflicts: new Map() }));
      for (const { nominationId, category, n } of qualified) {
        if (category.judgesPerNomination !== null) continue;
        const communes = category.sort === 2;
        if (seat === 1 ? n % 7 !== 0 : !communes && seat > 2) continue;
        const strict = (seat % 4) * 0.5;
        const values = new Map(
          criteriaOf(category).map(({ id }, k) => [id, Math.max(5, 9 - ((n * 3 + k * 2 + seat) % 5) * 0.5 - strict)]),
        );
        const saved = await saveScores(tx, { roundId, nominationId, actor, now, values, version: 0 });
        // A conflict closes a dossier to its member, as it does on every page.
        if (saved.ok) must(await submitSheet(tx, { roundId, nominationId, actor, now, version: saved.version }));
      }
    });
  }
}
