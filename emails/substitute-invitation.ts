import type { Locale } from "~/web/i18n";
import { type Block, notice, quote, rows, say } from "./blocks";
import { bare, fact } from "./clean";
import { compose } from "./compose";
import { agendaBlocks, calendarOf, eventRows, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { dayWords, momentWords, whenLines } from "./when";
import { frameWords } from "./words";

export interface SubstituteInvitationProps extends LetterProps {
  event: DatedEvent;
  point: PointFacts;
  /** Who named the reader. */
  principal: { name: string; position?: string | null };
  replyBy?: Date | null;
  /** The substitute's own link. */
  link: string;
  note?: string | null;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string, day: string) => string;
  kicker: string;
  named: (principal: string, title: string) => string;
  invites: (host: string) => string;
  reply: (moment: string | null) => string;
  hint: string;
  button: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title, day) => `Giấy mời đi thay: ${title} (${day})`,
    kicker: "Giấy mời người đi thay",
    named: (principal, title) => `${principal} đã cử ${you} đi thay tham dự ${title}.`,
    invites: (host) => `${host} trân trọng kính mời ${you}.`,
    reply: (moment) =>
      moment ? `Xin ${you} báo lại trước ${moment} nếu không đi được` : `Xin ${you} báo lại nếu không đi được`,
    hint: `Chỗ đã được giữ cho ${you}. Đường dẫn dành riêng cho ${you}, xin không chuyển tiếp.`,
    button: "Xem giấy mời và trả lời",
  }),
  en: () => ({
    subject: (title, day) => `Invitation as substitute: ${title} (${day})`,
    kicker: "Invitation as substitute",
    named: (principal, title) => `${principal} has named you to attend ${title} in their place.`,
    invites: (host) => `${host} has the honour to invite you.`,
    reply: (moment) =>
      moment ? `Please tell us before ${moment} if you cannot come` : "Please tell us if you cannot come",
    hint: "A seat is kept for you. The link is yours alone: please do not forward it.",
    button: "See the invitation and answer",
  }),
  ar: () => ({
    subject: (title, day) => `دعوة للحضور بديلًا: ${title} (${day})`,
    kicker: "دعوة للبديل",
    named: (principal, title) => `تم إيفادكم من قِبل ${principal} لحضور ${title} نيابةً عنه.`,
    invites: (host) => `يتشرف ${host} بدعوتكم.`,
    reply: (moment) => (moment ? `يُرجى إبلاغنا قبل ${moment} إذا تعذر حضوركم` : "يُرجى إبلاغنا إذا تعذر حضوركم"),
    hint: "مقعدكم محجوز. الرابط خاص بكم، فيُرجى عدم تحويله إلى غيركم.",
    button: "الاطلاع على الدعوة والرد",
  }),
  hi: () => ({
    subject: (title, day) => `स्थानापन्न के रूप में निमंत्रण: ${title} (${day})`,
    kicker: "स्थानापन्न हेतु निमंत्रण",
    named: (principal, title) => `${principal} ने अपने स्थान पर ${title} में भाग लेने के लिए आपको नामित किया है।`,
    invites: (host) => `${host} आपको सादर आमंत्रित करता है।`,
    reply: (moment) => (moment ? `यदि न आ सकें तो कृपया ${moment} से पहले बताएँ` : "यदि न आ सकें तो कृपया बताएँ"),
    hint: "आपके लिए स्थान सुरक्षित है। यह लिंक केवल आपके लिए है, कृपया इसे आगे न भेजें।",
    button: "निमंत्रण देखें और उत्तर दें",
  }),
};

/** To the substitute: who named them, and a link of their own. */
export function substituteInvitation(props: SubstituteInvitationProps): Letter {
  const { to, office, event, point, principal, replyBy, link, note } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "REQUEST", point, link });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    // In Vietnamese the position leads, elsewhere it follows the name.
    const [name, position] = [fact(principal.name, 200), principal.position?.trim() && fact(principal.position, 200)];
    const who = (locale === "vi" ? [position, name] : [name, position])
      .filter(Boolean)
      .join(locale === "vi" ? " " : ", ");
    const blocks: Block[] = [
      say(`${t.named(who, fact(event.title, 300))} ${t.invites(fact(event.host?.trim() || office))}`),
      rows([whenRow(event, event.zone, locale), ...pointRows(point, locale)]),
      ...quote(frame.note, note),
      notice(t.reply(replyBy ? momentWords(replyBy, event.zone, locale) : null), [t.hint]),
      { kind: "button", label: t.button, href: link, hint: frame.copyAddress },
      rows(eventRows(event, point, locale)),
      ...agendaBlocks(event, locale),
    ];
    return {
      subject: t.subject(shortTitle(event), bare(dayWords(event.startsAt, event.zone, locale))),
      preheader: bare(`${whenLines(event, event.zone, locale)[0]} · ${eventWords[locale](you).organizers}`),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
