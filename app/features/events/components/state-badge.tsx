import { Status, type Tone } from "~/ui/badge";
import type { IconName } from "~/ui/icon";
import { useWords } from "~/web/use-words";
import { eventWords } from "../messages";
import type { EventState } from "../rules";

const looks: Record<EventState, { tone: Tone; icon: IconName }> = {
  draft: { tone: "neutral", icon: "edit" },
  open: { tone: "accent", icon: "event" },
  closed: { tone: "info", icon: "lock" },
  running: { tone: "success", icon: "resume" },
  finished: { tone: "neutral", icon: "check" },
  postponed: { tone: "warning", icon: "pause" },
  cancelled: { tone: "danger", icon: "close" },
};

/** The state of an event in one word with its sign; `moved` says that its date is not the first one. */
export function StateBadge({ state, moved }: { state: EventState; moved?: boolean }) {
  const t = useWords(eventWords);
  return (
    <>
      <Status {...looks[state]}>{t.states[state]}</Status>
      {moved && state !== "postponed" && state !== "cancelled" && (
        <>
          {" "}
          <Status tone="warning" icon="repeat">
            {t.moved}
          </Status>
        </>
      )}
    </>
  );
}
