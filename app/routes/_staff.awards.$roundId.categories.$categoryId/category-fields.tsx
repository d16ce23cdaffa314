import { LocalizedField } from "~/features/campaigns/components/localized-field";
import { awardWords } from "~/features/awards/messages";
import { criterionRows } from "~/features/awards/rounds/forms";
import { wishedAdjustments } from "~/features/awards/scoring/adjustment.rules";
import { scoreAggregates } from "~/features/awards/scoring/rules";
import { awardForms, fileKinds, nomineeKinds, voteBases } from "~/features/awards/terms.rules";
import { Button } from "~/ui/button";
import { CheckboxField, CheckboxGroup } from "~/ui/choice-field";
import { Section } from "~/ui/page";
import { SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

interface Props {
  values: Record<string, string>;
  lists: { forms: string[]; nomineeKinds: string[]; requiredFiles: string[] };
  errors: Record<string, string>;
  /** One more empty row of criteria. */
  more: boolean;
  sum: number | null;
  /** Scores are in: criteria stay as they are. */
  scored: boolean;
}

/** Everything that a category asks and how it is decided. */
export function CategoryFields({ values, lists, errors, more, sum, scored }: Props) {
  const t = useWords(awardWords);
  const wordOf = (name: string) => (errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined);
  const field = (name: keyof typeof t.fields) => ({
    ...{ name, label: t.fields[name], defaultValue: values[name] ?? "", error: wordOf(name) },
  });
  const ticked = (name: keyof typeof t.fields) => ({
    ...{ name, value: "1", label: t.fields[name], defaultChecked: Boolean(values[name]) && values[name] !== "false" },
  });
  const rows = criterionRows(values);
  const last = rows.at(-1) ?? -1;
  const shown = more ? [...rows, last + 1] : rows;
  return (
    <>
      <LocalizedField name="title" label={t.category} others={t.other} values={values} errors={errors} required />
      <CheckboxGroup
        name="forms"
        label={t.fields.forms}
        error={wordOf("forms")}
        defaultValues={lists.forms}
        choices={awardForms.map((value) => ({ value, label: t.forms[value] }))}
      />
      <CheckboxGroup
        name="nomineeKinds"
        label={t.fields.nomineeKinds}
        error={wordOf("nomineeKinds")}
        defaultValues={lists.nomineeKinds}
        choices={nomineeKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <CheckboxGroup
        name="requiredFiles"
        label={t.fields.requiredFiles}
        defaultValues={lists.requiredFiles}
        choices={fileKinds.map((value) => ({ value, label: t.files[value] }))}
      />
      <div className="grid grid-narrow align-end">
        <TextField {...field("quota")} hint={t.hints.empty} inputMode="numeric" width="s" />
        <TextField {...field("quotaPerUnit")} hint={t.hints.empty} inputMode="numeric" width="s" />
        <TextField {...field("minimumScore")} hint={t.hints.empty} inputMode="numeric" width="s" />
      </div>
      <Section title={t.fields.criteria} description={scored ? t.errors.scored : t.hints.weights}>
        <div className="stack gap-3">
          {shown.map((row) => {
            const name = (part: string) => `criterion.${row}.${part}`;
            return (
              <fieldset key={row} className="fieldset">
                <legend className="visually-hidden">{t.fields.criterion}</legend>
                <input type="hidden" name={name("id")} value={values[name("id")] ?? ""} />
                {(["en", "ar", "hi"] as const).map((locale) => (
                  <input
                    key={locale}
                    type="hidden"
                    name={name(`title.${locale}`)}
                    value={values[name(`title.${locale}`)] ?? ""}
                  />
                ))}
                <TextField
                  name={name("title.vi")}
                  label={t.fields.criterion}
                  defaultValue={values[name("title.vi")] ?? ""}
                  autoComplete="off"
                />
                <div className="grid grid-narrow align-end">
                  {(["weight", "maximum", "step"] as const).map((part) => (
                    <TextField
                      key={part}
                      name={name(part)}
                      label={t.fields[part]}
                      defaultValue={
                        part === "weight" && values[name(part)] === "0" ? "" : (values[name(part)] ?? usual[part])
                      }
                      error={wordOf(name(part))}
                      inputMode="decimal"
                      width="xs"
                    />
                  ))}
                  <CheckboxField
                    name={name("required")}
                    value="1"
                    label={t.fields.required}
                    defaultChecked={values[name("required")] !== "" && values[name("required")] !== undefined}
                  />
                </div>
              </fieldset>
            );
          })}
          <p className="soft small">{t.criterionDrop}</p>
          {sum !== null && <p>{t.sum(String(sum))}</p>}
          <div>
            <Button name="do" value="row" icon="add" size="small">
              {t.criterionAdd}
            </Button>
          </div>
        </div>
      </Section>
      <SelectField
        {...field("aggregate")}
        choices={scoreAggregates.map((value) => ({ value, label: t.aggregates[value] }))}
      />
      <SelectField
        {...field("adjustment")}
        hint={t.hints.adjustment}
        choices={wishedAdjustments.map((value) => ({ value, label: t.adjustments[value] }))}
      />
      <TextField {...field("judgesPerNomination")} hint={t.hints.everyone} inputMode="numeric" width="s" />
      <CheckboxField {...ticked("blind")} />
      <CheckboxField {...ticked("rivalsLeave")} />
      <Section title={t.phases.vote}>
        <div className="stack gap-3">
          <div className="grid grid-narrow align-end">
            <TextField {...field("thresholdPercent")} inputMode="numeric" width="xs" required />
            <SelectField
              {...field("voteBase")}
              choices={voteBases.map((value) => ({ value, label: t.bases[value] }))}
            />
          </div>
          <CheckboxField {...ticked("overHalf")} />
          <CheckboxField {...ticked("secret")} />
          <CheckboxField {...ticked("writtenVotes")} />
        </div>
      </Section>
    </>
  );
}

const usual = { weight: "", maximum: "10", step: "0,5" };
