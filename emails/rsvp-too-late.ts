import type { Locale } from "~/web/i18n";
import { type Block, rows, say } from "./blocks";
import { fact } from "./clean";
import { compose } from "./compose";
import { shortTitle, titleOf, whenRow } from "./event-blocks";
import { eventWords } from "./event-words";
import type { DatedEvent, LetterProps, PointFacts } from "./facts";
import type { Letter } from "./letter";
import { frameWords } from "./words";

export interface RsvpTooLateProps extends LetterProps {
  event: DatedEvent;
  point: PointFacts;
  because: "full" | "closed";
  /** Points that still have seats, the best offer first. */
  offers?: { name: string /** null: no limit */; seats: number | null }[];
  link?: string | null;
}

interface Words {
  subject: (title: string) => string;
  kicker: string;
  full: (point: string, title: string) => string;
  closed: (title: string) => string;
  offers: string;
  choose: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: (title) => `Chưa xếp được chỗ: ${title}`,
    kicker: "Chưa xếp được chỗ",
    full: (point, title) => `${point} đã hết chỗ, nên Ban tổ chức chưa xếp được chỗ cho ${you} tại ${title}.`,
    closed: (title) => `Danh sách đại biểu của ${title} đã chốt trước khi nhận được câu trả lời của ${you}.`,
    offers: "Điểm cầu còn chỗ",
    choose: "Chọn điểm cầu khác",
  }),
  en: () => ({
    subject: (title) => `No seat yet: ${title}`,
    kicker: "No seat yet",
    full: (point, title) => `${point} is full, so there is no seat for you yet at ${title}.`,
    closed: (title) => `The list of delegates of ${title} was closed before your answer arrived.`,
    offers: "Points with seats",
    choose: "Choose another point",
  }),
  ar: () => ({
    subject: (title) => `لم يتوفر مقعد بعد: ${title}`,
    kicker: "لم يتوفر مقعد بعد",
    full: (point, title) => `اكتملت المقاعد في ${point}، ولذلك لم يتوفر لكم مقعد بعد في ${title}.`,
    closed: (title) => `أُغلقت قائمة مندوبي ${title} قبل وصول ردكم.`,
    offers: "نقاط فيها مقاعد",
    choose: "اختيار نقطة أخرى",
  }),
  hi: () => ({
    subject: (title) => `अभी स्थान नहीं मिला: ${title}`,
    kicker: "अभी स्थान नहीं मिला",
    full: (point, title) => `${point} में स्थान भर चुके हैं, इसलिए ${title} में आपके लिए अभी स्थान नहीं हो सका।`,
    closed: (title) => `आपका उत्तर मिलने से पहले ${title} की प्रतिनिधि सूची बंद हो चुकी थी।`,
    offers: "जिन केंद्रों में स्थान हैं",
    choose: "दूसरा केंद्र चुनें",
  }),
};

/** The answer came, the seat was gone: said at once, with what there is instead. */
export function rsvpTooLate(props: RsvpTooLateProps): Letter {
  const { event, point, because, offers = [], link } = props;
  return compose(props, (locale, you) => {
    const t = words[locale](you);
    const shared = eventWords[locale](you);
    const frame = frameWords[locale](you);
    const title = fact(event.title, 300);
    const items = offers
      .slice(0, 8)
      .map(({ name, seats }) => ({ mark: seats === null ? "–" : shared.seats(seats), text: fact(name) }));
    const blocks: Block[] = [
      say(because === "full" ? t.full(fact(point.name), title) : t.closed(title)),
      rows([whenRow(event, event.zone, locale)]),
      ...(items.length > 0 ? [{ kind: "list" as const, label: t.offers, items }] : []),
      ...(props.contact ? [say(shared.callContact)] : []),
      ...(link
        ? [
            {
              kind: "button" as const,
              label: items.length > 0 ? t.choose : shared.seeAnswer,
              href: link,
              hint: frame.copyAddress,
            },
          ]
        : []),
    ];
    return {
      subject: t.subject(shortTitle(event)),
      preheader: items.length > 0 ? t.offers : t.kicker,
      kicker: t.kicker,
      title: titleOf(event),
      blocks,
      because: frame.invited,
    };
  });
}
