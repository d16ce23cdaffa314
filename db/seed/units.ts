import type { Tx } from "../client.server";
import type { UnitKind } from "../../app/features/units/rules";
import { linkSuccessor } from "../../app/features/units/succession/writes.server";
import { closeUnit } from "../../app/features/units/close.writes.server";
import { createUnit } from "../../app/features/units/writes.server";
import { appoint } from "../../app/features/units/positions/writes.server";
import type { StoryCalendar } from "./calendar";
import type { SeedPerson } from "./names";

/** Code, name, short name, kind. */
type Row = [code: string, name: string, shortName: string, kind: UnitKind];

const bodies: Row[] = [
  ["TU", "Tỉnh ủy Lam Giang", "Tỉnh ủy", "party"],
  ["HDND", "Hội đồng nhân dân tỉnh", "HĐND tỉnh", "council"],
  ["UBND", "Ủy ban nhân dân tỉnh", "UBND tỉnh", "committee"],
  ["BCD", "Ban Chỉ đạo về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh", "Ban Chỉ đạo", "committee"],
  ["VPUBND", "Văn phòng Ủy ban nhân dân tỉnh", "VP UBND tỉnh", "office"],
  ["MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ tỉnh", "front"],
  ["HDTDKT", "Hội đồng Thi đua - Khen thưởng tỉnh", "Hội đồng TĐKT", "council"],
  ["TTPVHCC", "Trung tâm Phục vụ hành chính công tỉnh", "TTPVHCC", "service-centre"],
];
const departments: Row[] = [
  ["SKHCN", "Sở Khoa học và Công nghệ", "Sở KH&CN", "department"],
  ["SNV", "Sở Nội vụ", "Sở Nội vụ", "department"],
  ["STC", "Sở Tài chính", "Sở Tài chính", "department"],
  ["SCT", "Sở Công Thương", "Sở Công Thương", "department"],
  ["SNNMT", "Sở Nông nghiệp và Môi trường", "Sở NN&MT", "department"],
  ["SXD", "Sở Xây dựng", "Sở Xây dựng", "department"],
  ["SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL", "department"],
  ["SGDDT", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "department"],
  ["SYT", "Sở Y tế", "Sở Y tế", "department"],
  ["STP", "Sở Tư pháp", "Sở Tư pháp", "department"],
  ["SDTTG", "Sở Dân tộc và Tôn giáo", "Sở DT&TG", "department"],
  ["TTT", "Thanh tra tỉnh", "Thanh tra tỉnh", "sector"],
  ["CAT", "Công an tỉnh", "Công an tỉnh", "sector"],
  ["BPTTH", "Báo và Phát thanh, Truyền hình tỉnh", "Báo và PTTH", "sector"],
];
const others: Row[] = [
  ["TD", "Tỉnh đoàn Lam Giang", "Tỉnh đoàn", "union"],
  ["HLHPN", "Hội Liên hiệp Phụ nữ tỉnh", "Hội LHPN", "union"],
  ["HND", "Hội Nông dân tỉnh", "Hội Nông dân", "union"],
  ["LDLD", "Liên đoàn Lao động tỉnh", "LĐLĐ tỉnh", "union"],
  ["CDLG", "Trường Cao đẳng Lam Giang", "CĐ Lam Giang", "school"],
  ["VTA", "Doanh nghiệp viễn thông A", "Viễn thông A", "enterprise"],
  ["BD", "Bưu điện tỉnh", "Bưu điện tỉnh", "enterprise"],
];

