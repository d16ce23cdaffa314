import type { Actor } from "../../app/features/accounts/rules";
import { markMilestone, savePlan } from "../../app/features/campaigns/plan/writes.server";
import {
  campaignFromLast,
  citeDocument,
  createCampaign,
  setUnitStart,
  stepCampaign,
} from "../../app/features/campaigns/writes.server";
import type { CampaignKind } from "../../app/features/campaigns/rules";
import { findCampaign } from "../../app/features/campaigns/reads.server";
import { registerDocument } from "../../app/features/documents/writes.server";
import type { Localized } from "../../app/web/localized";
import type { Day } from "../../app/web/time";
import type { Tx } from "../client.server";
import type { StoryCalendar } from "./calendar";
import type { SeedUnits } from "./units";

const t = (vi: string, en: string, ar: string, hi: string): Localized => ({ vi, en, ar, hi });

const dayTitle = (year: number) =>
  t(
    `Ngày Chuyển đổi số quốc gia ${year}`,
    `National Digital Transformation Day ${year}`,
    `اليوم الوطني للتحول الرقمي ${year}`,
    `राष्ट्रीय डिजिटल परिवर्तन दिवस ${year}`,
  );

// The theme of 2025, as announced; the one of the next year is not known and stays open.
const theme = t(
  "Chuyển đổi số: Nhanh hơn, hiệu quả hơn, gần dân hơn",
  "Digital transformation: faster, more effective, closer to the people",
  "التحول الرقمي: أسرع وأكثر فاعلية وأقرب إلى الناس",
  "डिजिटल परिवर्तन: अधिक तेज़, अधिक प्रभावी, जनता के अधिक निकट",
);
const themeBefore = t(
  "Khai thác dữ liệu số để tạo ra giá trị",
  "Exploiting digital data to create value",
  "استثمار البيانات الرقمية لخلق القيمة",
  "मूल्य सृजन के लिए डिजिटल डेटा का उपयोग",
);

export interface SeedCampaigns {
  before: string;
  main: string;
  ward: string;
  movement: string;
  /** The document that the main campaign carries out. */
  plan: string;
}

