import type { Locale } from "~/web/i18n";
import { isWebAddress } from "~/web/web-address";
import { type Block, rows, say, small } from "./blocks";
import { bare, cleanLine, fact } from "./clean";
import { compose } from "./compose";
import { calendarOf, pointRows, shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { momentWords, whenLines } from "./when";
import { frameWords } from "./words";

export interface RsvpConfirmedProps extends LetterProps {
  event: DatedEvent;
  point: PointFacts;
  /** The reader's answer page. */
  link: string;
  /** The page with the QR code; may be the same as `link`. */
  doorUrl?: string | null;
  /** The code in letters, for a door without a scanner. */
  doorCode?: string | null;
  calendarUrl?: string | null;
  changeUntil?: Date | null;
  calendar?: CalendarFacts | null;
}

interface Words {
  subject: (title: string) => string;
  kicker: string;
  thanks: (title: string) => string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title) => `Đã xác nhận tham dự: ${title}`,
    kicker: "Đã xác nhận tham dự",
    thanks: (title) => `Cảm ơn ${you} đã nhận lời tham dự ${title}. Chỗ của ${you} đã được giữ.`,
  }),
  en: () => ({
    subject: (title) => `Attendance confirmed: ${title}`,
    kicker: "Attendance confirmed",
    thanks: (title) => `Thank you for agreeing to attend ${title}. Your seat is kept.`,
  }),
  ar: () => ({
    subject: (title) => `تم تأكيد الحضور: ${title}`,
    kicker: "تم تأكيد الحضور",
    thanks: (title) => `نشكركم على قبول الدعوة إلى ${title}. مقعدكم محجوز.`,
  }),
  hi: () => ({
    subject: (title) => `उपस्थिति की पुष्टि हुई: ${title}`,
    kicker: "उपस्थिति की पुष्टि",
    thanks: (title) => `${title} में आने की स्वीकृति के लिए धन्यवाद। आपका स्थान सुरक्षित है।`,
  }),
};

/** The blocks that open the door: the code in letters and the way to its QR picture. */
export function doorBlocks(
  { link, doorUrl, doorCode }: Pick<RsvpConfirmedProps, "link" | "doorUrl" | "doorCode">,
  locale: Locale,
  you: string,
): Block[] {
  const t = eventWords[locale](you);
  const frame = frameWords[locale](you);
  const code: Block[] = doorCode?.trim() ? [{ kind: "code", label: frame.door, code: cleanLine(doorCode, 40) }] : [];
  const button: Block = doorUrl
    ? { kind: "button", label: t.openDoor, href: doorUrl, hint: frame.copyAddress }
    : { kind: "button", label: t.seeAnswer, href: link, hint: frame.copyAddress };
  return [...code, button, ...(doorCode ? [small(t.doorHint)] : [])];
}

/** Yes: the place, the time, the seat, and what to show at the door. */
export function rsvpConfirmed(props: RsvpConfirmedProps): Letter {
  const { to, event, point, link, doorUrl, calendarUrl, changeUntil } = props;
  const calendar = calendarOf(props.calendar, { event, to, method: "REQUEST", point, link, accepted: true });
  const page = (locale: Locale, you: string) => {
    const t = words[locale](you);
    const shared = eventWords[locale](you);
    const frame = frameWords[locale](you);
    const blocks: Block[] = [
      say(t.thanks(fact(event.title, 300))),
      rows([whenRow(event, event.zone, locale), ...pointRows(point, locale)]),
      ...doorBlocks(props, locale, you),
      rows([
        doorUrl && doorUrl !== link ? { label: shared.changeRow, lines: [shared.seeAnswer], href: link } : null,
        isWebAddress(calendarUrl)
          ? { label: shared.calendarRow, lines: [shared.addToCalendar], href: calendarUrl }
          : null,
      ]),
      ...(changeUntil ? [small(shared.changeUntil(momentWords(changeUntil, event.zone, locale)))] : []),
    ];
    return {
      subject: t.subject(shortTitle(event)),
      preheader: bare(`${whenLines(event, event.zone, locale)[0]} · ${cleanLine(point.name, 120)}`),
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  };
  return compose(props, page, { calendar });
}
