import { type FormEvent, useState } from "react";
import { criterionRows, usualCriterion, weightsTyped } from "~/features/awards/categories/forms";
import { awardWords } from "~/features/awards/messages";
import { roundWords } from "~/features/awards/rounds/messages";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { FieldError } from "~/ui/field";
import { Section } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { textFields } from "~/web/form";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  values: Record<string, string>;
  wordOf: (name: string) => string | undefined;
  /** One more empty row. */
  more: boolean;
}

/** The criteria, a row each, with the sum of their weights as it is typed; without script the sum comes with the answer. */
export function CriteriaFields({ values, wordOf, more }: Props) {
  const t = useWords(awardWords);
  const [sum, setSum] = useState(weightsTyped(values));
  const rows = criterionRows(values);
  const shown = more ? [...rows, (rows.at(-1) ?? -1) + 1] : rows;
  const wrong = wordOf("criteria");
  const typed = ({ currentTarget }: FormEvent<HTMLDivElement>) => {
    const form = currentTarget.closest("form");
    if (form) setSum(weightsTyped(textFields(new FormData(form))));
  };
  return (
    <Section title={t.fields.criteria} description={t.hints.weights} id="criteria">
      <div className="stack gap-4" onInput={typed}>
        {wrong && <FieldError id="criteria">{wrong}</FieldError>}
        {shown.map((row, n) => {
          const name = (part: string) => `criterion.${row}.${part}`;
          const value = (part: string) => values[name(part)] ?? "";
          return (
            <fieldset key={row} className="fieldset stack gap-2">
              <legend className="visually-hidden">
                {t.fields.criterion} {n + 1}
              </legend>
              {["id", "title.en", "title.ar", "title.hi"].map((part) => (
                <input key={part} type="hidden" name={name(part)} value={value(part)} />
              ))}
              <TextField
                name={name("title.vi")}
                label={`${t.fields.criterion} ${n + 1}`}
                defaultValue={value("title.vi")}
                error={wordOf(name("title.vi"))}
                autoComplete="off"
              />
              <div className="cluster gap-4 align-end">
                {(["weight", "maximum", "step"] as const).map((part) => (
                  <TextField
                    key={part}
                    name={name(part)}
                    label={t.fields[part]}
                    defaultValue={values[name(part)] ?? usualCriterion[part]}
                    error={wordOf(name(part))}
                    inputMode={part === "step" ? "decimal" : "numeric"}
                    width="xs"
                    autoComplete="off"
                  />
                ))}
                <CheckboxField
                  name={name("required")}
                  value="1"
                  label={t.fields.required}
                  defaultChecked={value("required") === "1"}
                />
              </div>
            </fieldset>
          );
        })}
        <WeightSum sum={sum} />
        <p className="soft small">{t.criterionDrop}</p>
        <div>
          <Button name="do" value="row" icon="add" size="small">
            {t.criterionAdd}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function WeightSum({ sum }: { sum: number }) {
  const t = useWords(roundWords);
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, Number.isInteger(value) ? 0 : 2);
  const away = 100 - sum;
  const said = away === 0 ? t.weightsRight : away > 0 ? t.weightsMissing(n(away)) : t.weightsOver(n(-away));
  return (
    <p role="status">
      <strong>{t.weightsLive(n(sum))}</strong> · {said}
    </p>
  );
}
