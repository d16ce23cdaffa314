import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { type Choice, SelectField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { guestWords } from "../messages";

interface Props {
  points: Choice[];
  /** All that the filter holds, when that is more than the page shows; else 0. */
  every: number;
  /** Where the ticked are taken to be invited; null when this person may not. */
  inviteAt: string | null;
  /** How many rows are ticked, as far as a script has counted. */
  ticked: number;
  /** Ticks the rows of the page, or none; null where no script runs. */
  tickAll: ((on: boolean) => void) | null;
}

const atTheFoot = {
  position: "sticky",
  insetBlockEnd: 0,
  zIndex: 1,
  background: "var(--raised)",
  borderBlockStart: "1px solid var(--line)",
  padding: "var(--space-3) var(--space-6)",
} as const;

/** What can be done with the ticked rows. Stands in their form, at the foot of the screen; opens by itself at the first tick. */
export function ManyBar({ points, every, inviteAt, ticked, tickAll }: Props) {
  const t = useWords(guestWords).many;
  return (
    <details className="no-print" style={atTheFoot} open={ticked > 0 || undefined}>
      <summary>{ticked > 0 ? t.chosen(ticked) : t.legend}</summary>
      <div className="stack gap-2" style={{ marginBlockStart: "var(--space-2)" }}>
        {every > 0 && <CheckboxField name="every" value="1" label={t.every(every)} />}
        <div className="cluster gap-2">
          {tickAll && (
            <Button type="button" size="small" variant="quiet" onClick={() => tickAll(ticked === 0)}>
              {ticked === 0 ? t.wholePage : t.noneOfPage}
            </Button>
          )}
          {inviteAt && (
            <Button size="small" icon="letter" formAction={inviteAt} name="do" value="chosen">
              {t.invite}
            </Button>
          )}
          <Button size="small" icon="confirmed" name="do" value="yes">
            {t.yes}
          </Button>
          <Button size="small" icon="declined" name="do" value="no">
            {t.no}
          </Button>
          {points.length > 1 && (
            <span className="cluster gap-1">
              <SelectField
                name="to"
                label={t.moveTo}
                hideLabel
                placeholder={t.chooseTo}
                choices={points}
                defaultValue=""
              />
              <Button size="small" name="do" value="move">
                {t.move}
              </Button>
            </span>
          )}
          <Button size="small" variant="quiet" icon="remove" name="do" value="withdraw">
            {t.withdraw}
          </Button>
        </div>
      </div>
    </details>
  );
}
