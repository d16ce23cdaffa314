import { Button } from "~/ui/button";
import { Panel } from "~/ui/page";
import { DateField, TextField } from "~/ui/text-field";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";
import { LocalizedField } from "../../components/localized-field";
import { campaignWords } from "../../messages";
import { type PlanList, rowsOf } from "../forms";

interface Props {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** Milestones may be given as T−40. */
  withOffsets: boolean;
  /** The button pressed last, "add.phase": its new row gets the focus. */
  added: string | null;
  /** Titles in Vietnamese alone, so that a plan of twenty rows stays in sight. */
  vietnameseOnly: boolean;
}

/** Rows of phases and of milestones; adding and removing sends the form and works without script. */
export function PlanFields(props: Props) {
  const t = useWords(campaignWords);
  return (
    <>
      <Rows {...props} list="phase" title={t.phases} none={t.noPhases} add={t.addPhase} name={t.phaseN} />
      <Rows
        {...props}
        list="milestone"
        title={t.milestones}
        none={t.noMilestones}
        add={t.addMilestone}
        name={t.milestoneN}
      />
    </>
  );
}

interface RowsProps extends Props {
  list: PlanList;
  title: string;
  none: string;
  add: string;
  name: (n: string) => string;
}

function Rows({ values, errors, withOffsets, added, vietnameseOnly, list, title, none, add, name }: RowsProps) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  const rows = rowsOf(values, list);
  return (
    <Panel title={title}>
      {rows.length === 0 && <p className="soft">{none}</p>}
      <ul className="plain-list">
        {rows.map((row, index) => {
          const prefix = `${list}.${row}`;
          const called = name(formatNumber(index + 1, locale));
          const field = (part: string) => ({
            name: `${prefix}.${part}`,
            defaultValue: values[`${prefix}.${part}`] ?? "",
            error: errors[`${prefix}.${part}`] ? t.errors[errors[`${prefix}.${part}`] ?? ""] : undefined,
          });
          return (
            <li key={prefix} className="plan-row">
              {values[`${prefix}.id`] && <input type="hidden" name={`${prefix}.id`} value={values[`${prefix}.id`]} />}
              <fieldset className="fieldset">
                <legend className="visually-hidden">{called}</legend>
                <div className="plan-cells">
                  <LocalizedField
                    name={`${prefix}.title`}
                    label={called}
                    values={values}
                    errors={errors}
                    others={t.otherLanguages}
                    vietnameseOnly={vietnameseOnly}
                    autoFocus={added === `add.${list}` && index === rows.length - 1}
                  />
                  {list === "phase" ? (
                    <>
                      <DateField {...field("startsOn")} label={t.startsOn} />
                      <DateField {...field("endsOn")} label={t.endsOn} />
                    </>
                  ) : (
                    <>
                      <DateField {...field("dueOn")} label={t.dueOn} />
                      {withOffsets && (
                        <TextField
                          {...field("offset")}
                          label={t.offset}
                          placeholder="T−40"
                          width="xs"
                          dir="ltr"
                          autoComplete="off"
                        />
                      )}
                    </>
                  )}
                  <Button
                    name="do"
                    value={`remove.${list}.${row}`}
                    variant="quiet"
                    size="small"
                    icon="remove"
                    iconOnly
                    formNoValidate
                  >
                    {t.removeRow(called)}
                  </Button>
                </div>
              </fieldset>
            </li>
          );
        })}
      </ul>
      <div>
        <Button name="do" value={`add.${list}`} size="small" icon="add" formNoValidate>
          {add}
        </Button>
      </div>
    </Panel>
  );
}