/** The documents and the five campaigns C1–C5. */
export async function seedCampaigns(
  tx: Tx,
  { calendar, units, organizer, now }: { calendar: StoryCalendar; units: SeedUnits; organizer: Actor; now: Date },
): Promise<SeedCampaigns> {
  const by = { actor: organizer, now };
  const { day, year } = calendar;
  const document = async (number: string, issuer: string, issuedOn: Day, abstract: string, parentId = "") => {
    const made = await registerDocument(tx, {
      number,
      issuer,
      issuedOn,
      abstract,
      parentId,
      signatory: "",
      validFrom: "",
      validTo: "",
      url: "",
      ...by,
    });
    if (!made.ok) throw new Error(`${number}: ${made.reason}`);
    return made.documentId;
  };
  const province = "UBND tỉnh Lam Giang";
  const decision505 = await document(
    "505/QĐ-TTg",
    "Thủ tướng Chính phủ",
    "2022-04-22",
    "Lấy ngày 10 tháng 10 hằng năm là Ngày Chuyển đổi số quốc gia",
  );
  await document(
    "57-NQ/TW",
    "Bộ Chính trị",
    "2024-12-22",
    "Đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
  );
  const resolution = await document(
    "09-NQ/TU",
    "Tỉnh ủy Lam Giang",
    "2022-08-05",
    "Chuyển đổi số tỉnh Lam Giang đến năm 2025, định hướng đến năm 2030",
  );
  const plan586 = await document(
    "586/KH-UBND",
    province,
    "2022-08-22",
    "Kế hoạch thực hiện Nghị quyết số 09-NQ/TU về chuyển đổi số",
    resolution,
  );
  await document(
    "1982/QĐ-UBND",
    province,
    "2022-07-29",
    "Ban hành Đề án chuyển đổi số và giao nhiệm vụ cho các sở, ban, ngành",
    resolution,
  );
  const plan634 = await document(
    "634/KH-UBND",
    province,
    day("2025-08-29"),
    `Tổ chức Ngày Chuyển đổi số quốc gia năm ${year} trên địa bàn tỉnh`,
    plan586,
  );
  const directive = await document(
    "11/CT-UBND",
    province,
    day("2025-07-24"),
    "Phát động chiến dịch 45 ngày đêm hỗ trợ chuyển đổi số ở cấp xã",
  );
  await document(
    "27/TB-VPUBND",
    "Văn phòng UBND tỉnh Lam Giang",
    day("2025-09-25"),
    "Kết luận của Chủ tịch UBND tỉnh tại Hội nghị sơ kết và phát động Ngày Chuyển đổi số",
    plan634,
  );

  const skhcn = units.byCode.get("SKHCN") as string;
  const ward = units.communes[0] as string;
  const campaign = async (
    kind: CampaignKind,
    title: Localized,
    facts: {
      anchorOn: Day;
      startsOn?: Day;
      endsOn?: Day;
      theme?: Localized;
      owner?: string;
      isPublic?: boolean;
      purpose?: Localized;
    },
  ) => {
    const made = await createCampaign(tx, {
      kind,
      title,
      theme: facts.theme ?? null,
      secondTheme: null,
      purpose: facts.purpose ?? null,
      ownerUnitId: facts.owner ?? skhcn,
      isPublic: facts.isPublic ?? true,
      anchorOn: facts.anchorOn,
      startsOn: facts.startsOn ?? "",
      endsOn: facts.endsOn ?? "",
      ...by,
    });
    if (!made.ok) throw new Error(`${title.vi}: ${made.reason}`);
    return made.campaignId;
  };
  const cite = (campaignId: string, documentId: string, role: "plan" | "basis") =>
    citeDocument(tx, { campaignId, documentId, role, ...by });
  const step = (campaignId: string, name: "start" | "close") => stepCampaign(tx, { campaignId, step: name, ...by });

  const before = await campaign("national-day", dayTitle(year - 2), {
    anchorOn: day("2023-10-10"),
    startsOn: day("2023-08-29"),
    endsOn: day("2023-12-31"),
    theme: themeBefore,
  });
  await cite(before, decision505, "basis");
  await step(before, "start");
  await step(before, "close");

  const main = await campaign("national-day", dayTitle(year), {
    anchorOn: day("2025-10-10"),
    startsOn: day("2025-08-15"),
    endsOn: day("2025-12-15"),
    theme,
    purpose: t(
      "Nâng cao nhận thức, kỹ năng số; tôn vinh tập thể, cá nhân tiêu biểu; đưa chuyển đổi số gần dân hơn. Tổ chức thiết thực, hiệu quả, tiết kiệm, tránh hình thức.",
      "Raise digital awareness and skills, honour outstanding organizations and individuals, bring digital transformation closer to the people; practical, effective and economical, without formality.",
      "رفع الوعي والمهارات الرقمية وتكريم المتميزين وتقريب التحول الرقمي من الناس، بتنظيم عملي وفعّال واقتصادي بعيد عن الشكليات.",
      "डिजिटल जागरूकता और कौशल बढ़ाना, उत्कृष्ट संगठनों व व्यक्तियों का सम्मान, डिजिटल परिवर्तन को जनता के निकट लाना; व्यावहारिक, प्रभावी, मितव्ययी।",
    ),
  });
  await cite(main, plan634, "plan");
  await cite(main, decision505, "basis");
  await cite(main, resolution, "basis");
  await savePlan(tx, { campaignId: main, ...planOfMain(calendar), ...by });
  await step(main, "start");

  const wardDrive = await campaign(
    "days-and-nights",
    t(
      "45 ngày đêm hỗ trợ chuyển đổi số, phường Bến Lam",
      "45 days and nights for digital transformation, Ben Lam Ward",
      "45 يومًا وليلة لدعم التحول الرقمي، حي بين لام",
      "डिजिटल परिवर्तन सहायता के 45 दिन-रात, बेन लाम वार्ड",
    ),
    { anchorOn: day("2025-09-08"), owner: ward },
  );
  await cite(wardDrive, directive, "basis");
  await setUnitStart(tx, { campaignId: wardDrive, unitId: ward, startsOn: day("2025-09-08"), ...by });
  await step(wardDrive, "start");

  const movement = await campaign(
    "movement",
    t("Bình dân học vụ số", "Digital literacy for all", "محو الأمية الرقمية للجميع", "सबके लिए डिजिटल साक्षरता"),
    { anchorOn: day("2025-03-26") },
  );
  await step(movement, "start");

  const next = await campaignFromLast(tx, { campaignId: main, year: year + 1, ...by });
  if (!next.ok) throw new Error(next.reason);
  return { before, main, ward: wardDrive, movement, plan: plan634 };
}

