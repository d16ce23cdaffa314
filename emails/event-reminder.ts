import type { Locale } from "~/web/i18n";
import { type Block, rows, say } from "./blocks";
import { bare, cleanLine, fact } from "./clean";
import { compose } from "./compose";
import { agendaBlocks, calendarOf, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { doorBlocks } from "./rsvp-confirmed";
import { momentWords } from "./when";
import { frameWords } from "./words";

export interface EventReminderProps extends LetterProps {
  event: DatedEvent;
  point: PointFacts;
  link: string;
  doorUrl?: string | null;
  doorCode?: string | null;
  stopUrl?: string | null;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string, when: string) => string;
  kicker: string;
  soon: (title: string, when: string) => string;
  cannot: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title, when) => `Nhắc lịch ${when}: ${title}`,
    kicker: "Nhắc lịch",
    soon: (title, when) => `Xin nhắc ${you}: ${title} bắt đầu lúc ${when}.`,
    cannot: `Nếu ${you} có việc đột xuất không dự được, xin cho biết trên trang trả lời để nhường chỗ.`,
  }),
  en: () => ({
    subject: (title, when) => `Reminder, ${when}: ${title}`,
    kicker: "Reminder",
    soon: (title, when) => `A reminder that ${title} begins at ${when}.`,
    cannot: "If something comes up and you cannot attend, please say so on the reply page to free the seat.",
  }),
  ar: () => ({
    subject: (title, when) => `تذكير بالموعد ${when}: ${title}`,
    kicker: "تذكير بالموعد",
    soon: (title, when) => `نذكركم بأن ${title} يبدأ في ${when}.`,
    cannot: "إذا طرأ ما يمنعكم من الحضور، فيُرجى إبلاغنا في صفحة الرد لإتاحة المقعد لغيركم.",
  }),
  hi: () => ({
    subject: (title, when) => `अनुस्मारक, ${when}: ${title}`,
    kicker: "अनुस्मारक",
    soon: (title, when) => `आपको स्मरण कराया जाता है कि ${title} ${when} पर आरंभ होगा।`,
    cannot: "यदि किसी कारण न आ सकें, तो कृपया उत्तर पृष्ठ पर बताएँ ताकि स्थान किसी और को मिल सके।",
  }),
};

/** The day before, to those who come: where, how, and what to show at the door. */
export function eventReminder(props: EventReminderProps): Letter {
  const { to, event, point, link, doorUrl, stopUrl } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "REQUEST", point, link, accepted: true });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const shared = eventWords[locale](you);
    const frame = frameWords[locale](you);
    const when = momentWords(event.startsAt, event.zone, locale);
    const blocks: Block[] = [
      say(t.soon(fact(event.title, 300), when)),
      rows([whenRow(event, event.zone, locale), ...pointRows(point, locale)]),
      ...doorBlocks(props, locale, you),
      ...agendaBlocks(event, locale),
      say(t.cannot),
      ...(doorUrl && doorUrl !== link
        ? [rows([{ label: shared.changeRow, lines: [shared.seeAnswer], href: link }])]
        : []),
    ];
    return {
      subject: t.subject(shortTitle(event), bare(when)),
      preheader: bare(`${cleanLine(point.name, 120)} · ${cleanLine(point.address ?? "", 120)}`),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar, stopUrl });
}
