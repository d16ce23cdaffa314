import type { Locale } from "~/web/i18n";
import { type Block, notice, rows, say, small } from "./blocks";
import { bare, fact } from "./clean";
import { compose } from "./compose";
import { pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { dayWords, momentWords } from "./when";
import { frameWords } from "./words";

export interface ReplyReminderProps extends LetterProps {
  event: DatedEvent;
  point: PointFacts;
  replyBy: Date;
  /** Whole days from the letter to the deadline; 0 is the day itself. */
  daysLeft: number;
  link: string;
  stopUrl?: string | null;
}

interface Words {
  subject: (title: string, day: string) => string;
  kicker: string;
  waiting: (title: string) => string;
  replyBy: (moment: string) => string;
  already: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title, day) => `Nhắc trả lời trước ${day}: ${title}`,
    kicker: "Nhắc trả lời giấy mời",
    waiting: (title) => `Ban tổ chức chưa nhận được câu trả lời của ${you} về ${title}.`,
    replyBy: (moment) => `Xin ${you} trả lời trước ${moment}`,
    already: `Nếu ${you} vừa trả lời, xin bỏ qua thư này.`,
  }),
  en: () => ({
    subject: (title, day) => `Please reply before ${day}: ${title}`,
    kicker: "Reminder to reply",
    waiting: (title) => `The organizers have not yet received your answer about ${title}.`,
    replyBy: (moment) => `Please reply before ${moment}`,
    already: "If you have just replied, please ignore this letter.",
  }),
  ar: () => ({
    subject: (title, day) => `يُرجى الرد قبل ${day}: ${title}`,
    kicker: "تذكير بالرد على الدعوة",
    waiting: (title) => `لم تتلقَّ اللجنة المنظمة ردكم بعد بشأن ${title}.`,
    replyBy: (moment) => `يُرجى الرد قبل ${moment}`,
    already: "إذا كنتم قد رددتم للتو، فيُرجى تجاهل هذه الرسالة.",
  }),
  hi: () => ({
    subject: (title, day) => `कृपया ${day} से पहले उत्तर दें: ${title}`,
    kicker: "उत्तर के लिए अनुस्मारक",
    waiting: (title) => `आयोजन समिति को ${title} के संबंध में आपका उत्तर अभी नहीं मिला है।`,
    replyBy: (moment) => `कृपया ${moment} से पहले उत्तर दें`,
    already: "यदि आपने अभी उत्तर दिया है, तो इस पत्र पर ध्यान न दें।",
  }),
};

/** To those who have not answered yet. */
export function replyReminder(props: ReplyReminderProps): Letter {
  const { event, point, replyBy, daysLeft, link, stopUrl } = props;
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const shared = eventWords[locale](you);
    const frame = frameWords[locale](you);
    const blocks: Block[] = [
      say(t.waiting(fact(event.title, 300))),
      rows([whenRow(event, event.zone, locale), ...pointRows(point, locale)]),
      notice(t.replyBy(momentWords(replyBy, event.zone, locale)), [shared.daysLeft(daysLeft)], "warning"),
      { kind: "button", label: shared.answer, href: link, hint: frame.copyAddress },
      small(frame.answerHint),
      small(t.already),
    ];
    return {
      subject: t.subject(shortTitle(event), bare(dayWords(replyBy, event.zone, locale))),
      preheader: shared.daysLeft(daysLeft),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { stopUrl });
}
