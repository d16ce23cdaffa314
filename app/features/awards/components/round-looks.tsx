import { Status, type Tone } from "~/ui/badge";
import { useWords } from "~/web/use-words";
import { awardWords } from "../messages";
import type { RoundState } from "../terms.rules";

const tones: Record<RoundState, Tone> = {
  draft: "neutral",
  published: "accent",
  closed: "success",
  cancelled: "danger",
};

/** How a round stands. */
export function RoundStatus({ state }: { state: RoundState }) {
  const t = useWords(awardWords);
  return <Status tone={tones[state]}>{t.states[state]}</Status>;
}
