import { type Locale, plural } from "~/web/i18n";
import { ltr } from "./clean";

/** Words that several letters about an event share. */
export interface EventWords {
  organizers: string;
  /** The button to the reader's own answer page, after an answer. */
  seeAnswer: string;
  answer: string;
  changeUntil: (moment: string) => string;
  changeRow: string;
  calendarRow: string;
  addToCalendar: string;
  openDoor: string;
  doorHint: string;
  daysLeft: (n: number) => string;
  seats: (n: number) => string;
  callContact: string;
}

export const eventWords: Record<Locale, (you: string) => EventWords> = {
  vi: (you) => ({
    organizers: "Ban tổ chức",
    seeAnswer: "Xem hoặc đổi câu trả lời",
    answer: "Trả lời giấy mời",
    changeUntil: (moment) => `Câu trả lời có thể đổi đến ${moment}, từ bất kỳ thiết bị nào.`,
    changeRow: "Câu trả lời",
    calendarRow: "Lịch",
    addToCalendar: "Tải tệp lịch (.ics)",
    openDoor: "Mở mã QR vào cửa",
    doorHint: `Tới nơi, ${you} đưa mã QR hoặc đọc mã vào cửa ở trên.`,
    daysLeft: (n) => (n <= 0 ? "Hạn là hôm nay" : `Còn ${n} ngày`),
    seats: (n) => `còn ${n} chỗ`,
    callContact: "Nếu cần, xin liên hệ đầu mối ghi ở cuối thư.",
  }),
  en: () => ({
    organizers: "The organizers",
    seeAnswer: "See or change your answer",
    answer: "Answer the invitation",
    changeUntil: (moment) => `You may change your answer until ${moment}, from any device.`,
    changeRow: "Your answer",
    calendarRow: "Calendar",
    addToCalendar: "Download the calendar file (.ics)",
    openDoor: "Open the QR code for the door",
    doorHint: "On arrival, show the QR code or say the door code above.",
    daysLeft: (n) => (n <= 0 ? "Due today" : plural("en", n, { one: `${n} day left`, other: `${n} days left` })),
    seats: (n) => plural("en", n, { one: `${n} seat left`, other: `${n} seats left` }),
    callContact: "If you need help, please turn to the contact at the end of this letter.",
  }),
  ar: () => ({
    organizers: "اللجنة المنظمة",
    seeAnswer: "الاطلاع على الرد أو تغييره",
    answer: "الرد على الدعوة",
    changeUntil: (moment) => `يمكنكم تغيير الرد حتى ${moment} ومن أي جهاز.`,
    changeRow: "ردكم",
    calendarRow: "التقويم",
    addToCalendar: `تنزيل ملف التقويم (${ltr(".ics")})`,
    openDoor: "فتح رمز QR للدخول",
    doorHint: "عند الوصول اعرضوا رمز QR أو اذكروا رمز الدخول أعلاه.",
    daysLeft: (n) =>
      n <= 0
        ? "الموعد النهائي اليوم"
        : plural("ar", n, {
            one: "بقي يوم واحد",
            two: "بقي يومان",
            few: `بقيت ${n} أيام`,
            many: `بقي ${n} يومًا`,
            other: `بقي ${n} يوم`,
          }),
    seats: (n) =>
      plural("ar", n, {
        zero: "لا مقاعد متاحة",
        one: "مقعد واحد متاح",
        two: "مقعدان متاحان",
        few: `${n} مقاعد متاحة`,
        many: `${n} مقعدًا متاحًا`,
        other: `${n} مقعد متاح`,
      }),
    callContact: "عند الحاجة يُرجى الاتصال بجهة التواصل المذكورة في نهاية الرسالة.",
  }),
  hi: () => ({
    organizers: "आयोजन समिति",
    seeAnswer: "अपना उत्तर देखें या बदलें",
    answer: "निमंत्रण का उत्तर दें",
    changeUntil: (moment) => `आप ${moment} तक किसी भी उपकरण से अपना उत्तर बदल सकते हैं।`,
    changeRow: "आपका उत्तर",
    calendarRow: "कैलेंडर",
    addToCalendar: "कैलेंडर फ़ाइल (.ics) डाउनलोड करें",
    openDoor: "प्रवेश का क्यूआर कोड खोलें",
    doorHint: "पहुँचने पर क्यूआर कोड दिखाएँ या ऊपर लिखा प्रवेश कोड बताएँ।",
    daysLeft: (n) => (n <= 0 ? "अंतिम तिथि आज है" : `${n} दिन शेष`),
    seats: (n) => `${n} स्थान शेष`,
    callContact: "आवश्यकता हो तो पत्र के अंत में दिए संपर्क से बात करें।",
  }),
};
