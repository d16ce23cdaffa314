import { type Locale, plural } from "~/web/i18n";
import { fact } from "./clean";
import type { Courtesy, Reader } from "./facts";

/** The words that frame every letter. Sentences take `you`, the way the reader is addressed in Vietnamese. */
export interface FrameWords {
  closing: string;
  contact: string;
  phone: string;
  mail: string;
  copyAddress: string;
  automatic: (office: string) => string;
  invited: string;
  account: string;
  stop: string;
  sameLetter: string;
  when: string;
  before: string;
  vietNamTime: string;
  point: string;
  mainPoint: string;
  place: string;
  meeting: string;
  way: string;
  map: string;
  openMap: string;
  chair: string;
  host: string;
  campaign: string;
  kind: string;
  composition: string;
  agenda: string;
  documentNumber: string;
  replyBy: string;
  reason: string;
  note: string;
  door: string;
  minutes: (n: number) => string;
  answerHint: string;
}

const courtesies: Record<Locale, Record<Courtesy, string>> = {
  vi: { unknown: "Ông/Bà", sir: "Ông", madam: "Bà", comrade: "Đồng chí" },
  en: { unknown: "", sir: "Mr", madam: "Ms", comrade: "" },
  ar: { unknown: "السيد/السيدة", sir: "السيد", madam: "السيدة", comrade: "السيد/السيدة" },
  hi: { unknown: "श्री/श्रीमती", sir: "श्री", madam: "श्रीमती", comrade: "श्री/श्रीमती" },
};

/** How Vietnamese sentences speak to the reader. */
export const youOf = (reader: Reader): string =>
  reader.courtesy === "comrade" ? "đồng chí" : courtesies.vi[reader.courtesy ?? "unknown"];

/** The line that opens a letter: the position and the whole name, in the order of the reader's language. */
export function greeting(reader: Reader, locale: Locale): string {
  const courtesy = courtesies[locale][reader.courtesy ?? "unknown"];
  const name = fact(reader.name, 200);
  const position = reader.position?.trim() ? fact(reader.position, 200) : "";
  const first = (...parts: string[]) => parts.filter(Boolean).join(" ");
  if (locale === "vi") return `Kính gửi: ${first(courtesy, position, name)}`;
  if (locale === "en") return `To: ${first(courtesy, name)}${position && `, ${position}`}`;
  if (locale === "ar") return `إلى: ${first(courtesy, name)}${position && `، ${position}`}`;
  return `सेवा में: ${first(courtesy, name)}${position && `, ${position}`}`;
}

