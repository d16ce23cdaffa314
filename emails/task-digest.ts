import type { Locale } from "~/web/i18n";
import { type Day, formatLongDay } from "~/web/time";
import { type Block, type Entry, say } from "./blocks";
import { bare, cleanLine, cleanText, fact } from "./clean";
import { compose } from "./compose";
import type { LetterProps } from "./facts";
import type { Letter } from "./letter";
import { type DigestPartName, digestWords } from "./task-digest-words";

export interface DigestTaskFacts {
  code: string;
  title: string;
  href: string;
  /** As the plan wrote it, in the reader's language: "Quý III/2025". */
  due: string;
  /** Why it is here, in the reader's language: "Quá hạn 3 ngày". */
  why: string;
  leadUnit: string;
  /** Why it came back; "" when it did not. */
  reason: string;
}

export interface DigestPart {
  name: DigestPartName;
  /** How many there are; `tasks` are the first of them. */
  total: number;
  tasks: DigestTaskFacts[];
  /** The list that holds them all. */
  listUrl: string;
}

export interface TaskDigestProps extends LetterProps {
  day: Day;
  /** In the order of the letter; none is empty. */
  parts: DigestPart[];
  /** Where the reader says at which hour it comes, or that it shall not. */
  wishUrl: string;
}

/** What a person has to know of their tasks on one morning, what is late first. */
export function taskDigest(props: TaskDigestProps): Letter {
  const { day, parts, wishUrl } = props;
  return compose(props, (locale, you) => {
    const t = digestWords[locale](you);
    const blocks: Block[] = [
      say(t.opening(formatLongDay(day, locale))),
      ...parts.map((part): Block => {
        const left = part.total - part.tasks.length;
        return {
          kind: "entries",
          label: `${t.parts[part.name]} (${part.total})`,
          hint: t.hints[part.name],
          entries: part.tasks.map((task) => entry(task, t)),
          more: left > 0 ? { text: t.more(left), href: part.listUrl } : undefined,
        };
      }),
      { kind: "link", text: t.wish, href: wishUrl },
    ];
    const first = parts[0]?.tasks[0];
    return {
      subject: bare(t.subject(countsOf(parts))),
      preheader: first ? bare(cleanLine(`${first.code} ${first.title}`, 160)) : "",
      kicker: t.kicker,
      title: formatLongDay(day, locale),
      blocks,
      because: t.because,
    };
  });
}

/** Late is late, whoever hears of it: the subject counts it once. */
function countsOf(parts: readonly DigestPart[]): { name: DigestPartName; n: number }[] {
  const counts: { name: DigestPartName; n: number }[] = [];
  for (const { name, total } of parts) {
    const last = counts.at(-1);
    if (last?.name === "escalated" && name === "overdue") last.n += total;
    else counts.push({ name, n: total });
  }
  return counts;
}

function entry(task: DigestTaskFacts, t: ReturnType<(typeof digestWords)[Locale]>): Entry {
  return {
    title: [task.code.trim() && fact(task.code, 40), fact(task.title, 300)].filter(Boolean).join(" "),
    href: task.href,
    lines: [
      [`${t.due}: ${fact(task.due, 60)}`, task.why].filter(Boolean).join(" · "),
      ...(task.leadUnit ? [`${t.leadUnit}: ${fact(task.leadUnit, 200)}`] : []),
    ],
    quote: task.reason ? `${t.reason}: ${cleanText(task.reason, 600)}` : undefined,
  };
}
