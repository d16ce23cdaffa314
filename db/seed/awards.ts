import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { findAccount, findAccountByEmail } from "../../app/features/accounts/reads.server";
import type { Actor } from "../../app/features/accounts/rules";
import { grantRole, makeAccount } from "../../app/features/accounts/writes.server";
import { addPastHonour, revokeHonour } from "../../app/features/awards/honours/writes.server";
import {
  qualifyNomination,
  receiveNomination,
  refuseNomination,
  returnNomination,
  signNomination,
  submitNomination,
  withdrawNomination,
} from "../../app/features/awards/nominations/steps.writes.server";
import { addNominationFiles, saveText, startNomination } from "../../app/features/awards/nominations/writes.server";
import type { CategoryRow } from "../../app/features/awards/rounds/reads.server";
import { findRound } from "../../app/features/awards/rounds/reads.server";
import { createRound, publishRound } from "../../app/features/awards/rounds/writes.server";
import { grantLateException, setCalendar } from "../../app/features/awards/rounds/calendar.writes.server";
import { saveCategory } from "../../app/features/awards/categories/writes.server";
import { seatMember } from "../../app/features/awards/rounds/council.writes.server";
import { criteriaOf } from "../../app/features/awards/scoring/reads.server";
import { declareConflicts } from "../../app/features/awards/conflicts/writes.server";
import { saveScores, submitSheet } from "../../app/features/awards/scoring/writes.server";
import { planMeeting } from "../../app/features/awards/voting/writes.server";
import type { AwardForm, CouncilRole, FileKind, NomineeKind } from "../../app/features/awards/terms.rules";
import { transact, type Tx } from "../client.server";
import { incomingFile, storeFile } from "../file-store.server";
import type { StoryCalendar } from "./calendar";
import type { SeedCampaigns } from "./campaigns";
import type { SeedPerson } from "./names";
import { communeNames, type SeedUnits } from "./units";

interface Told {
  calendar: StoryCalendar;
  units: SeedUnits;
  campaigns: SeedCampaigns;
  /** The event at which the awards are handed over. */
  ceremonyId: string;
  people: Generator<SeedPerson>;
  administrator: { userId: string; name: string };
}

/** Code of the member's unit, role and title; the second is the council member of the demo's sign-in page. */
const council: [code: string, role: CouncilRole, title: string][] = [
  ["UBND", "chair", "Phó Chủ tịch UBND tỉnh, Chủ tịch Hội đồng"],
  ["SNV", "member", "Phó Giám đốc Sở Nội vụ"],
  ["HDTDKT", "vice-chair", "Phó Chủ tịch thường trực Hội đồng"],
  ["VPUBND", "secretary", "Phó Chánh Văn phòng UBND tỉnh"],
  ["STP", "member", "Giám đốc Sở Tư pháp"],
  ["MTTQ", "member", "Ủy viên Ủy ban MTTQ Việt Nam tỉnh"],
  ["LDLD", "member", "Phó Chủ tịch Liên đoàn Lao động tỉnh"],
  ["TD", "member", "Phó Bí thư Tỉnh đoàn"],
  ["HLHPN", "member", "Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh"],
];

const deeds = [
  "Số hóa toàn bộ hồ sơ thủ tục hành chính còn hiệu lực và trả kết quả điện tử đúng hạn",
  "Đưa nền tảng dữ liệu dùng chung vào điều hành, chia sẻ dữ liệu với các sở, ngành",
  "Hướng dẫn người dân dùng dịch vụ công trực tuyến tại nhà, trọng tâm là người cao tuổi",
  "Xây dựng mô hình điểm hỗ trợ dịch vụ số tại nhà văn hóa, mở cả buổi tối",
  "Phổ cập kỹ năng số cho hội viên, tiểu thương và bà con vùng biên",
  "Thanh toán không dùng tiền mặt tại chợ truyền thống và trường học",
];

const results = [
  "thời gian giải quyết giảm một nửa",
  "chín trong mười hộ dùng được ít nhất một dịch vụ",
  "không còn hồ sơ trễ hẹn trong quý",
  "mỗi tuần ba buổi, kể cả thứ Bảy",
  "tiết kiệm chi phí in ấn của cả năm",
  "được các đơn vị bạn đến học và áp dụng",
  "người hưởng lợi chấm điểm hài lòng cao",
];

type Fate = "qualified" | "returned" | "late" | "twin" | "withdrawn" | "over-quota" | "received";

interface Dossier {
  category: number;
  unit: string;
  kind: NomineeKind;
  form: AwardForm;
  name: string;
  position: string;
  nomineeUnit: string | null;
  fate: Fate;
}

