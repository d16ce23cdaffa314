import { Ltr } from "~/ui/text";
import { type Day, formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";
import { countWords } from "../messages";

/** From when to when a position was held. */
export function TermDays({ heldFrom, heldTo }: { heldFrom: Day; heldTo: Day | null }) {
  const t = useWords(countWords);
  return heldTo ? <Ltr>{t.termOf(formatDay(heldFrom), formatDay(heldTo))}</Ltr> : t.termSince(formatDay(heldFrom));
}