/** The 21 communes with a point of their own, in the order of the story's table. */
export const communeNames: [name: string, kind: UnitKind, district: string][] = [
  ["Phường Bến Lam", "ward", "Thành phố Lam Giang"],
  ["Phường Cửa Giang", "ward", "Thị xã Cửa Giang"],
  ["Phường Đông Thạch", "ward", "Thị xã Đông Thạch"],
  ["Phường Hòa Bình Đông", "ward", "Huyện Hòa Bình Đông"],
  ["Phường Tây Hà", "ward", "Huyện Tây Hà"],
  ["Phường Nam Lĩnh", "ward", "Huyện Nam Lĩnh"],
  ["Xã An Khê Thượng", "commune", "Huyện An Khê"],
  ["Xã Bình Lãng", "commune", "Huyện Bình Lãng"],
  ["Xã Châu Phong", "commune", "Huyện Châu Phong"],
  ["Xã Diễn Hà", "commune", "Huyện Diễn Hà"],
  ["Xã Đại Nghĩa Tây", "commune", "Huyện Đại Nghĩa"],
  ["Xã Gia Lộc", "commune", "Huyện Gia Lộc"],
  ["Xã Hưng Đạo Nam", "commune", "Huyện Hưng Đạo"],
  ["Xã Kỳ Lâm", "commune", "Huyện Kỳ Lâm"],
  ["Xã Long Sơn Hạ", "commune", "Huyện Long Sơn"],
  ["Xã Mường Hin", "commune", "Huyện Mường Hin"],
  ["Xã Nghĩa Tân Thượng", "commune", "Huyện Nghĩa Tân"],
  ["Xã Phúc Trạch Bắc", "commune", "Huyện Phúc Trạch"],
  ["Xã Quỳ Lâm", "commune", "Huyện Quỳ Lâm"],
  ["Xã Thanh Khê Đông", "commune", "Huyện Thanh Khê"],
  ["Đặc khu Hòn Lam", "special-zone", "Huyện đảo Hòn Lam"],
];

/** People of the province's bodies who appraise, and who hear of what is late. */
const officers = [
  ["VPUBND", "head", "Chánh Văn phòng UBND tỉnh", "Trịnh Công Lâm", "lam.tc@lamgiang.example"],
  [
    "VPUBND",
    "focal-point",
    "Trưởng phòng Tổng hợp, đầu mối chuyển đổi số",
    "Mai Thị Tuyết",
    "tuyet.mt@lamgiang.example",
  ],
  ["BCD", "head", "Trưởng Ban Chỉ đạo", "Tạ Quang Huy", "huy.tq@lamgiang.example"],
  ["MTTQ", "head", "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh", "Chu Văn Thành", "thanh.cv@lamgiang.example"],
] as const;

/** Two who sign in to the demo: their accounts and their positions are the same people. */
export const headOfBenLam: SeedPerson = { name: "Nguyễn Văn Bến", email: "chutich.benlam@lamgiang.example" };
export const focalPointOfChauPhong: SeedPerson = { name: "Lê Thị Mai", email: "daumoi.chauphong@lamgiang.example" };

export interface SeedUnits {
  province: string;
  /** Unit ids by code: "SKHCN". */
  byCode: Map<string, string>;
  /** In the order of communeNames. */
  communes: string[];
}