/** The 42 dossiers of the story: 9, 8, 9, 10, 3 and 3, with every special case among them. */
function dossiersOf(units: SeedUnits, people: Generator<SeedPerson>): Dossier[] {
  const unitOf = (code: string) => units.byCode.get(code) as string;
  const person = () => (people.next().value as SeedPerson).name;
  const agencies = ["SKHCN", "STC", "SCT", "SNNMT", "SYT", "SGDDT", "STP", "CAT", "BPTTH"];
  const communes = [1, 2, 3, 4, 9, 10, 16, 21];
  const code = (n: number) => `LG${String(n).padStart(2, "0")}`;
  const base = { position: "", kind: "unit" as NomineeKind, form: "merit" as AwardForm, fate: "qualified" as Fate };
  const names = new Map<string, string>([
    ["SKHCN", "Sở Khoa học và Công nghệ"],
    ["STC", "Sở Tài chính"],
    ["SCT", "Sở Công Thương"],
    ["SNNMT", "Sở Nông nghiệp và Môi trường"],
    ["SYT", "Sở Y tế"],
    ["SGDDT", "Sở Giáo dục và Đào tạo"],
    ["STP", "Sở Tư pháp"],
    ["CAT", "Công an tỉnh"],
    ["BPTTH", "Báo và Phát thanh, Truyền hình tỉnh"],
  ]);
  const fates: Record<number, Fate> = { 3: "returned", 6: "returned" };
  return [
    ...agencies.map((unit, n): Dossier => {
      const id = unitOf(unit);
      return {
        ...base,
        category: 0,
        unit: id,
        name: names.get(unit) ?? unit,
        nomineeUnit: id,
        fate: n === 7 ? "late" : "qualified",
      };
    }),
    ...communes.map((n): Dossier => {
      const id = unitOf(code(n));
      const name = communeNames[n - 1]?.[0] ?? "";
      return { ...base, category: 1, unit: id, name, nomineeUnit: id, fate: n === 16 ? "twin" : "qualified" };
    }),
    ...Array.from({ length: 9 }, (_, n): Dossier => {
      const unit = unitOf("LG01");
      const name = `Tổ công nghệ số cộng đồng tổ dân phố ${n + 1}`;
      const team = unitOf(`BL-CNS${n + 1}`);
      const fate = fates[n] ?? "qualified";
      return { ...base, category: 2, unit, kind: "group", form: "commendation", name, nomineeUnit: team, fate };
    }),
    ...["SNV", "SKHCN", "SYT", "LG09", "LG02", "LG12", "SGDDT", "LG01", "LG01", "LG01"].map((unit, n): Dossier => {
      const id = unitOf(unit);
      const fate: Fate = n === 9 ? "over-quota" : n === 5 ? "withdrawn" : "qualified";
      const form: AwardForm = n % 3 === 0 ? "merit" : "commendation";
      const position = unit.startsWith("LG") ? "Công chức Văn hóa - Xã hội" : "Chuyên viên";
      return {
        ...base,
        category: 3,
        unit: id,
        kind: "individual",
        form,
        name: person(),
        position,
        nomineeUnit: id,
        fate,
      };
    }),
    ...["Công ty cổ phần Giải pháp số Lam Giang", "Doanh nghiệp viễn thông A", "Hợp tác xã Nông sản số Châu Phong"].map(
      (name): Dossier => ({ ...base, category: 4, unit: unitOf("SCT"), kind: "enterprise", name, nomineeUnit: null }),
    ),
    ...[
      "Trợ lý ảo tra cứu thủ tục hành chính",
      "Bản đồ số điểm hỗ trợ dịch vụ công",
      "Sổ tay số cho tổ công nghệ số cộng đồng",
    ].map(
      (name, n): Dossier => ({
        ...{ ...base, category: 5, unit: unitOf("SKHCN"), kind: "initiative", form: "certificate", name },
        ...{ nomineeUnit: unitOf("SKHCN"), fate: n === 2 ? "received" : "qualified" },
      }),
    ),
  ];
}

function must<T extends { ok: boolean }>(done: T): T & { ok: true } {
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done as T & { ok: true };
}

