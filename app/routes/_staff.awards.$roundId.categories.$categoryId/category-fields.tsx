import { LocalizedField } from "~/features/campaigns/components/localized-field";
import { awardWords } from "~/features/awards/messages";
import { roundWords } from "~/features/awards/rounds/messages";
import { wishedAdjustments } from "~/features/awards/scoring/adjustment.rules";
import { scoreAggregates } from "~/features/awards/scoring/rules";
import { awardForms, fileKinds, nomineeKinds, voteBases } from "~/features/awards/terms.rules";
import { CheckboxField, CheckboxGroup } from "~/ui/choice-field";
import { Section } from "~/ui/page";
import { SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { CriteriaFields } from "./criteria-fields";
import { FixedCriteria } from "./fixed-criteria";

interface Props {
  roundId: string;
  values: Record<string, string>;
  lists: { forms: string[]; nomineeKinds: string[]; requiredFiles: string[] };
  errors: Record<string, string>;
  /** One more empty row of criteria. */
  more: boolean;
  /** Scores are in: criteria and adjustment stay as they are. */
  scored: boolean;
}

/** Everything that a category asks and how it is decided. */
export function CategoryFields({ roundId, values, lists, errors, more, scored }: Props) {
  const t = useWords(awardWords);
  const rounds = useWords(roundWords);
  const wordOf = (name: string) => (errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined);
  const field = (name: keyof typeof t.fields) => ({
    ...{ name, label: t.fields[name], defaultValue: values[name] ?? "", error: wordOf(name), autoComplete: "off" },
  });
  const ticked = (name: keyof typeof t.fields) => ({
    ...{ name, value: "1", label: t.fields[name], defaultChecked: Boolean(values[name]) && values[name] !== "false" },
  });
  return (
    <>
      <LocalizedField name="title" label={t.category} others={t.other} values={values} errors={errors} required />
      <div className="grid grid-narrow">
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
      </div>
      <div className="grid grid-narrow align-end">
        <TextField {...field("quota")} hint={t.hints.empty} inputMode="numeric" width="s" />
        <TextField {...field("quotaPerUnit")} hint={t.hints.empty} inputMode="numeric" width="s" />
        <TextField {...field("minimumScore")} hint={rounds.minimumHint} inputMode="decimal" width="s" />
      </div>
      {scored ? (
        <FixedCriteria roundId={roundId} values={values} />
      ) : (
        <CriteriaFields values={values} wordOf={wordOf} more={more} />
      )}
      <Section title={rounds.decides}>
        <div className="stack gap-3">
          <SelectField
            {...field("aggregate")}
            choices={scoreAggregates.map((value) => ({ value, label: t.aggregates[value] }))}
          />
          {scored ? (
            <input type="hidden" name="adjustment" value={values.adjustment} />
          ) : (
            <SelectField
              {...field("adjustment")}
              hint={t.hints.adjustment}
              choices={wishedAdjustments.map((value) => ({ value, label: t.adjustments[value] }))}
            />
          )}
          <TextField {...field("judgesPerNomination")} hint={t.hints.everyone} inputMode="numeric" width="s" />
          <CheckboxField {...ticked("blind")} />
          <CheckboxField {...ticked("rivalsLeave")} />
        </div>
      </Section>
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
