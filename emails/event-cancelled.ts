import type { Locale } from "~/web/i18n";
import { type Block, rows, say } from "./blocks";
import { bare, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, oldTimeRow, shortTitle, titleOf } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { dayWords } from "./when";
import { frameWords } from "./words";

export interface EventCancelledProps extends LetterProps {
  event: DatedEvent;
  point?: PointFacts | null;
  reason?: string | null;
  /** The event's page, when there is something to read there. */
  link?: string | null;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string, day: string) => string;
  kicker: string;
  cancelled: (title: string) => string;
  nothing: string;
  button: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title, day) => `Hủy: ${title} (${day})`,
    kicker: "Thông báo hủy",
    cancelled: (title) => `Ban tổ chức xin thông báo: ${title} không được tổ chức như đã mời.`,
    nothing: `Không cần làm gì thêm: lịch trong máy sẽ được gỡ theo thư này. Rất mong ${you} thông cảm.`,
    button: "Xem trang sự kiện",
  }),
  en: () => ({
    subject: (title, day) => `Cancelled: ${title} (${day})`,
    kicker: "Cancelled",
    cancelled: (title) => `The organizers regret to inform you that ${title} will not take place.`,
    nothing:
      "There is nothing you need to do; this letter takes the event out of your calendar. We apologize for the inconvenience.",
    button: "See the event's page",
  }),
  ar: () => ({
    subject: (title, day) => `إلغاء: ${title} (${day})`,
    kicker: "إشعار بالإلغاء",
    cancelled: (title) => `تأسف اللجنة المنظمة لإبلاغكم بإلغاء ${title}.`,
    nothing: "لا يلزمكم القيام بشيء، فهذه الرسالة تزيل الموعد من تقويمكم. نعتذر عن أي إزعاج.",
    button: "الاطلاع على صفحة الفعالية",
  }),
  hi: () => ({
    subject: (title, day) => `रद्द: ${title} (${day})`,
    kicker: "रद्द होने की सूचना",
    cancelled: (title) => `आयोजन समिति खेद सहित सूचित करती है कि ${title} अब आयोजित नहीं होगा।`,
    nothing: "आपको कुछ करने की आवश्यकता नहीं; यह पत्र आपके कैलेंडर से कार्यक्रम हटा देगा। असुविधा के लिए खेद है।",
    button: "कार्यक्रम का पृष्ठ देखें",
  }),
};

/** The event will not take place; calendars drop it. */
export function eventCancelled(props: EventCancelledProps): Letter {
  const { to, event, point, reason, link } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "CANCEL", point });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    const blocks: Block[] = [
      say(t.cancelled(fact(event.title, 300))),
      rows([
        oldTimeRow(event, event.zone, locale),
        point ? { label: point.main ? frame.mainPoint : frame.point, lines: [fact(point.name)], struck: true } : null,
        reason?.trim() ? { label: frame.reason, lines: [fact(reason, 600)] } : null,
      ]),
      say(t.nothing),
      ...(props.contact ? [say(eventWords[locale](you).callContact)] : []),
      ...(link ? [{ kind: "button" as const, label: t.button, href: link, hint: frame.copyAddress }] : []),
    ];
    const day = bare(dayWords(event.startsAt, event.zone, locale));
    return {
      subject: t.subject(shortTitle(event), day),
      preheader: reason?.trim() ? bare(fact(reason, 160)) : day,
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
