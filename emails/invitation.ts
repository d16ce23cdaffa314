import type { Locale } from "~/web/i18n";
import { type Block, notice, quote, rows, say } from "./blocks";
import { bare, cleanLine, fact } from "./clean";
import { compose } from "./compose";
import { agendaBlocks, calendarOf, eventRows, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { dayWords, momentWords, whenLines } from "./when";
import { frameWords } from "./words";

export interface InvitationProps extends LetterProps {
  event: DatedEvent;
  point: PointFacts;
  replyBy: Date | null;
  /** The reader's own /rsvp/<token>. */
  link: string;
  note?: string | null;
  /** The answer page offers other points as well. */
  canChoosePoint?: boolean;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string, day: string) => string;
  kicker: string;
  invites: (host: string, title: string) => string;
  replyBy: (moment: string) => string;
  replySoon: string;
  choose: string;
  button: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title, day) => `Giấy mời: ${title} (${day})`,
    kicker: "Giấy mời",
    invites: (host, title) => `${host} trân trọng kính mời ${you} tới dự ${title}.`,
    replyBy: (moment) => `Xin ${you} trả lời trước ${moment}`,
    replySoon: `Xin ${you} trả lời để Ban tổ chức sắp xếp chỗ`,
    choose: "Cũng có thể chọn điểm cầu khác thuận tiện hơn, nếu còn chỗ.",
    button: "Trả lời giấy mời",
  }),
  en: () => ({
    subject: (title, day) => `Invitation: ${title} (${day})`,
    kicker: "Invitation",
    invites: (host, title) => `${host} has the honour to invite you to attend ${title}.`,
    replyBy: (moment) => `Please reply before ${moment}`,
    replySoon: "Please reply so that a seat can be arranged for you",
    choose: "You may also choose a more convenient point while it has seats.",
    button: "Answer the invitation",
  }),
  ar: () => ({
    subject: (title, day) => `دعوة: ${title} (${day})`,
    kicker: "دعوة",
    invites: (host, title) => `يتشرف ${host} بدعوتكم إلى حضور ${title}.`,
    replyBy: (moment) => `يُرجى الرد قبل ${moment}`,
    replySoon: "يُرجى الرد ليتسنى ترتيب مقعد لكم",
    choose: "ويمكنكم أيضًا اختيار نقطة ربط أنسب لكم ما دامت فيها مقاعد.",
    button: "الرد على الدعوة",
  }),
  hi: () => ({
    subject: (title, day) => `निमंत्रण: ${title} (${day})`,
    kicker: "निमंत्रण पत्र",
    invites: (host, title) => `${host} आपको ${title} में सादर आमंत्रित करता है।`,
    replyBy: (moment) => `कृपया ${moment} से पहले उत्तर दें`,
    replySoon: "कृपया उत्तर दें ताकि आपके लिए स्थान की व्यवस्था हो सके",
    choose: "स्थान रहने तक आप कोई अधिक सुविधाजनक केंद्र भी चुन सकते हैं।",
    button: "निमंत्रण का उत्तर दें",
  }),
};

/** The invitation: who invites, when, where, and one button that leads to the answer. */
export function invitation(props: InvitationProps): Letter {
  const { to, office, event, point, replyBy, link, note, canChoosePoint } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "REQUEST", point, link });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    const reply = replyBy ? t.replyBy(momentWords(replyBy, event.zone, locale)) : t.replySoon;
    const blocks: Block[] = [
      say(t.invites(fact(event.host?.trim() || office), fact(event.title, 300))),
      rows([whenRow(event, event.zone, locale), ...pointRows(point, locale)]),
      ...quote(frame.note, note),
      notice(reply, [frame.answerHint, ...(canChoosePoint ? [t.choose] : [])]),
      { kind: "button", label: t.button, href: link, hint: frame.copyAddress },
      rows(eventRows(event, point, locale)),
      ...agendaBlocks(event, locale),
    ];
    return {
      subject: t.subject(shortTitle(event), bare(dayWords(event.startsAt, event.zone, locale))),
      preheader: bare(`${whenLines(event, event.zone, locale)[0]} · ${cleanLine(point.name, 120)}`),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
