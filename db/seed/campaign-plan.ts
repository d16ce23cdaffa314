import type { savePlan } from "../../app/features/campaigns/plan/writes.server";
import type { Localized } from "../../app/web/localized";
import type { Day } from "../../app/web/time";
import type { StoryCalendar } from "./calendar";
import { t } from "./titles";

/** The phases of the story's main campaign, and its milestones by their distance from the Day. */
export function planOfMain({
  day,
}: StoryCalendar): Omit<Parameters<typeof savePlan>[1], "campaignId" | "actor" | "now"> {
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
