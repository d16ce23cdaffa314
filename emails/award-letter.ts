import { type Block, quote, rows, say } from "./blocks";
import { bare, fact, ltr } from "./clean";
import { compose } from "./compose";
import type { LetterProps } from "./facts";
import type { Letter } from "./letter";
import { type AwardMatter, type AwardWords, awardWords } from "./award-letter-words";
import { momentWords } from "./when";
import { frameWords } from "./words";

export interface AwardLetterProps extends LetterProps {
  matter: AwardMatter;
  /** The round, the nominee or the meeting, in the reader's language. */
  about: string;
  /** How many the letter is about; 1 when absent. */
  count?: number;
  facts: { label: keyof AwardWords["labels"]; text: string }[];
  /** The end of a window, or the start of a meeting, on the clock of `zone`. */
  moment?: { label: "until" | "when"; at: Date; zone: string } | null;
  /** Someone's own words: why it came back, why it was refused. */
  reason?: string | null;
  link: string;
}

/** What people of a unit and members of the council are told in the course of an award round. */
export function awardLetter(props: AwardLetterProps): Letter {
  const { matter, about, count = 1, facts, moment, reason, link } = props;
  return compose(props, (locale, you) => {
    const t = awardWords[locale](you);
    const words = t.matters[matter];
    const said = words.say(fact(about, 300), count);
    const blocks: Block[] = [
      say(said),
      rows([
        ...facts.map(({ label, text }) => ({
          label: t.labels[label],
          lines: [label === "receipt" || label === "decision" ? ltr(text) : fact(text, 300)],
        })),
        moment && { label: t.labels[moment.label], lines: [momentWords(moment.at, moment.zone, locale)], strong: true },
      ]),
      ...quote(t.reason, reason),
      { kind: "button", label: words.button, href: link, hint: frameWords[locale](you).copyAddress },
    ];
    return {
      ...{
        subject: words.subject(bare(fact(about, 120))),
        preheader: bare(said),
        kicker: t.kicker,
        title: words.title,
      },
      ...{ blocks, because: t.because },
    };
  });
}
