import { Status, type Tone } from "~/ui/badge";
import type { IconName } from "~/ui/icon";
import { useWords } from "~/web/use-words";
import { programmeWords } from "../programme/messages";
import type { LineTest } from "../programme/rules";
import { At } from "./when";

const looks: Record<LineTest, { tone: Tone; icon: IconName }> = {
  untested: { tone: "neutral", icon: "dot" },
  passed: { tone: "success", icon: "check" },
  failed: { tone: "danger", icon: "error" },
  backup: { tone: "info", icon: "repeat" },
};

interface Props {
  point: { lineTest: LineTest; lineTestedAt: Date | null; lineNote: string };
  zone: string;
}

/** How the last line test went, when, and what was noted. */
export function LineBadge({ point: { lineTest, lineTestedAt, lineNote }, zone }: Props) {
  const t = useWords(programmeWords);
  return (
    <div>
      <Status {...looks[lineTest]}>{t.lineTests[lineTest]}</Status>
      {(lineTestedAt || lineNote) && (
        <div className="soft small">
          {lineTestedAt && <At at={lineTestedAt} zone={zone} />}
          {lineTestedAt && lineNote && " · "}
          <bdi>{lineNote}</bdi>
        </div>
      )}
    </div>
  );
}
