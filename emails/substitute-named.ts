import type { Locale } from "~/web/i18n";
import { type Block, rows, say, small } from "./blocks";
import { bare, cleanLine, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { momentWords } from "./when";
import { frameWords } from "./words";

export interface SubstituteNamedProps extends LetterProps {
  event: DatedEvent;
  point: PointFacts;
  substitute: { name: string; position?: string | null };
  /** The principal's own page, when the principal may still take the answer back. */
  link?: string | null;
  changeUntil?: Date | null;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string) => string;
  kicker: string;
  named: (title: string) => string;
  substitute: string;
  passed: string;
  linkDead: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title) => `Đã ghi nhận người đi thay: ${title}`,
    kicker: "Cử người đi thay",
    named: (title) => `Ban tổ chức đã ghi nhận ${you} cử người đi thay tham dự ${title}.`,
    substitute: "Người đi thay",
    passed: "Người đi thay nhận thư mời và đường dẫn riêng.",
    linkDead: `Đường dẫn trong thư mời trước của ${you} không còn dùng được.`,
  }),
  en: () => ({
    subject: (title) => `Substitute noted: ${title}`,
    kicker: "Substitute named",
    named: (title) => `The organizers have noted that you send a substitute to ${title}.`,
    substitute: "Substitute",
    passed: "The substitute receives an invitation and a link of their own.",
    linkDead: "The link in your earlier invitation no longer works.",
  }),
  ar: () => ({
    subject: (title) => `تم تسجيل البديل: ${title}`,
    kicker: "إيفاد بديل",
    named: (title) => `سجلت اللجنة المنظمة إيفادكم بديلًا إلى ${title}.`,
    substitute: "البديل",
    passed: "يتلقى البديل دعوة ورابطًا خاصين به.",
    linkDead: "لم يعد الرابط الوارد في دعوتكم السابقة صالحًا.",
  }),
  hi: () => ({
    subject: (title) => `स्थानापन्न दर्ज हुआ: ${title}`,
    kicker: "स्थानापन्न नामित",
    named: (title) => `आयोजन समिति ने दर्ज किया है कि आप ${title} के लिए स्थानापन्न भेज रहे हैं।`,
    substitute: "स्थानापन्न",
    passed: "स्थानापन्न को उनका अपना निमंत्रण और लिंक मिलेगा।",
    linkDead: "आपके पिछले निमंत्रण का लिंक अब काम नहीं करता।",
  }),
};

/** To the one who was invited: whom they named. */
export function substituteNamed(props: SubstituteNamedProps): Letter {
  const { to, event, point, substitute, link, changeUntil } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "CANCEL", point });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const shared = eventWords[locale](you);
    const frame = frameWords[locale](you);
    const position = substitute.position?.trim() ? `(${fact(substitute.position, 200)})` : undefined;
    const blocks: Block[] = [
      say(t.named(fact(event.title, 300))),
      rows([
        { label: t.substitute, lines: [fact(substitute.name, 200)], aside: position, strong: true },
        whenRow(event, event.zone, locale),
        ...pointRows({ ...point, meetingUrl: null }, locale),
      ]),
      say(link ? t.passed : `${t.passed} ${t.linkDead}`),
      ...(changeUntil && link ? [small(shared.changeUntil(momentWords(changeUntil, event.zone, locale)))] : []),
      ...(link ? [{ kind: "button" as const, label: shared.seeAnswer, href: link, hint: frame.copyAddress }] : []),
    ];
    return {
      subject: t.subject(shortTitle(event)),
      preheader: bare(`${t.substitute}: ${cleanLine(substitute.name, 120)}`),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
