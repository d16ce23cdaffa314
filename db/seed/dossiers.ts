import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import {
  qualifyNomination,
  receiveNomination,
  refuseNomination,
  returnNomination,
  signNomination,
  submitNomination,
  withdrawNomination,
} from "../../app/features/awards/nominations/steps.writes.server";
import { addNominationFiles, saveText } from "../../app/features/awards/nominations/content.writes.server";
import { startNomination } from "../../app/features/awards/nominations/writes.server";
import { grantLateException } from "../../app/features/awards/rounds/calendar.writes.server";
import type { CategoryRow } from "../../app/features/awards/rounds/reads.server";
import type { AwardForm, FileKind, NomineeKind } from "../../app/features/awards/terms.rules";
import type { Tx } from "../client.server";
import { incomingFile, storeFile } from "../file-store.server";
import type { StoryCalendar } from "./calendar";
import { must } from "./must";
import type { SeedPerson } from "./names";
import { communeNames, type SeedUnits } from "./units";

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
export function dossiersOf(units: SeedUnits, people: Generator<SeedPerson>): Dossier[] {
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

type Papers = Record<Exclude<FileKind, "other">, { sha256: string; name: string; type: string; size: number }>;

/** Three plain papers that every dossier of the demo holds. */
export async function storePapers(): Promise<Papers> {
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
export async function nominate(
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
