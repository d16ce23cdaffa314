import { awardWords } from "~/features/awards/messages";
import { eligibilityFacts } from "~/features/awards/nominations/eligibility.rules";
import { eligibilityChoices } from "~/features/awards/rounds/forms";
import { roundWords } from "~/features/awards/rounds/messages";
import { LocalizedField } from "~/features/campaigns/components/localized-field";
import { Fieldset } from "~/ui/choice-field";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

interface Props {
  values: Record<string, string>;
  errors: Record<string, string>;
  links: { campaigns: Choice[]; documents: Choice[]; events: Choice[] };
}

/** What is said of a round: what it rests on, who awards, when its council may decide, and what it asks of nominees. */
export function RoundFields({ values, errors, links }: Props) {
  const awards = useWords(awardWords);
  const t = useWords(roundWords);
  const field = (name: string) => ({
    ...{ name, defaultValue: values[name] ?? "" },
    error: errors[name] ? (awards.errors[errors[name]] ?? awards.errors.required) : undefined,
  });
  const figure = { inputMode: "numeric", width: "xs", autoComplete: "off" } as const;
  const shared = { others: awards.other, values, errors };
  return (
    <>
      <LocalizedField name="title" label={awards.fields.title} {...shared} required />
      <LocalizedField name="purpose" label={awards.fields.purpose} {...shared} rows={3} />
      <TextField {...field("year")} {...figure} label={awards.fields.year} required />
      <SelectField
        {...field("documentId")}
        label={t.document}
        hint={t.documentHint}
        placeholder={t.none}
        choices={links.documents}
      />
      <SelectField {...field("campaignId")} label={t.campaign} placeholder={t.none} choices={links.campaigns} />
      <SelectField {...field("ceremonyEventId")} label={t.ceremony} placeholder={t.none} choices={links.events} />
      <TextField
        {...field("authority")}
        label={awards.fields.authority}
        hint={awards.hints.authority}
        optional
        autoComplete="off"
      />
      <TextField {...field("place")} label={awards.fields.place} optional width="m" autoComplete="off" />
      <Fieldset legend={awards.fields.quorum} hint={t.quorumHint}>
        <div className="cluster align-end">
          <TextField {...field("quorumOf")} {...figure} label={t.quorumOf} />
          <TextField {...field("quorumIn")} {...figure} label={t.quorumIn} />
        </div>
      </Fieldset>
      <TextField
        {...field("conflictYears")}
        {...figure}
        label={awards.fields.conflictYears}
        hint={t.conflictYearsHint}
        required
      />
      <Fieldset legend={t.eligibility} hint={t.eligibilityHint}>
        {eligibilityFacts.map((fact) => (
          <div key={fact} className="cluster align-end">
            <SelectField
              {...field(`${fact}.effect`)}
              label={t.facts[fact]}
              width="m"
              choices={eligibilityChoices.map((value) => ({ value, label: t.effects[value] }))}
            />
            <TextField {...field(`${fact}.limit`)} {...figure} label={t.limits[fact]} />
          </div>
        ))}
      </Fieldset>
    </>
  );
}
