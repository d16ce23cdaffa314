import { type Locale, plural } from "~/web/i18n";
import { type Block, rows, say, small } from "./blocks";
import { fact, ltr } from "./clean";
import { compose } from "./compose";
import type { LetterProps } from "./facts";
import type { Letter } from "./letter";
import { momentWords, zoneWords } from "./when";
import { frameWords } from "./words";

export interface SignInProps extends LetterProps {
  link: string;
  /** Six digits, for a page that is already open on another device. */
  code: string;
  /** How long link and code live. */
  minutes: number;
  askedAt: Date;
  zone: string;
  /** "Chrome, Windows": what the request said of itself. */
  device?: string | null;
}

interface Words {
  subject: string;
  kicker: string;
  title: string;
  asked: string;
  button: string;
  code: string;
  once: (minutes: number) => string;
  askedAt: string;
  device: string;
  notMe: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: "Đăng nhập TenTen",
    kicker: "Đăng nhập",
    title: "Đăng nhập vào TenTen",
    asked: "Hệ thống vừa nhận được yêu cầu đăng nhập bằng địa chỉ thư này.",
    button: "Mở trang đăng nhập",
    code: "Hoặc nhập mã này vào trang đăng nhập đang mở",
    once: (minutes) =>
      `Đường dẫn và mã dùng được một lần, trong ${minutes} phút. Trang mở ra có một nút; bấm nút đó mới đăng nhập.`,
    askedAt: "Lúc yêu cầu",
    device: "Thiết bị",
    notMe: `Nếu không phải ${you} yêu cầu, xin bỏ qua thư này. Không có mã thì không ai đăng nhập được.`,
  }),
  en: () => ({
    subject: "Sign in to TenTen",
    kicker: "Sign-in",
    title: "Sign in to TenTen",
    asked: "Someone asked to sign in with this e-mail address.",
    button: "Open the sign-in page",
    code: "Or type this code on the sign-in page you have open",
    once: (minutes) =>
      `The link and the code work once, for ${plural("en", minutes, { one: `${minutes} minute`, other: `${minutes} minutes` })}. The page has one button; you are signed in when you press it.`,
    askedAt: "Asked at",
    device: "Device",
    notMe: "If it was not you, ignore this letter. Nobody can sign in without the code.",
  }),
  ar: () => ({
    subject: "تسجيل الدخول إلى TenTen",
    kicker: "تسجيل الدخول",
    title: "تسجيل الدخول إلى TenTen",
    asked: "وصل إلى النظام طلب تسجيل دخول بعنوان البريد هذا.",
    button: "فتح صفحة تسجيل الدخول",
    code: "أو أدخلوا هذا الرمز في صفحة تسجيل الدخول المفتوحة لديكم",
    once: (minutes) =>
      `يُستعمل الرابط والرمز مرة واحدة خلال ${frameWords.ar("").minutes(minutes)}. في الصفحة زر واحد، ولا يتم الدخول إلا بالضغط عليه.`,
    askedAt: "وقت الطلب",
    device: "الجهاز",
    notMe: "إذا لم تطلبوا ذلك فتجاهلوا هذه الرسالة، فلا يمكن لأحد الدخول من دون الرمز.",
  }),
  hi: () => ({
    subject: "TenTen में साइन इन",
    kicker: "साइन इन",
    title: "TenTen में साइन इन करें",
    asked: "इस ई-मेल पते से साइन इन करने का अनुरोध मिला है।",
    button: "साइन इन पृष्ठ खोलें",
    code: "या यह कोड खुले हुए साइन इन पृष्ठ पर लिखें",
    once: (minutes) =>
      `लिंक और कोड एक ही बार, ${minutes} मिनट तक काम करते हैं। पृष्ठ पर एक बटन है; उसे दबाने पर ही साइन इन होता है।`,
    askedAt: "अनुरोध का समय",
    device: "उपकरण",
    notMe: "यदि अनुरोध आपका नहीं था, तो इस पत्र पर ध्यान न दें। कोड के बिना कोई साइन इन नहीं कर सकता।",
  }),
};

/** A link and a six-digit code that open the door once. */
export function signIn(props: SignInProps): Letter {
  const { link, code, minutes, askedAt, zone, device } = props;
  return compose(props, (locale, you) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    const asked = `${momentWords(askedAt, zone, locale)} (${zoneWords(askedAt, zone, locale)})`;
    const blocks: Block[] = [
      say(t.asked),
      { kind: "button", label: t.button, href: link, hint: frame.copyAddress },
      { kind: "code", label: t.code, code: ltr(code).slice(1, -1) },
      small(t.once(minutes)),
      rows([
        { label: t.askedAt, lines: [asked] },
        device?.trim() ? { label: t.device, lines: [fact(device, 120)] } : null,
      ]),
      small(t.notMe),
    ];
    return { ...t, preheader: t.once(minutes), blocks, because: frame.account };
  });
}