/** The phases of the story's main campaign, and its milestones by their distance from the Day. */
function planOfMain({ day }: StoryCalendar): Omit<Parameters<typeof savePlan>[1], "campaignId" | "actor" | "now"> {
  const phase = (title: Localized, startsOn: Day, endsOn: Day) => ({
    id: null,
    title,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  });
  const milestone = (offsetDays: number, dueOn: Day, title: Localized) => ({
    id: null,
    title,
    dueOn: day(dueOn),
    offsetDays,
  });
  return {
    phases: [
      phase(t("Chuẩn bị", "Preparation", "التحضير", "तैयारी"), "2025-08-15", "2025-08-31"),
      phase(
        t("Phát động, truyền thông", "Launch and communication", "الإطلاق والتوعية", "शुभारंभ एवं प्रचार-प्रसार"),
        "2025-09-01",
        "2025-09-30",
      ),
      phase(t("Cao điểm", "Peak", "الذروة", "चरम चरण"), "2025-10-01", "2025-10-10"),
      phase(
        t(
          "Tháng tiêu dùng số, khen thưởng",
          "Digital consumption month, awards",
          "شهر الاستهلاك الرقمي والتكريم",
          "डिजिटल उपभोग माह, पुरस्कार",
        ),
        "2025-10-11",
        "2025-10-31",
      ),
      phase(
        t(
          "Tổng kết, đánh giá năm",
          "Review and yearly evaluation",
          "الحصيلة والتقييم السنوي",
          "समापन एवं वार्षिक मूल्यांकन",
        ),
        "2025-11-01",
        "2025-12-15",
      ),
    ],
    milestones: [
      milestone(-42, "2025-08-29", t("Ban hành kế hoạch", "Plan issued", "إصدار الخطة", "योजना जारी")),
      milestone(
        -30,
        "2025-09-10",
        t(
          "Gửi giấy mời, kêu gọi đề cử",
          "Invitations and call for nominations",
          "الدعوات وفتح الترشيح",
          "निमंत्रण एवं नामांकन",
        ),
      ),
      milestone(
        -18,
        "2025-09-22",
        t(
          "Hội nghị sơ kết và phát động",
          "Review and launch conference",
          "مؤتمر المراجعة والإطلاق",
          "समीक्षा एवं शुभारंभ सम्मेलन",
        ),
      ),
      milestone(
        -7,
        "2025-10-03",
        t(
          "Thử đường truyền mọi điểm cầu",
          "Line test at every point",
          "اختبار الاتصال في كل نقطة",
          "हर केंद्र पर संपर्क परीक्षण",
        ),
      ),
      milestone(
        -3,
        "2025-10-07",
        t("Ký quyết định khen thưởng", "Award decision signed", "توقيع قرار التكريم", "पुरस्कार निर्णय पर हस्ताक्षर"),
      ),
      milestone(
        0,
        "2025-10-10",
        t(
          "Ngày Chuyển đổi số quốc gia",
          "National Digital Transformation Day",
          "اليوم الوطني للتحول الرقمي",
          "राष्ट्रीय डिजिटल परिवर्तन दिवस",
        ),
      ),
      milestone(
        7,
        "2025-10-17",
        t(
          "Lễ kỷ niệm và tôn vinh (ngày mới)",
          "Ceremony and honours (new date)",
          "حفل التكريم (الموعد الجديد)",
          "समारोह एवं सम्मान (नई तिथि)",
        ),
      ),
      milestone(15, "2025-10-25", t("Các đơn vị gửi báo cáo", "Units report", "تقارير الجهات", "इकाइयों की रिपोर्ट")),
      milestone(30, "2025-11-09", t("Báo cáo tổng hợp", "Consolidated report", "التقرير الموحّد", "समेकित रिपोर्ट")),
      milestone(66, "2025-12-15", t("Đánh giá cuối năm", "Year-end evaluation", "تقييم نهاية العام", "वर्षांत मूल्यांकन")),
    ],
  };
}

/** What lies behind the story's today has been done on its day; one milestone is late, as in life. */
export async function seedProgress(
  tx: Tx,
  { campaigns, today, organizer, now }: { campaigns: SeedCampaigns; today: Day; organizer: Actor; now: Date },
): Promise<void> {
  for (const campaignId of [campaigns.before, campaigns.main, campaigns.ward]) {
    const campaign = await findCampaign(tx, { campaignId });
    for (const { id, dueOn, title } of campaign?.milestones ?? []) {
      if (dueOn >= today || title.vi.startsWith("Ký quyết định")) continue;
      await markMilestone(tx, { campaignId, milestoneId: id, doneOn: dueOn, actor: organizer, now });
    }
  }
}
