import { Counter } from "~/ui/counter";
import { type BarPart, StackedBar } from "~/ui/stacked-bar";
import { useWords } from "~/web/use-words";
import type { Category, Counts } from "../../rules";
import { guestWords } from "../messages";

/** The parts of `invited`, in the order of the sentence invited = confirmed + substitute + declined + silent. */
export function useParts(counts: Counts, hrefOf?: (category: Category) => string): BarPart[] {
  const t = useWords(guestWords).states;
  const part = (key: Category, value: number, fill: BarPart["fill"]): BarPart => ({
    key,
    label: t[key],
    value,
    fill,
    ...(hrefOf && { href: hrefOf(key) }),
  });
  return [
    part("confirmed", counts.confirmed, "full"),
    part("substitute", counts.substitute, "striped"),
    part("declined", counts.declined, "grey"),
    part("silent", counts.silent, "open"),
  ];
}

/** Who has answered, and how; each part leads to its people. */
export function AnswersHead({ counts, hrefOf }: { counts: Counts; hrefOf: (category: Category) => string }) {
  const t = useWords(guestWords);
  const parts = useParts(counts, hrefOf);
  return (
    <div className="stack gap-1">
      <div className="split gap-4">
        <strong>{t.invitedTotal(counts.invited)}</strong>
        <span>
          {t.answered} <Counter done={counts.invited - counts.silent} total={counts.invited} />
        </span>
      </div>
      <StackedBar label={t.invitedTotal(counts.invited)} parts={parts} />
    </div>
  );
}
