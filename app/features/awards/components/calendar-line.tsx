import { Status } from "~/ui/badge";
import { Ltr } from "~/ui/text";
import { leftToRight } from "~/web/i18n";
import { formatMoment } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";
import { awardWords } from "../messages";
import type { Phase, PhaseKind } from "../rounds/phases.rules";

/** The calendar of a round as a line of steps; the one that runs is marked, what is over is ticked. */
export function CalendarLine({ phases, current, now }: { phases: Phase[]; current: PhaseKind | null; now: Date }) {
  const t = useWords(awardWords);
  const zone = useZone();
  return (
    <ol className="grid grid-narrow" style={{ listStyle: "none", padding: 0, margin: 0 }}>
      {phases.map(({ kind, startsAt, endsAt }) => {
        const over = endsAt !== null && endsAt <= now;
        return (
          <li key={kind} aria-current={kind === current ? "step" : undefined} className={over ? "soft" : undefined}>
            <strong>{t.phases[kind]}</strong>
            {kind === current && (
              <span className="block">
                <Status tone="accent">{t.phaseNow}</Status>
              </span>
            )}
            <span className="small block">
              <Ltr>{formatMoment(startsAt, zone)}</Ltr>
            </span>
            <span className="small block">{endsAt ? t.until(leftToRight(formatMoment(endsAt, zone))) : t.noEnd}</span>
          </li>
        );
      })}
    </ol>
  );
}
