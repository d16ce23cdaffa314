import { Status, type Tone } from "~/ui/badge";
import { Ltr } from "~/ui/text";
import type { IconName } from "~/ui/icon";
import { formatNumber } from "~/web/i18n";
import type { Day } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import type { Colour, Reason } from "../colour.rules";
import { taskWords } from "../messages";
import { shareOf } from "../progress.rules";
import type { DuePrecision, TaskState } from "../rules";
import { dueText, whyText } from "../wording.rules";

/** The tone and, where it is not the tone's own, the sign of a colour. */
export const colourLooks: Record<Colour, { tone: Tone; icon?: IconName }> = {
  "done-on-time": { tone: "success" },
  "done-late": { tone: "info", icon: "check" },
  red: { tone: "danger" },
  amber: { tone: "warning" },
  green: { tone: "accent" },
  unplanned: { tone: "neutral" },
  "no-data": { tone: "neutral" },
  none: { tone: "neutral" },
};

/** How a task stands, computed: word, sign and colour; the deciding reason is its title. */
export function ColourBadge({ colour, reasons }: { colour: Colour; reasons: readonly Reason[] }) {
  const t = useWords(taskWords);
  const locale = useLocale();
  const first = reasons[0];
  return (
    <span title={reasons.map((reason) => whyText(reason, t, locale)).join(". ") || undefined}>
      <Status {...colourLooks[colour]}>{first ? whyText(first, t, locale) : t.colours[colour]}</Status>
    </span>
  );
}

const states: Record<TaskState, { tone: Tone; icon: IconName }> = {
  draft: { tone: "neutral", icon: "edit" },
  assigned: { tone: "accent", icon: "letter" },
  received: { tone: "accent", icon: "check" },
  "in-progress": { tone: "accent", icon: "resume" },
  submitted: { tone: "info", icon: "pause" },
  returned: { tone: "warning", icon: "repeat" },
  completed: { tone: "success", icon: "check" },
  "basically-completed": { tone: "success", icon: "check" },
  "carried-over": { tone: "neutral", icon: "repeat" },
  cancelled: { tone: "neutral", icon: "close" },
};

/** Where a task is on its way. */
export function StateBadge({ state }: { state: TaskState }) {
  const t = useWords(taskWords);
  return <Status {...states[state]}>{t.states[state]}</Status>;
}

/** A deadline as the plan wrote it. */
export function Due(props: { dueOn: Day | null; duePrecision: DuePrecision }) {
  const text = dueText(props, useWords(taskWords));
  return props.dueOn !== null && props.duePrecision === "day" ? <Ltr>{text}</Ltr> : text;
}

/** "11/21 · 52,38 %": done, assigned, and then the share. */
export function DoneOf({ done, total }: { done: number; total: number }) {
  const locale = useLocale();
  const share = shareOf(done, total);
  if (share === null) return "–";
  return (
    <Ltr>
      {formatNumber(done, locale)}/{formatNumber(total, locale)} · {formatNumber(share, locale, 2)} %
    </Ltr>
  );
}
