import type { Localized } from "~/web/localized";
import { addDays, type Day } from "~/web/time";
import type { CampaignKind } from "./rules";

interface Template {
  /** The first and last day, in days from the anchor; null: no end. */
  first: number;
  last: number | null;
  phases: { title: Localized; first: number; last: number | null }[];
  milestones: { title: Localized; offset: number }[];
}

const t = (vi: string, en: string, ar: string, hi: string): Localized => ({ vi, en, ar, hi });

/** How each kind of campaign begins its life. Days count from the anchor: 10/10, or the first day. All of it can be edited. */
export const templates: Record<CampaignKind, Template> = {
  "national-day": {
    first: -60,
    last: 66, // 15 December, when the year is reviewed
    phases: [
      { title: t("Chuẩn bị", "Preparation", "التحضير", "तैयारी"), first: -60, last: -40 },
      {
        title: t("Phát động, truyền thông", "Launch and communication", "الإطلاق والتوعية", "शुभारंभ एवं प्रचार-प्रसार"),
        first: -39,
        last: -10,
      },
      { title: t("Cao điểm", "Peak", "الذروة", "चरम सप्ताह"), first: -9, last: 0 },
      {
        title: t(
          "Tháng tiêu dùng số, khen thưởng",
          "Digital consumption month and awards",
          "شهر الاستهلاك الرقمي والتكريم",
          "डिजिटल उपभोग माह एवं पुरस्कार",
        ),
        first: 1,
        last: 21,
      },
      {
        title: t(
          "Tổng kết, đánh giá năm",
          "Review and yearly evaluation",
          "الحصيلة والتقييم السنوي",
          "समापन एवं वार्षिक मूल्यांकन",
        ),
        first: 22,
        last: 66,
      },
    ],
    milestones: [
      { offset: -60, title: t("Dự thảo kế hoạch", "Plan drafted", "إعداد مسودة الخطة", "योजना का मसौदा") },
      { offset: -45, title: t("Lấy ý kiến các đơn vị", "Units consulted", "استطلاع آراء الجهات", "इकाइयों से परामर्श") },
      { offset: -40, title: t("Ban hành kế hoạch", "Plan issued", "إصدار الخطة", "योजना जारी") },
      {
        offset: -35,
        title: t(
          "Các đơn vị ban hành kế hoạch của mình",
          "Units issue their own plans",
          "إصدار الجهات خططها",
          "इकाइयाँ अपनी योजनाएँ जारी करें",
        ),
      },
      {
        offset: -30,
        title: t(
          "Gửi giấy mời, kêu gọi đề cử khen thưởng",
          "Invitations sent, nominations called",
          "إرسال الدعوات وفتح باب الترشيح",
          "निमंत्रण भेजना, नामांकन आमंत्रण",
        ),
      },
      { offset: -20, title: t("Lễ phát động", "Launching ceremony", "حفل الإطلاق", "शुभारंभ समारोह") },
      {
        offset: -15,
        title: t("Hết hạn nhận hồ sơ khen thưởng", "Nominations close", "إغلاق باب الترشيح", "नामांकन की अंतिम तिथि"),
      },
      {
        offset: -10,
        title: t("Thẩm định, họp hội đồng", "Appraisal and council", "التقييم واجتماع المجلس", "मूल्यांकन एवं परिषद बैठक"),
      },
      {
        offset: -7,
        title: t(
          "Nhắc lần 1, thử đường truyền mọi điểm cầu",
          "Reminder 1, line test at every point",
          "التذكير الأول واختبار الاتصال في كل نقطة",
          "अनुस्मारक 1, हर केंद्र पर संपर्क परीक्षण",
        ),
      },
      {
        offset: -3,
        title: t(
          "Nhắc lần 2, ký quyết định khen thưởng",
          "Reminder 2, award decision signed",
          "التذكير الثاني وتوقيع قرار التكريم",
          "अनुस्मारक 2, पुरस्कार निर्णय पर हस्ताक्षर",
        ),
      },
      {
        offset: -1,
        title: t(
          "Nhắc lần 3, tổng duyệt",
          "Reminder 3, rehearsal",
          "التذكير الثالث والتجربة النهائية",
          "अनुस्मारक 3, पूर्वाभ्यास",
        ),
      },
      {
        offset: 0,
        title: t(
          "Ngày Chuyển đổi số quốc gia",
          "National Digital Transformation Day",
          "اليوم الوطني للتحول الرقمي",
          "राष्ट्रीय डिजिटल परिवर्तन दिवस",
        ),
      },
      {
        offset: 3,
        title: t(
          "Thư cảm ơn, giấy chứng nhận, ảnh",
          "Thank-you letters, certificates, photos",
          "رسائل الشكر والشهادات والصور",
          "धन्यवाद पत्र, प्रमाणपत्र, चित्र",
        ),
      },
      { offset: 15, title: t("Các đơn vị gửi báo cáo", "Units report", "تقارير الجهات", "इकाइयों की रिपोर्ट") },
      { offset: 30, title: t("Báo cáo tổng hợp", "Consolidated report", "التقرير الموحّد", "समेकित रिपोर्ट") },
      { offset: 66, title: t("Đánh giá cuối năm", "Year-end evaluation", "تقييم نهاية العام", "वर्षांत मूल्यांकन") },
    ],
  },
  "days-and-nights": {
    first: 0,
    last: 44,
    phases: [
      { title: t("Ra quân", "Setting out", "الانطلاق", "अभियान आरंभ"), first: 0, last: 4 },
      { title: t("Cao điểm", "Peak", "الذروة", "चरम चरण"), first: 5, last: 34 },
      {
        title: t("Rà soát, bổ sung", "Review and completion", "المراجعة والاستكمال", "समीक्षा एवं पूर्ति"),
        first: 35,
        last: 41,
      },
      { title: t("Tổng kết", "Closing review", "الحصيلة الختامية", "समापन"), first: 42, last: 44 },
    ],
    milestones: [
      { offset: 0, title: t("Lễ ra quân", "Setting-out ceremony", "حفل الانطلاق", "अभियान आरंभ समारोह") },
      { offset: 22, title: t("Sơ kết giữa đợt", "Halfway review", "مراجعة منتصف الحملة", "मध्यावधि समीक्षा") },
      {
        offset: 44,
        title: t("Tổng kết chiến dịch", "Campaign closed and reviewed", "اختتام الحملة وتقييمها", "अभियान का समापन"),
      },
    ],
  },
  movement: { first: 0, last: null, phases: [], milestones: [] },
  custom: { first: 0, last: null, phases: [], milestones: [] },
};

