import type { Locale } from "~/web/i18n";
import { type Block, quote, rows, say, small } from "./blocks";
import { bare, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps } from "./facts";
import type { Letter } from "./letter";
import { momentWords, whenLines } from "./when";
import { frameWords } from "./words";

export interface RsvpDeclinedProps extends LetterProps {
  event: DatedEvent;
  /** None where the answer has ended the reader's link. */
  link?: string | null;
  reasonGiven?: string | null;
  changeUntil?: Date | null;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string) => string;
  kicker: string;
  noted: (title: string) => string;
  reason: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title) => `Đã ghi nhận không tham dự: ${title}`,
    kicker: "Đã ghi nhận câu trả lời",
    noted: (title) => `Ban tổ chức đã ghi nhận ${you} không tham dự ${title}. Cảm ơn ${you} đã cho biết.`,
    reason: `Lý do ${you} cho biết`,
  }),
  en: () => ({
    subject: (title) => `Noted that you will not attend: ${title}`,
    kicker: "Answer noted",
    noted: (title) => `The organizers have noted that you will not attend ${title}. Thank you for letting us know.`,
    reason: "The reason you gave",
  }),
  ar: () => ({
    subject: (title) => `تم تسجيل اعتذاركم: ${title}`,
    kicker: "تم تسجيل الرد",
    noted: (title) => `سجلت اللجنة المنظمة اعتذاركم عن حضور ${title}. نشكركم على إبلاغنا.`,
    reason: "السبب الذي ذكرتموه",
  }),
  hi: () => ({
    subject: (title) => `दर्ज हुआ, आप भाग नहीं लेंगे: ${title}`,
    kicker: "उत्तर दर्ज हुआ",
    noted: (title) => `आयोजन समिति ने दर्ज किया है कि आप ${title} में भाग नहीं लेंगे। बताने के लिए धन्यवाद।`,
    reason: "आपका बताया कारण",
  }),
};

/** No, with thanks; a change of mind stays possible. */
export function rsvpDeclined(props: RsvpDeclinedProps): Letter {
  const { to, event, link, reasonGiven, changeUntil } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "CANCEL" });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const shared = eventWords[locale](you);
    const frame = frameWords[locale](you);
    const blocks: Block[] = [
      say(t.noted(fact(event.title, 300))),
      rows([whenRow(event, event.zone, locale)]),
      ...quote(t.reason, reasonGiven),
      ...(changeUntil ? [small(shared.changeUntil(momentWords(changeUntil, event.zone, locale)))] : []),
      ...(link ? [{ kind: "button" as const, label: shared.seeAnswer, href: link, hint: frame.copyAddress }] : []),
    ];
    return {
      subject: t.subject(shortTitle(event)),
      preheader: bare(whenLines(event, event.zone, locale)[0] ?? ""),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