/** The province's bodies, departments and communes, one ward in depth, and the districts of before July 2025 (as told). */
export async function seedUnits(
  tx: Tx,
  { calendar, people, now }: { calendar: StoryCalendar; people: Generator<SeedPerson>; now: Date },
): Promise<SeedUnits> {
  const plain = { shortName: "", code: "", activeFrom: "" as const, rural: false, border: false, actor: null, now };
  const add = async (
    facts: Partial<Parameters<typeof createUnit>[1]> & { name: string; kind: UnitKind; parentId: string },
  ) => {
    const made = await createUnit(tx, { ...plain, ...facts });
    if (!made.ok) throw new Error(`${facts.name}: ${made.reason}`);
    return made.unitId;
  };
  const byCode = new Map<string, string>();
  const province = await add({
    name: "Tỉnh Lam Giang",
    shortName: "Lam Giang",
    code: "LG",
    kind: "province",
    parentId: "",
  });
  for (const [code, name, shortName, kind] of [...bodies, ...departments, ...others])
    byCode.set(code, await add({ name, shortName, code, kind, parentId: province }));

  const twoTiers = calendar.day("2025-07-01");
  const communes: string[] = [];
  let city = "";
  for (const [n, [name, kind, district]] of communeNames.entries()) {
    const code = `LG${String(n + 1).padStart(2, "0")}`;
    const commune = await add({
      name,
      code,
      kind,
      parentId: province,
      activeFrom: twoTiers,
      rural: kind === "commune",
      border: name === "Xã Mường Hin",
    });
    communes.push(commune);
    byCode.set(code, commune);
    const old = await add({
      name: district,
      code: `H${String(n + 1).padStart(2, "0")}`,
      kind: "district",
      parentId: province,
    });
    if (n === 0) city = old;
    await closeUnit(tx, {
      unitId: old,
      lastDay: calendar.day("2025-06-30"),
      successorId: commune,
      kind: "replaced",
      moveBelow: false,
      actor: null,
      now,
    });
  }
  // The city of before went to two wards.
  await linkSuccessor(tx, {
    fromUnitId: city,
    toUnitId: communes[1] as string,
    kind: "split",
    on: twoTiers,
    actor: null,
    now,
  });

  const ward = communes[0] as string;
  for (let n = 1; n <= 12; n += 1) {
    const group = await add({
      name: `Tổ dân phố ${n}`,
      shortName: `TDP ${n}`,
      code: `BL-TDP${n}`,
      kind: "residential-group",
      parentId: ward,
    });
    await add({
      name: `Tổ công nghệ số cộng đồng TDP ${n}`,
      shortName: `Tổ CNSCĐ ${n}`,
      code: `BL-CNS${n}`,
      kind: "team",
      parentId: group,
    });
  }
  await seedHolders(tx, { byCode, communes, people, calendar, now });
  return { province, byCode, communes };
}

async function seedHolders(
  tx: Tx,
  {
    byCode,
    communes,
    people,
    calendar,
    now,
  }: {
    byCode: Map<string, string>;
    communes: string[];
    people: Generator<SeedPerson>;
    calendar: StoryCalendar;
    now: Date;
  },
): Promise<void> {
  // The province's bodies were there before the communes of two tiers, and gave and took tasks.
  let from = calendar.day("2024-03-01");
  const hold = async (
    unitId: string | undefined,
    duty: "head" | "deputy" | "focal-point",
    title: string,
    known?: SeedPerson,
  ) => {
    const { name, email } = known ?? (people.next().value as SeedPerson);
    if (unitId) await appoint(tx, { unitId, fullName: name, title, duty, email, phone: "", from, actor: null, now });
  };
  await hold(byCode.get("UBND"), "head", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh");
  await hold(byCode.get("UBND"), "deputy", "Phó Chủ tịch UBND tỉnh");
  for (const [code, name, , kind] of departments) {
    await hold(byCode.get(code), "head", kind === "department" ? `Giám đốc ${name}` : `Thủ trưởng ${name}`);
    await hold(byCode.get(code), "focal-point", "Chuyên viên, đầu mối chuyển đổi số");
  }
  for (const [code, duty, title, fullName, email] of officers)
    await appoint(tx, {
      ...{ unitId: byCode.get(code) as string, fullName, title, duty, email, phone: "", from, actor: null, now },
    });
  from = calendar.day("2025-07-01");
  for (const [n, commune] of communes.entries()) {
    await hold(
      commune,
      "head",
      `Chủ tịch UBND ${(communeNames[n]?.[0] ?? "").replace(/^./, (first) => first.toLowerCase())}`,
      communeNames[n]?.[0] === "Phường Bến Lam" ? headOfBenLam : undefined,
    );
    await hold(
      commune,
      "focal-point",
      "Công chức Văn hóa - Xã hội, đầu mối chuyển đổi số",
      communeNames[n]?.[0] === "Xã Châu Phong" ? focalPointOfChauPhong : undefined,
    );
  }
}
