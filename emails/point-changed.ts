import type { Locale } from "~/web/i18n";
import { type Block, rows, say } from "./blocks";
import { bare, cleanLine, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { frameWords } from "./words";

export interface PointChangedProps extends LetterProps {
  event: DatedEvent;
  was: PointFacts;
  now: PointFacts;
  reason?: string | null;
  link: string;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string, point: string) => string;
  kicker: string;
  changed: (title: string) => string;
  before: string;
  kept: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title, point) => `Đổi điểm cầu sang ${point}: ${title}`,
    kicker: "Đổi điểm cầu",
    changed: (title) => `Ban tổ chức xin thông báo: nơi ${you} tham dự ${title} được đổi như sau.`,
    before: "Điểm cầu cũ",
    kept: "Thời gian và câu trả lời trước đây không thay đổi.",
  }),
  en: () => ({
    subject: (title, point) => `New point ${point}: ${title}`,
    kicker: "New point",
    changed: (title) => `The organizers wish to inform you that the place where you attend ${title} has changed.`,
    before: "Previous point",
    kept: "The time and your answer stay as they were.",
  }),
  ar: () => ({
    subject: (title, point) => `نقطة ربط جديدة ${point}: ${title}`,
    kicker: "تغيير نقطة الربط",
    changed: (title) => `تود اللجنة المنظمة إبلاغكم بتغيير مكان حضوركم ${title}.`,
    before: "النقطة السابقة",
    kept: "يبقى الموعد وردكم السابق كما هما.",
  }),
  hi: () => ({
    subject: (title, point) => `नया केंद्र ${point}: ${title}`,
    kicker: "केंद्र में बदलाव",
    changed: (title) => `आयोजन समिति सूचित करती है कि ${title} के लिए आपका केंद्र बदल दिया गया है।`,
    before: "पिछला केंद्र",
    kept: "समय और आपका पिछला उत्तर यथावत रहेगा।",
  }),
};

/** The reader attends elsewhere than first written. */
export function pointChanged(props: PointChangedProps): Letter {
  const { to, event, was, now, reason, link } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "REQUEST", point: now, link });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    const blocks: Block[] = [
      say(t.changed(fact(event.title, 300))),
      rows([
        { label: t.before, lines: [fact(was.name)], struck: true },
        ...pointRows(now, locale),
        whenRow(event, event.zone, locale),
        reason?.trim() ? { label: frame.reason, lines: [fact(reason, 600)] } : null,
      ]),
      say(t.kept),
      { kind: "button", label: eventWords[locale](you).seeAnswer, href: link, hint: frame.copyAddress },
    ];
    return {
      subject: t.subject(shortTitle(event), cleanLine(now.name, 60)),
      preheader: bare(`${cleanLine(was.name, 80)} → ${cleanLine(now.name, 80)}`),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
