import type { Locale } from "~/web/i18n";
import { type Block, rows, say } from "./blocks";
import { bare, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, oldTimeRow, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, EventFacts, LetterProps, PointFacts, Span } from "./facts";
import type { Letter } from "./letter";
import { dayWords, momentWords } from "./when";
import { frameWords } from "./words";

export interface EventMovedProps extends LetterProps {
  event: EventFacts;
  /** The time that no longer holds; it stays visible. */
  was: Span;
  /** The new time; null while it is still to be announced, which takes the event out of calendars. */
  now: Span | null;
  point: PointFacts;
  reason?: string | null;
  replyBy?: Date | null;
  link: string;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string, was: string, now: string | null) => string;
  kicker: (dated: boolean) => string;
  moved: (title: string) => string;
  undated: (title: string) => string;
  later: string;
  askAgain: string;
  sorry: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title, was, now) => (now ? `Dời lịch sang ${now}: ${title}` : `Tạm hoãn (lịch cũ ${was}): ${title}`),
    kicker: (dated) => (dated ? "Dời lịch" : "Tạm hoãn"),
    moved: (title) => `Ban tổ chức xin thông báo: ${title} được dời sang thời gian mới.`,
    undated: (title) => `Ban tổ chức xin thông báo: ${title} tạm hoãn.`,
    later: "Thời gian mới sẽ được thông báo sau",
    askAgain: `Nếu thời gian mới không thuận tiện, xin ${you} cho biết trên trang trả lời.`,
    sorry: `Rất mong ${you} thông cảm.`,
  }),
  en: () => ({
    subject: (title, was, now) => (now ? `Moved to ${now}: ${title}` : `Postponed (was ${was}): ${title}`),
    kicker: (dated) => (dated ? "New date" : "Postponed"),
    moved: (title) => `The organizers wish to inform you that ${title} has been moved to a new time.`,
    undated: (title) => `The organizers wish to inform you that ${title} has been postponed.`,
    later: "The new time will be announced later",
    askAgain: "If the new time does not suit you, please say so on the reply page.",
    sorry: "We apologize for the inconvenience.",
  }),
  ar: () => ({
    subject: (title, was, now) => (now ? `موعد جديد ${now}: ${title}` : `تأجيل (الموعد السابق ${was}): ${title}`),
    kicker: (dated) => (dated ? "موعد جديد" : "تأجيل"),
    moved: (title) => `تود اللجنة المنظمة إبلاغكم بأن ${title} قد نُقل إلى موعد جديد.`,
    undated: (title) => `تود اللجنة المنظمة إبلاغكم بتأجيل ${title}.`,
    later: "سيُعلن الموعد الجديد لاحقًا",
    askAgain: "إذا لم يناسبكم الموعد الجديد، فيُرجى إبلاغنا في صفحة الرد.",
    sorry: "نعتذر عن أي إزعاج.",
  }),
  hi: () => ({
    subject: (title, was, now) => (now ? `नई तिथि ${now}: ${title}` : `स्थगित (पिछली तिथि ${was}): ${title}`),
    kicker: (dated) => (dated ? "नई तिथि" : "स्थगित"),
    moved: (title) => `आयोजन समिति सूचित करती है कि ${title} का समय बदल दिया गया है।`,
    undated: (title) => `आयोजन समिति सूचित करती है कि ${title} स्थगित किया गया है।`,
    later: "नया समय बाद में बताया जाएगा",
    askAgain: "यदि नया समय सुविधाजनक न हो, तो कृपया उत्तर पृष्ठ पर बताएँ।",
    sorry: "असुविधा के लिए खेद है।",
  }),
};

/** The event was postponed: the old date, the new one or none yet, and why. */
export function eventMoved(props: EventMovedProps): Letter {
  const { to, event, was, now, point, reason, replyBy, link } = props;
  const calendar = calendarOf(props.calendar, {
    event: { ...event, ...(now ?? was) },
    to,
    method: now ? "REQUEST" : "CANCEL",
    point,
    link,
  });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    const dayAt = (span: Span) => dayWords(span.startsAt, event.zone, locale);
    const blocks: Block[] = [
      say((now ? t.moved : t.undated)(fact(event.title, 300))),
      rows([
        oldTimeRow(was, event.zone, locale),
        now ? whenRow(now, event.zone, locale) : { label: frame.when, lines: [t.later], strong: true },
        reason?.trim() ? { label: frame.reason, lines: [fact(reason, 600)] } : null,
        ...pointRows(point, locale),
        replyBy && now ? { label: frame.replyBy, lines: [momentWords(replyBy, event.zone, locale)] } : null,
      ]),
      say(now ? `${t.askAgain} ${t.sorry}` : t.sorry),
      { kind: "button", label: eventWords[locale](you).seeAnswer, href: link, hint: frame.copyAddress },
    ];
    return {
      subject: t.subject(shortTitle(event), bare(dayAt(was)), now && bare(dayAt(now))),
      preheader: bare(now ? `${dayAt(was)} → ${dayAt(now)}` : t.later),
      kicker: t.kicker(now !== null),
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
