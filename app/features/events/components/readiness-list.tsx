import { Icon, type IconName } from "~/ui/icon";
import { Link } from "~/ui/link";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { programmeWords } from "../programme/messages";
import type { Check, CheckKey } from "../programme/rules";

const signs: Record<Check["state"], IconName> = { ok: "check", lacking: "warning", wrong: "error" };
const tones: Record<Check["state"], string> = { ok: "success", lacking: "warning", wrong: "danger" };

const mendAt: Record<CheckKey, (eventId: string) => string> = {
  points: (id) => `${paths.eventPoints(id)}/add`,
  places: paths.eventPoints,
  seats: paths.eventPoints,
  contacts: paths.eventPoints,
  lines: paths.eventPoints,
  replyBy: paths.eventEdit,
  agenda: paths.eventAgenda,
  chairs: paths.eventAgenda,
};

/** What an event still lacks before its day, each with the way to mend it. */
export function ReadinessList({ checks, eventId, mayMend }: { checks: Check[]; eventId: string; mayMend: boolean }) {
  const t = useWords(programmeWords).ready;
  return (
    <ul className="stack gap-2" style={{ listStyle: "none" }}>
      {checks.map(({ key, state, code, n }) => {
        const said = (t[key] as Record<string, (n: number) => string>)[code]?.(n);
        return (
          <li key={key} style={{ display: "flex", gap: "var(--space-2)" }}>
            <span style={{ color: `var(--${tones[state]})`, paddingBlockStart: "0.125rem" }}>
              <Icon name={signs[state]} size={18} />
            </span>
            <span className={state === "ok" ? "soft" : undefined}>
              {said}
              {state !== "ok" && mayMend && (
                <>
                  {" · "}
                  <Link href={mendAt[key](eventId)}>{t.mend}</Link>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