/** The awards of the story's year, while the council scores, and the honour roll of the year before. */
export async function seedAwards(told: Told): Promise<void> {
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

async function seedRound(tx: Tx, { calendar, units, campaigns, ceremonyId, people, administrator }: Told) {
  const now = calendar.at("2025-08-25", "08:00");
  const act = { actor: null, now };
  const { year } = calendar;
  const { roundId } = must(
    await createRound(tx, {
      ...{ template: "national-day", ownerUnitId: units.byCode.get("UBND") as string, year, ...act },
      title: {
        vi: `Khen thưởng Ngày Chuyển đổi số quốc gia năm ${year}`,
        en: `National Digital Transformation Day awards ${year}`,
        ar: `جوائز اليوم الوطني للتحول الرقمي ${year}`,
        hi: `राष्ट्रीय डिजिटल परिवर्तन दिवस पुरस्कार ${year}`,
      },
      purpose: {
        vi: "Tôn vinh tập thể, cá nhân, doanh nghiệp có thành tích xuất sắc trong chuyển đổi số của tỉnh.",
        en: "To honour groups, individuals and enterprises with outstanding achievements in the province's digital transformation.",
        ar: "تكريم الجماعات والأفراد والشركات ذوي الإنجازات المتميزة في التحول الرقمي للمقاطعة.",
        hi: "प्रांत के डिजिटल परिवर्तन में उत्कृष्ट उपलब्धि वाले समूहों, व्यक्तियों और उद्यमों का सम्मान।",
      },
      ...{ campaignId: campaigns.main, documentId: campaigns.plan, ceremonyEventId: ceremonyId },
      ...{ authority: "Chủ tịch Ủy ban nhân dân tỉnh Lam Giang", place: "Lam Giang" },
      ...{ quorumOf: 2, quorumIn: 3, conflictYears: 3 },
      eligibility: [{ fact: "overdue-tasks", limit: 0, effect: "warn" }],
    }),
  );
  const at = (day: string, clock: string) => calendar.at(day, clock);
  const phases = [
    { kind: "nomination" as const, startsAt: at("2025-09-01", "08:00"), endsAt: at("2025-09-20", "17:00") },
    { kind: "appraisal" as const, startsAt: at("2025-09-20", "17:00"), endsAt: at("2025-09-29", "08:00") },
    { kind: "scoring" as const, startsAt: at("2025-09-29", "08:00"), endsAt: at("2025-10-13", "17:00") },
    // The storm that moved the ceremony left the council this week too.
    { kind: "vote" as const, startsAt: at("2025-10-14", "08:00"), endsAt: at("2025-10-15", "12:00") },
    { kind: "decision" as const, startsAt: at("2025-10-15", "12:00"), endsAt: at("2025-10-16", "17:00") },
    { kind: "ceremony" as const, startsAt: at("2025-10-17", "08:00"), endsAt: null },
  ];
  must(await setCalendar(tx, { roundId, phases, ...act }));
  const round = await findRound(tx, { roundId });
  const people4 = round?.categories[3] as CategoryRow;
  must(await saveCategory(tx, { roundId, categoryId: people4.id, content: { ...people4, quotaPerUnit: 2 }, ...act }));
  const members: Actor[] = [];
  for (const [n, [code, role, title]] of council.entries()) {
    const unitId = units.byCode.get(code) as string;
    const actor =
      n === 1
        ? await accountOf(tx, "hoidong@lamgiang.example")
        : await member(tx, { n, title, people, administrator, units, now });
    must(await seatMember(tx, { roundId, userId: actor.userId, unitId, role, title, ...act }));
    members.push(actor);
  }
  must(await publishRound(tx, { roundId, actor: null, now: at("2025-09-01", "08:00") }));
  return { roundId, members };
}

async function accountOf(tx: Tx, email: string): Promise<Actor> {
  const row = await findAccountByEmail(tx, { email });
  const account = row && (await findAccount(tx, { userId: row.id }));
  if (!account) throw new Error(`${email} has no account`);
  const { id, name, position, locale } = account;
  return { userId: id, name, position, email, locale, grants: [] };
}

async function member(
  tx: Tx,
  {
    n,
    title,
    people,
    administrator,
    units,
    now,
  }: { n: number; title: string; now: Date } & Pick<Told, "people" | "administrator" | "units">,
): Promise<Actor> {
  const { name } = people.next().value as SeedPerson;
  const email = `uyvien${n + 1}.hdtdkt@lamgiang.example`;
  const account = await makeAccount(tx, { name, position: title, email, locale: "vi", now });
  if (!account) throw new Error(`${email} is taken`);
  const unitId = units.byCode.get("HDTDKT") as string;
  const granting = { role: "council-member" as const, unitId, actor: administrator, device: "", now };
  await grantRole(tx, { userId: account.userId, ...granting });
  return { userId: account.userId, name, position: title, email, locale: "vi", grants: [] };
}

type Papers = Record<Exclude<FileKind, "other">, { sha256: string; name: string; type: string; size: number }>;

/** Three plain papers that every dossier of the demo holds. */
async function storePapers(): Promise<Papers> {
  const paper = async (name: string, text: string) => {
    const bytes = Buffer.from(text, "utf8");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const place = await incomingFile();
    await writeFile(place, bytes);
    await storeFile(place, sha256);
    return { sha256, name, type: "text/plain", size: bytes.length };
  };
  return {
    proposal: await paper("To-trinh.txt", "TỜ TRÌNH\nVề việc đề nghị khen thưởng (bản mẫu của dữ liệu minh họa)\n"),
    report: await paper("Bao-cao-thanh-tich.txt", "BÁO CÁO THÀNH TÍCH\n(bản mẫu của dữ liệu minh họa)\n"),
    minutes: await paper("Bien-ban-hop-xet.txt", "BIÊN BẢN HỌP XÉT\n(bản mẫu của dữ liệu minh họa)\n"),
  };
}

interface Nominating {
  calendar: StoryCalendar;
  roundId: string;
  category: CategoryRow;
  dossier: Dossier;
  papers: Papers;
  n: number;
}

/** Tells one dossier's story; gives its id when it went before the council. */
async function nominate(
  tx: Tx,
  { calendar, roundId, category, dossier, papers, n }: Nominating,
): Promise<string | null> {
  const { unit, fate, nomineeUnit, kind, form, name, position } = dossier;
  const on = (day: number) => ({ actor: null, now: calendar.at(`2025-09-${String(day).padStart(2, "0")}`, "09:00") });
  const { nominationId } = must(
    await startNomination(tx, {
      ...{ ...on(8), categoryId: category.id, unitId: unit, kind, form, nomineeName: name, nomineePosition: position },
      ...{ nomineeUnitId: nomineeUnit, contactName: "Đầu mối của đơn vị", contactPhone: "+84912345678" },
      contactEmail: `hoso${n + 1}@lamgiang.example`,
    }),
  );
  const deed = fate === "twin" ? deeds[4] : `${deeds[n % deeds.length]}; ${results[n % results.length]}`;
  const texts = {
    achievement: deed ?? "",
    report: `${deed}. Kết quả được đo theo tháng và gửi kèm trong báo cáo thành tích.`,
  };
  for (const [field, text] of Object.entries(texts))
    must(await saveText(tx, { ...on(9), nominationId, field: field as "report", text, version: 0 }));
  for (const kindOf of ["proposal", "report", "minutes"] as const)
    must(await addNominationFiles(tx, { ...on(9), nominationId, files: [papers[kindOf]], kind: kindOf }));
  must(await signNomination(tx, { ...on(12), nominationId }));
  if (fate === "late") {
    const until = calendar.at("2025-09-24", "17:00");
    const reason = "Đơn vị ứng phó bão số 10 trong tuần cuối";
    must(await grantLateException(tx, { ...on(21), roundId, unitId: unit, until, reason }));
  }
  const submitted = await submitNomination(tx, { ...on(fate === "late" ? 23 : 15), nominationId });
  if (fate === "over-quota") return null;
  must(submitted);
  if (fate === "withdrawn") {
    const reason = "Cá nhân chuyển công tác";
    must(await withdrawNomination(tx, { ...on(17), nominationId, reason }));
    return null;
  }
  if (fate === "returned") {
    const reason = "Biên bản họp xét chưa có chữ ký của thư ký cuộc họp";
    must(await returnNomination(tx, { ...on(18), nominationId, reason }));
    return null;
  }
  must(await receiveNomination(tx, { ...on(24), nominationId }));
  if (fate === "received") return null;
  if (fate === "twin") {
    const reason = "Thành tích đã được khen thưởng năm trước, theo Quyết định số 2087/QĐ-UBND";
    must(await refuseNomination(tx, { ...on(26), nominationId, reason }));
    return null;
  }
  must(await qualifyNomination(tx, { ...on(26), nominationId, opinion: "" }));
  return nominationId;
}

interface Scoring {
  calendar: StoryCalendar;
  roundId: string;
  members: Actor[];
  qualified: { nominationId: string; category: CategoryRow; n: number }[];
}

/** The communes are scored by everybody but the demo's own member; of the rest two members have begun. */
async function scoreSome({ calendar, roundId, members, qualified }: Scoring) {
  const now = calendar.at("2025-10-02", "14:00");
  for (const [seat, actor] of members.entries()) {
    await transact(async (tx) => {
      must(await declareConflicts(tx, { roundId, actor, now, conflicts: new Map() }));
      for (const { nominationId, category, n } of qualified) {
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
