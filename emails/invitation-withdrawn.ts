import type { Locale } from "~/web/i18n";
import { type Block, quote, rows, say } from "./blocks";
import { bare, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, oldTimeRow, shortTitle, titleOf } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps } from "./facts";
import type { Letter } from "./letter";
import { dayWords } from "./when";
import { frameWords } from "./words";

export type WithdrawnBecause = "substitute-named" | "principal-attends" | "list-corrected" | "link-renewed";

export interface InvitationWithdrawnProps extends LetterProps {
  event: DatedEvent;
  because: WithdrawnBecause;
  note?: string | null;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string) => string;
  kicker: string;
  withdrawn: (title: string) => string;
  because: Record<WithdrawnBecause, string>;
  dead: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title) => `Thư mời trước không còn hiệu lực: ${title}`,
    kicker: "Thu hồi thư mời",
    withdrawn: (title) => `Thư mời trước đây gửi ${you} tham dự ${title} không còn hiệu lực.`,
    because: {
      "substitute-named": "Người khác đã được cử đi thay.",
      "principal-attends": `Người cử ${you} đi thay đã đổi câu trả lời.`,
      "list-corrected": "Danh sách đại biểu đã được điều chỉnh.",
      "link-renewed": "Một thư mời mới, với đường dẫn mới, được gửi riêng.",
    },
    dead: "Đường dẫn trong thư trước không còn dùng được.",
  }),
  en: () => ({
    subject: (title) => `Earlier invitation withdrawn: ${title}`,
    kicker: "Invitation withdrawn",
    withdrawn: (title) => `The invitation sent to you earlier for ${title} is no longer valid.`,
    because: {
      "substitute-named": "Another person has been named as substitute.",
      "principal-attends": "The person who named you has changed their answer.",
      "list-corrected": "The list of delegates has been corrected.",
      "link-renewed": "A new invitation with a new link is sent separately.",
    },
    dead: "The link in the earlier letter no longer works.",
  }),
  ar: () => ({
    subject: (title) => `سحب الدعوة السابقة: ${title}`,
    kicker: "سحب الدعوة",
    withdrawn: (title) => `الدعوة المرسلة إليكم سابقًا إلى ${title} لم تعد سارية.`,
    because: {
      "substitute-named": "أُوفد شخص آخر بديلًا.",
      "principal-attends": "غيّر من أوفدكم رده.",
      "list-corrected": "جرى تصحيح قائمة المندوبين.",
      "link-renewed": "تصلكم دعوة جديدة برابط جديد في رسالة منفصلة.",
    },
    dead: "لم يعد الرابط الوارد في الرسالة السابقة صالحًا.",
  }),
  hi: () => ({
    subject: (title) => `पिछला निमंत्रण वापस लिया गया: ${title}`,
    kicker: "निमंत्रण वापस",
    withdrawn: (title) => `${title} के लिए आपको पहले भेजा गया निमंत्रण अब मान्य नहीं है।`,
    because: {
      "substitute-named": "किसी अन्य व्यक्ति को स्थानापन्न नामित किया गया है।",
      "principal-attends": "आपको नामित करने वाले व्यक्ति ने अपना उत्तर बदल दिया है।",
      "list-corrected": "प्रतिनिधि सूची में सुधार किया गया है।",
      "link-renewed": "नए लिंक के साथ नया निमंत्रण अलग से भेजा जा रहा है।",
    },
    dead: "पिछले पत्र का लिंक अब काम नहीं करता।",
  }),
};

/** An invitation that no longer holds: its link is dead and calendars drop it. */
export function invitationWithdrawn(props: InvitationWithdrawnProps): Letter {
  const { to, event, because, note } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "CANCEL" });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    const blocks: Block[] = [
      say(t.withdrawn(fact(event.title, 300))),
      say(`${t.because[because]} ${t.dead}`),
      rows([oldTimeRow(event, event.zone, locale)]),
      ...quote(frame.note, note),
      ...(props.contact ? [say(eventWords[locale](you).callContact)] : []),
    ];
    return {
      subject: t.subject(shortTitle(event)),
      preheader: bare(`${t.because[because]} ${dayWords(event.startsAt, event.zone, locale)}`),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