export const frameWords: Record<Locale, (you: string) => FrameWords> = {
  vi: (you) => ({
    closing: "Trân trọng,",
    contact: "Đầu mối liên hệ",
    phone: "điện thoại",
    mail: "thư điện tử",
    copyAddress: "Nếu nút không mở được, xin chép địa chỉ sau vào trình duyệt:",
    automatic: (office) => `Thư do hệ thống TenTen của ${office} gửi tự động.`,
    invited: `Thư được gửi vì ${you} có tên trong danh sách mời.`,
    account: `Thư được gửi vì địa chỉ này gắn với một tài khoản của hệ thống.`,
    stop: "Không nhận thư nhắc về sự kiện này nữa:",
    sameLetter: "Nội dung bằng tiếng Việt",
    when: "Thời gian",
    before: "Lịch cũ",
    vietNamTime: "giờ Việt Nam",
    point: "Điểm cầu",
    mainPoint: "Điểm cầu chính",
    place: "Địa điểm",
    meeting: "Phòng họp trực tuyến",
    way: "Đường đi",
    map: "Bản đồ",
    openMap: "Mở bản đồ",
    chair: "Chủ trì",
    host: "Đơn vị tổ chức",
    campaign: "Chiến dịch",
    kind: "Hình thức",
    composition: "Thành phần",
    agenda: "Chương trình",
    documentNumber: "Giấy mời số",
    replyBy: "Hạn xác nhận",
    reason: "Lý do",
    note: "Lời nhắn",
    door: "Mã vào cửa",
    minutes: (n) => `${n} phút`,
    answerHint: `Trên trang trả lời, ${you} chọn: tham dự, không tham dự hoặc cử người đi thay. Chỉ khi bấm nút trên trang đó, câu trả lời mới được ghi nhận. Đường dẫn dành riêng cho ${you}, xin không chuyển tiếp.`,
  }),
  en: () => ({
    closing: "Yours sincerely,",
    contact: "Contact",
    phone: "telephone",
    mail: "e-mail",
    copyAddress: "If the button does not open, copy this address into a browser:",
    automatic: (office) => `Sent automatically by TenTen for ${office}.`,
    invited: "You receive this letter because your name is on the list of invited delegates.",
    account: "You receive this letter because this address belongs to an account of the system.",
    stop: "No more reminders about this event:",
    sameLetter: "The same letter in English",
    when: "Time",
    before: "Previous time",
    vietNamTime: "Viet Nam time",
    point: "Online point",
    mainPoint: "Main venue",
    place: "Venue",
    meeting: "Online meeting room",
    way: "How to get there",
    map: "Map",
    openMap: "Open the map",
    chair: "Chaired by",
    host: "Organized by",
    campaign: "Campaign",
    kind: "Kind of event",
    composition: "Composition",
    agenda: "Agenda",
    documentNumber: "Invitation No.",
    replyBy: "Reply by",
    reason: "Reason",
    note: "A note to you",
    door: "Door code",
    minutes: (n) => plural("en", n, { one: `${n} minute`, other: `${n} minutes` }),
    answerHint:
      "On the reply page you choose: attend, decline, or send a substitute. Your answer counts only once you press a button there. The link is yours alone: please do not forward it.",
  }),
  ar: () => ({
    closing: "وتفضلوا بقبول فائق الاحترام والتقدير،",
    contact: "للتواصل",
    phone: "الهاتف",
    mail: "البريد الإلكتروني",
    copyAddress: "إذا لم يُفتح الزر، يُرجى نسخ هذا العنوان إلى المتصفح:",
    automatic: (office) => `أُرسلت هذه الرسالة آليًا من نظام TenTen لدى ${office}.`,
    invited: "تصلكم هذه الرسالة لأن اسمكم مدرج في قائمة المدعوين.",
    account: "تصلكم هذه الرسالة لأن هذا العنوان مرتبط بحساب في النظام.",
    stop: "إيقاف رسائل التذكير بهذه الفعالية:",
    sameLetter: "الرسالة نفسها بالعربية",
    when: "الموعد",
    before: "الموعد السابق",
    vietNamTime: "بتوقيت فيتنام",
    point: "نقطة الربط عبر الإنترنت",
    mainPoint: "نقطة الربط الرئيسية",
    place: "المكان",
    meeting: "قاعة الاجتماع عبر الإنترنت",
    way: "طريق الوصول",
    map: "الخريطة",
    openMap: "فتح الخريطة",
    chair: "برئاسة",
    host: "الجهة المنظمة",
    campaign: "الحملة",
    kind: "نوع الفعالية",
    composition: "فئات الحضور",
    agenda: "جدول الأعمال",
    documentNumber: "رقم الدعوة",
    replyBy: "آخر موعد للرد",
    reason: "السبب",
    note: "رسالة إليكم",
    door: "رمز الدخول",
    minutes: (n) =>
      plural("ar", n, {
        zero: `${n} دقيقة`,
        one: "دقيقة واحدة",
        two: "دقيقتان",
        few: `${n} دقائق`,
        many: `${n} دقيقة`,
        other: `${n} دقيقة`,
      }),
    answerHint:
      "في صفحة الرد تختارون: الحضور أو الاعتذار أو إيفاد بديل. لا يُسجَّل ردكم إلا بعد الضغط على زر في تلك الصفحة. الرابط خاص بكم، فيُرجى عدم تحويله إلى غيركم.",
  }),
  hi: () => ({
    closing: "सादर,",
    contact: "संपर्क",
    phone: "दूरभाष",
    mail: "ई-मेल",
    copyAddress: "यदि बटन न खुले, तो यह पता ब्राउज़र में कॉपी करें:",
    automatic: (office) => `यह पत्र ${office} की TenTen प्रणाली द्वारा स्वतः भेजा गया है।`,
    invited: "यह पत्र आपको इसलिए मिला है क्योंकि आपका नाम आमंत्रित प्रतिनिधियों की सूची में है।",
    account: "यह पत्र आपको इसलिए मिला है क्योंकि यह पता प्रणाली के एक खाते से जुड़ा है।",
    stop: "इस कार्यक्रम के अनुस्मारक बंद करें:",
    sameLetter: "यही पत्र हिन्दी में",
    when: "समय",
    before: "पिछला समय",
    vietNamTime: "वियतनाम समय",
    point: "ऑनलाइन केंद्र",
    mainPoint: "मुख्य केंद्र",
    place: "स्थल",
    meeting: "ऑनलाइन बैठक कक्ष",
    way: "पहुँचने का मार्ग",
    map: "मानचित्र",
    openMap: "मानचित्र खोलें",
    chair: "अध्यक्षता",
    host: "आयोजक",
    campaign: "अभियान",
    kind: "कार्यक्रम का प्रकार",
    composition: "उपस्थिति-संरचना",
    agenda: "कार्यसूची",
    documentNumber: "निमंत्रण पत्र संख्या",
    replyBy: "उत्तर की अंतिम तिथि",
    reason: "कारण",
    note: "आपके लिए संदेश",
    door: "प्रवेश कोड",
    minutes: (n) => `${n} मिनट`,
    answerHint:
      "उत्तर पृष्ठ पर आप चुनते हैं: भाग लेंगे, भाग नहीं लेंगे, या स्थानापन्न भेजेंगे। उस पृष्ठ पर बटन दबाने के बाद ही आपका उत्तर दर्ज होता है। यह लिंक केवल आपके लिए है, कृपया इसे आगे न भेजें।",
  }),
};
