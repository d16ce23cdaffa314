import { formatNumber, plural } from "~/web/i18n";
import type { CountWords } from "./index";

const n = (value: number) => formatNumber(value, "ar");
const tasks = (count: number) =>
  plural("ar", count, {
    zero: "لا مهام أخرى",
    one: "مهمة أخرى واحدة",
    two: "مهمتين أخريين",
    few: `${n(count)} مهام أخرى`,
    many: `${n(count)} مهمة أخرى`,
    other: `${n(count)} مهمة أخرى`,
  });
const workingDays = (count: number) =>
  plural("ar", count, {
    one: "يوم عمل واحد",
    two: "يوما عمل",
    few: `${n(count)} أيام عمل`,
    many: `${n(count)} يوم عمل`,
    other: `${n(count)} يوم عمل`,
  });
const units = (count: number) =>
  plural("ar", count, {
    one: "الجهة الوحيدة",
    two: "الجهتين كلتيهما",
    few: `جميع الجهات وعددها ${n(count)}`,
    many: `جميع الجهات وعددها ${n(count)}`,
    other: `جميع الجهات وعددها ${n(count)}`,
  });
const weeks = (count: number) =>
  plural("ar", count, {
    one: "أسبوع واحد",
    two: "أسبوعين",
    few: `${n(count)} أسابيع`,
    many: `${n(count)} أسبوعًا`,
    other: `${n(count)} أسبوع`,
  });

export const ar: CountWords = {
  dashboard: "متابعة تقدم المهام",
  asOf: (day) => `الأرقام حتى نهاية يوم ${day}`,
  now: (day) => `الأرقام كما هي الآن، ${day}`,
  all: "الكل",
  allTasks: "جميع المهام",
  on: "حتى يوم",
  show: "عرض",
  today: "العودة إلى اليوم",
  notYet: "لم يحن هذا اليوم بعد؛ فيما يلي أرقام اليوم.",
  noTasks: "لم تُسند أي مهمة بعد",
  noTasksAdvice: "عندما تُسند مهام ضمن ما اخترته تظهر أرقامها هنا.",
  equal: (percent) => `مع تساوي وزن المجموعات: ${percent} %`,
  progress: "التقدم",
  expected: "المتوقع بحسب المواعيد",
  against: (progress, expected) => `التقدم ${progress} %، والمتوقع بحسب المواعيد ${expected} %`,
  red: "إنذار",
  amber: "بحاجة إلى انتباه",
  waiting: "بانتظار الموافقة",
  onTime: "أُنجزت في الموعد",
  late: "أُنجزت متأخرة",
  total: "المجموع",
  groups: "بحسب مجموعة المهام",
  loose: "خارج المجموعات",
  documents: "بحسب الوثيقة المصدر",
  noDocument: "بلا وثيقة",
  units: "بحسب الجهة القائدة",
  noUnit: "لا جهة قائدة بعد",
  allUnits: (count) => `عرض ${units(count)}`,
  unit: "الجهة",
  periods: "بحسب فترة الموعد النهائي",
  period: "الفترة",
  dueOfTotal: "المنجز / المستحق في الفترة / المجموع",
  month: (month, year) => `الشهر ${month}/${year}`,
  quarter: (roman, year) => `الربع ${roman}/${year}`,
  firstHalf: (year) => `النصف الأول من ${year}`,
  secondHalf: (year) => `النصف الثاني من ${year}`,
  year: (year) => `سنة ${year}`,
  wrong: "ما يجب معالجته أولًا",
  nothingWrong: "لا توجد مهمة في حالة إنذار.",
  more: (count) => `عرض ${tasks(count)}`,
  longest: "الأطول انتظارًا للموافقة",
  waitsWith: (unit) => `لدى ${unit}`,
  waitedDays: (days) => (days === 0 ? "سُلّمت اليوم أو في يوم عطلة" : workingDays(days)),
  nobodyWaits: "لا توجد مهمة بانتظار الموافقة.",
  states: "بحسب الحالة",
  trend: "أسبوعًا بأسبوع",
  trendDone: (from, to) => `ارتفع المنجز من ${n(from)} إلى ${n(to)}`,
  trendDoneSame: (at) => `بقي المنجز عند ${n(at)}`,
  trendDoneFell: (from, to) => `انخفض المنجز من ${n(from)} إلى ${n(to)}`,
  trendRed: (from, to) => `وانتقل عدد الإنذارات من ${n(from)} إلى ${n(to)}`,
  trendSaid: (count, done, red) => `خلال ${weeks(count)}: ${done}، ${red}.`,
  done: "المنجز",
  list: "قائمة المهام",
  dashboardLink: "لوحة المتابعة",
  workbook: "تنزيل ملف Excel",
  annex: "تنزيل الملحق بصيغة Word",
  accountability: "كشف المسؤولية",
};
