import type { Locale } from "~/web/i18n";
import { type Block, rows, say, small } from "./blocks";
import { fact, ltr } from "./clean";
import { compose } from "./compose";
import type { LetterProps } from "./facts";
import type { Letter } from "./letter";
import { momentWords, zoneWords } from "./when";
import { frameWords } from "./words";

export interface TestLetterProps extends LetterProps {
  sentAt: Date;
  zone: string;
  /** Host of the mail server, without its password. */
  server: string;
  askedBy?: string | null;
}

interface Words {
  subject: string;
  kicker: string;
  title: string;
  works: string;
  sentAt: string;
  server: string;
  askedBy: string;
  check: string;
}

const words: Record<Locale, Words> = {
  vi: {
    subject: "Thư thử từ TenTen",
    kicker: "Thư thử",
    title: "Máy chủ thư hoạt động",
    works: "Thư này đã qua máy chủ thư được cài đặt cho TenTen. Cài đặt gửi thư đã đúng.",
    sentAt: "Gửi lúc",
    server: "Máy chủ thư",
    askedBy: "Người gửi thử",
    check: "Xin kiểm tra thêm: thư có nằm trong hộp thư đến, không phải thư rác; chữ Việt hiện đúng: Ế Ữ Ặ đ.",
  },
  en: {
    subject: "Test letter from TenTen",
    kicker: "Test letter",
    title: "The mail server works",
    works: "This letter went through the mail server configured for TenTen. The mail settings are right.",
    sentAt: "Sent at",
    server: "Mail server",
    askedBy: "Tested by",
    check: "Please check too that it arrived in the inbox and not among junk, and that Vietnamese reads well: Ế Ữ Ặ đ.",
  },
  ar: {
    subject: "رسالة اختبار من TenTen",
    kicker: "رسالة اختبار",
    title: "خادم البريد يعمل",
    works: "مرت هذه الرسالة عبر خادم البريد المضبوط في TenTen. إعدادات البريد صحيحة.",
    sentAt: "وقت الإرسال",
    server: "خادم البريد",
    askedBy: "أجرى الاختبار",
    check: "يُرجى التحقق أيضًا من وصولها إلى صندوق الوارد لا إلى البريد غير المرغوب فيه.",
  },
  hi: {
    subject: "TenTen से परीक्षण पत्र",
    kicker: "परीक्षण पत्र",
    title: "मेल सर्वर काम कर रहा है",
    works: "यह पत्र TenTen के लिए निर्धारित मेल सर्वर से होकर आया है। मेल सेटिंग सही हैं।",
    sentAt: "भेजने का समय",
    server: "मेल सर्वर",
    askedBy: "परीक्षणकर्ता",
    check: "कृपया यह भी देखें कि पत्र इनबॉक्स में आया है, स्पैम में नहीं।",
  },
};

/** Proves the mail settings to the person who made them. */
export function testLetter(props: TestLetterProps): Letter {
  const { sentAt, zone, server, askedBy } = props;
  return compose(props, (locale, you) => {
    const t = words[locale];
    const sent = `${momentWords(sentAt, zone, locale)} (${zoneWords(sentAt, zone, locale)})`;
    const blocks: Block[] = [
      say(t.works),
      rows([
        { label: t.sentAt, lines: [sent] },
        { label: t.server, lines: [ltr(server)] },
        askedBy?.trim() ? { label: t.askedBy, lines: [fact(askedBy)] } : null,
      ]),
      small(t.check),
    ];
    return { ...t, preheader: t.works, blocks, because: frameWords[locale](you).account };
  });
}
