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
}

/** What can be done with the ticked rows. Stands in their form. */
export function ManyBar({ points, every, inviteAt }: Props) {
  const t = useWords(guestWords).many;
  return (
    <fieldset className="stack gap-2 panel-pad no-print">
      <legend className="small soft">{t.legend}</legend>
      {every > 0 && <CheckboxField name="every" value="1" label={t.every(every)} />}
      <div className="cluster gap-2">
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
            <SelectField name="to" label={t.moveTo} hideLabel placeholder={t.chooseTo} choices={points} defaultValue="" />
            <Button size="small" name="do" value="move">
              {t.move}
            </Button>
          </span>
        )}
        <Button size="small" variant="quiet" icon="remove" name="do" value="withdraw">
          {t.withdraw}
        </Button>
      </div>
    </fieldset>
  );
}