/** 10 October of a year. The anchor is fixed; the ceremony may move. */
export const nationalDay = (year: number): Day => `${year}-10-10`;

/** The year whose Day is being prepared on a day: this one until 10/10 has passed. */
export const yearToPrepare = (today: Day): number =>
  Number(today.slice(0, 4)) + (today > nationalDay(Number(today.slice(0, 4))) ? 1 : 0);

/** The dates a template gives around an anchor. */
export function laidOut(kind: CampaignKind, anchor: Day) {
  const template = templates[kind];
  const on = (offset: number | null): Day | null => (offset === null ? null : addDays(anchor, offset));
  return {
    startsOn: addDays(anchor, template.first),
    endsOn: on(template.last),
    phases: template.phases.map(({ title, first, last }) => ({
      title,
      startsOn: addDays(anchor, first),
      endsOn: on(last),
    })),
    milestones: template.milestones.map(({ title, offset }) => ({
      title,
      dueOn: addDays(anchor, offset),
      offsetDays: offset,
    })),
  };
}

/** The usual name of a campaign, to begin with. */
export function usualTitle(kind: CampaignKind, year: number): Localized | null {
  if (kind === "national-day")
    return t(
      `Ngày Chuyển đổi số quốc gia ${year}`,
      `National Digital Transformation Day ${year}`,
      `اليوم الوطني للتحول الرقمي ${year}`,
      `राष्ट्रीय डिजिटल परिवर्तन दिवस ${year}`,
    );
  if (kind === "days-and-nights")
    return t(
      "45 ngày đêm hỗ trợ chuyển đổi số",
      "45 days and nights of support for digital transformation",
      "حملة 45 يومًا وليلة لدعم التحول الرقمي",
      "डिजिटल परिवर्तन सहायता के 45 दिन-रात",
    );
  return null;
}
