import { Status, type Tone } from "~/ui/badge";
import { useWords } from "~/web/use-words";
import { nominationWords } from "../messages";
import type { NominationState } from "../rules";

const tones: Record<NominationState, Tone> = {
  draft: "neutral",
  signed: "info",
  submitted: "accent",
  received: "info",
  returned: "warning",
  withdrawn: "neutral",
  qualified: "accent",
  refused: "neutral",
  proposed: "success",
  awarded: "success",
  revoked: "danger",
};

/** How a dossier stands. */
export function NominationStatus({ state, late = false }: { state: NominationState; late?: boolean }) {
  const t = useWords(nominationWords);
  return (
    <span className="cluster">
      <Status tone={tones[state]}>{t.states[state]}</Status>
      {late && <Status tone="warning">{t.late}</Status>}
    </span>
  );
}
