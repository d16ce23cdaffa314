import { formatNumber, plural } from "~/web/i18n";
import type { Words } from "./index";

const n = (value: number) => formatNumber(value, "ar");
const people = (count: number) =>
  plural("ar", count, {
    zero: "لا أحد",
    one: "شخص واحد",
    two: "شخصان",
    few: `${n(count)} أشخاص`,
    many: `${n(count)} شخصًا`,
    other: `${n(count)} شخص`,
  });
const delegates = (count: number) =>
  plural("ar", count, {
    zero: "لا مندوب",
    one: "مندوب واحد",
    two: "مندوبَين",
    few: `${n(count)} مندوبين`,
    many: `${n(count)} مندوبًا`,
    other: `${n(count)} مندوب`,
  });

export const ar: Words = {
  title: "إرسال الدعوات",
  lead: "اطلع على من تصله الرسالة ومن لا تصله ولماذا، واقرأ الرسالة كما ستبدو، ثم أرسل. لا يُرسل شيء قبل الضغط.",
  audience: "إلى",
  audiences: {
    new: "من لم يُدعوا بعد",
    silent: "تذكير من لم يردوا",
    chosen: "الأشخاص المحددون",
  },
  gets: (count) => `تصلهم الرسالة: ${people(count)}`,
  getsNot: (count) => `لا تصلهم الرسالة: ${people(count)}`,
  nobody: "لا أحد للإرسال إليه",
  nobodyText: {
    new: "دُعي كل من له عنوان. أضف أشخاصًا إلى القائمة أو ذكّر من لم يردوا.",
    silent: "لم يُدعَ أحد بعد، أو ردّ كل المدعوين.",
    chosen: "لا يمكن أن تصل الرسالة إلى أي من المحددين للأسباب المذكورة.",
  },
  reasons: {
    "no-address": "بلا عنوان بريد",
    bounced: "ارتدت رسائل سابقة",
    "already-invited": "سبقت دعوتهم",
    "not-invited": "لم يُدعوا من قبل",
    answered: "ردّوا",
    declined: "اعتذروا",
    "sent-substitute": "أوفدوا بديلاً",
    withdrawn: "حُذفوا من القائمة",
  },
  advice: {
    "no-address": "ادعهم بالهاتف وسجّل الرد في صفحة كل شخص، أو أضف عنوانًا.",
    bounced: "اسأل عن العنوان الصحيح وصححه في صفحة كل شخص.",
    "already-invited": "",
    "not-invited": "أرسل دعوتهم الأولى من «من لم يُدعوا بعد».",
    answered: "",
    declined: "",
    "sent-substitute": "",
    withdrawn: "",
  },
  andMore: (count) => `وغيرهم: ${n(count)}`,
  showAll: "عرضهم في القائمة",

  note: "كلمة إضافية في الرسالة",
  noteHint: "تظهر في إطار خاص من الدعوة. وإن تُركت فارغة ظهرت ملاحظة الفعالية.",
  look: "عرض الرسالة بهذه الكلمة",
  letter: "الرسالة كما ستبدو",
  letterFor: (name) => `نسخة ${name}. تصل كل شخص بلغته مع اسمه ومنصبه ورابطه الخاص.`,
  subject: "الموضوع",
  asText: "نصًّا",
  paper: "فتح الرسالة كما يراها قارئها",
  send: (count) => `إرسال الدعوة إلى ${delegates(count)}`,
  sendAgain: (count) => `إعادة إرسال الدعوة إلى ${delegates(count)}`,
  tooLong: "الكلمة أطول من 1000 حرف، يُرجى اختصارها.",

  refusals: {
    draft: "الفعالية ما زالت مسودة. افتح التسجيل أولاً ثم أرسل الدعوات.",
    closed: "أُغلقت القائمة فلا تُرسل الدعوات. أعد فتحها لدعوة المزيد.",
    over: "بدأت الفعالية أو انتهت أو أُلغيت.",
    "date-open": "الفعالية مؤجلة بلا موعد جديد. حدد الموعد ثم أرسل الدعوات.",
    nobody: "لم يبق من يُرسل إليه: الجميع دُعوا للتو أو ردّوا.",
    "under-way": "رسائل الإرسال السابق ما زالت تُكتب. انتظر دقائق ثم أرسل.",
    "not-found": "لم يُرسل. أعد تحميل الصفحة.",
  },
  openEvent: "إلى صفحة الفعالية",

  history: "عمليات الإرسال",
  kinds: {
    invitation: "دعوة",
    moved: "إشعار بموعد جديد",
    cancelled: "إشعار بالإلغاء",
    details: "إشعار بتغيير",
  },
  at: "الوقت",
  by: "المرسل",
  what: "الرسالة",
  letters: "المستلمون",
  leftOut: "لم تصلهم",
  state: "الحالة",
  writing: "قيد الكتابة",
  written: "كُتبت",
  clock: "النظام",

  progress: (done, total) => `كُتبت ${n(done)} من ${n(total)} من الرسائل`,
  progressText: "تُكتب الرسائل واحدة بعد أخرى ثم تُرسل. يمكنك مغادرة الصفحة، فالإرسال مستمر.",
  doneTitle: (count) => `عدد الرسائل المكتوبة: ${n(count)}`,
  doneText: "تُرسل الرسائل بالترتيب. وتبين صفحة «الرسائل» ما وصل منها إلى خادم الاستقبال.",
  passed: (count) => `ردّ أو غيّر عنوانه أو حُذف قبل دوره فلم تصله الرسالة: ${people(count)}.`,
  toLetters: "عرض الرسائل",
  back: "صفحة الدعوة",
  decided: (count) => `لم تصلهم بحسب ما تقرر عند الإرسال: ${people(count)}`,
};
