import type { Locale } from "~/web/i18n";
import { type Block, type Row, rows, say } from "./blocks";
import { bare, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { whenLines } from "./when";
import { frameWords } from "./words";

export type ChangedFact = "title" | "time" | "place" | "meeting-link" | "chair" | "agenda" | "reply-by" | "other";

export interface InvitationChangedProps extends LetterProps {
  /** The event as it is now. */
  event: DatedEvent;
  point: PointFacts;
  /** What was and what is, in words ready to read. */
  changes: { what: ChangedFact; before?: string | null; after?: string | null }[];
  reason?: string | null;
  link: string;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string) => string;
  kicker: string;
  changed: (title: string) => string;
  before: (label: string) => string;
  after: (label: string) => string;
  holds: string;
  labels: Record<ChangedFact, string>;
}

const words: Record<Locale, Words> = {
  vi: {
    subject: (title) => `Thay đổi thông tin: ${title}`,
    kicker: "Thay đổi thông tin",
    changed: (title) => `Ban tổ chức xin thông báo một số thay đổi của ${title}:`,
    before: (label) => `${label} (cũ)`,
    after: (label) => `${label} (mới)`,
    holds: "Thông tin hiện nay:",
    labels: {
      title: "Tên sự kiện",
      time: "Thời gian",
      place: "Địa điểm",
      "meeting-link": "Phòng họp trực tuyến",
      chair: "Chủ trì",
      agenda: "Chương trình",
      "reply-by": "Hạn xác nhận",
      other: "Nội dung khác",
    },
  },
  en: {
    subject: (title) => `Changed: ${title}`,
    kicker: "Changes",
    changed: (title) => `The organizers wish to inform you of changes to ${title}:`,
    before: (label) => `${label} (before)`,
    after: (label) => `${label} (now)`,
    holds: "What holds now:",
    labels: {
      title: "Name of the event",
      time: "Time",
      place: "Venue",
      "meeting-link": "Online meeting room",
      chair: "Chair",
      agenda: "Agenda",
      "reply-by": "Reply by",
      other: "Other",
    },
  },
  ar: {
    subject: (title) => `تغيير في المعلومات: ${title}`,
    kicker: "تغيير في المعلومات",
    changed: (title) => `تود اللجنة المنظمة إبلاغكم بتغييرات في ${title}:`,
    before: (label) => `${label} (سابقًا)`,
    after: (label) => `${label} (الآن)`,
    holds: "المعلومات السارية الآن:",
    labels: {
      title: "اسم الفعالية",
      time: "الموعد",
      place: "المكان",
      "meeting-link": "قاعة الاجتماع عبر الإنترنت",
      chair: "الرئيس",
      agenda: "جدول الأعمال",
      "reply-by": "آخر موعد للرد",
      other: "أمور أخرى",
    },
  },
  hi: {
    subject: (title) => `जानकारी में बदलाव: ${title}`,
    kicker: "जानकारी में बदलाव",
    changed: (title) => `आयोजन समिति ${title} में हुए बदलावों की सूचना देती है:`,
    before: (label) => `${label} (पहले)`,
    after: (label) => `${label} (अब)`,
    holds: "अब मान्य जानकारी:",
    labels: {
      title: "कार्यक्रम का नाम",
      time: "समय",
      place: "स्थल",
      "meeting-link": "ऑनलाइन बैठक कक्ष",
      chair: "अध्यक्ष",
      agenda: "कार्यसूची",
      "reply-by": "उत्तर की अंतिम तिथि",
      other: "अन्य",
    },
  },
};

/** Something about the event changed that is not its date alone; what was and what is stand side by side. */
export function invitationChanged(props: InvitationChangedProps): Letter {
  const { to, event, point, changes, reason, link } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "REQUEST", point, link });
  const page = (locale: Locale, you: string) => {
    const t = words[locale];
    const frame = frameWords[locale](you);
    const changed = changes.flatMap(({ what, before, after }): Row[] => [
      ...(before?.trim() ? [{ label: t.before(t.labels[what]), lines: [fact(before, 600)], struck: true }] : []),
      ...(after?.trim() ? [{ label: t.after(t.labels[what]), lines: [fact(after, 600)], strong: true }] : []),
    ]);
    const blocks: Block[] = [
      say(t.changed(fact(event.title, 300))),
      rows([...changed, reason?.trim() ? { label: frame.reason, lines: [fact(reason, 600)] } : null]),
      say(t.holds),
      rows([whenRow(event, event.zone, locale), ...pointRows(point, locale)]),
      { kind: "button", label: eventWords[locale](you).seeAnswer, href: link, hint: frame.copyAddress },
    ];
    return {
      subject: t.subject(shortTitle(event)),
      preheader: bare(
        changed.map((row) => `${row.label}: ${row.lines[0]}`)[0] ?? whenLines(event, event.zone, locale)[0] ?? "",
      ),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
