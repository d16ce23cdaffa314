import type { UiWords } from ".";

export const ar: UiWords = {
  optional: "اختياري",
  errorPrefix: "خطأ:",
  breadcrumbs: "أنت هنا",
  previous: "السابق",
  next: "التالي",
  pages: "الصفحات",
  menu: "فتح القائمة",
  close: "إغلاق",
  select: "تحديد",
  sorted: { ascending: "مرتّب تصاعديًا", descending: "مرتّب تنازليًا" },
  steps: "الخطوات",
  stepDone: "تمّت",
  today: "اليوم",
  done: "تمّ",
  late: "متأخر",
  notices: "إشعارات",
};
