import { Status, type Tone } from "~/ui/badge";
import type { IconName } from "~/ui/icon";
import { useWords } from "~/web/use-words";
import { difficultyWords } from "../messages";
import type { DifficultyState } from "../rules";

const looks: Record<DifficultyState, { tone: Tone; icon?: IconName }> = {
  open: { tone: "warning" },
  resolved: { tone: "success" },
  dropped: { tone: "neutral", icon: "close" },
};

/** How a difficulty stands; `overdue` and `blocks` are said beside it. */
export function DifficultyStatus(props: { state: DifficultyState; overdue?: boolean; blocks?: boolean }) {
  const { state, overdue, blocks } = props;
  const t = useWords(difficultyWords);
  return (
    <span className="cluster">
      <Status {...looks[state]}>{t.states[state]}</Status>
      {overdue && <Status tone="danger">{t.overdue}</Status>}
      {blocks && state === "open" && (
        <Status tone="danger" icon="pause">
          {t.blocksShort}
        </Status>
      )}
    </span>
  );
}
