import { RadioGroup } from "~/ui/choice-field";
import { Disclosure } from "~/ui/guest-page";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { awardWords } from "../../messages";
import type { AwardForm, NomineeKind } from "../../terms.rules";
import { nominationWords } from "../messages";

interface Props {
  values: Record<string, string>;
  errors: Record<string, string>;
  kinds: NomineeKind[];
  forms: AwardForm[];
  units: Choice[];
}

/** Who is nominated and for which form; contacts apart, for nobody but the unit and the organizers reads them. */
export function NomineeFields({ values, errors, kinds, forms, units }: Props) {
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const field = (name: keyof typeof t.fields) => ({
    ...{ name, label: t.fields[name], defaultValue: values[name] ?? "" },
    error: errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  // What leaves no choice is not asked.
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return (
    <>
      {only && !errors.kind ? (
        <input type="hidden" name="kind" value={only} />
      ) : (
        <RadioGroup
          {...field("kind")}
          defaultValue={values.kind || kinds[0]}
          choices={kinds.map((value) => ({ value, label: w.kinds[value] }))}
          inline
        />
      )}
      <TextField
        {...field("nomineeName")}
        label={only ? t.nameOf[only] : t.fields.nomineeName}
        required
        autoComplete="off"
      />
      {kinds.includes("individual") && <TextField {...field("nomineePosition")} optional autoComplete="off" />}
      <SelectField
        {...field("nomineeUnitId")}
        label={only === "individual" ? t.fields.nomineeUnitId : t.honouredUnit}
        choices={units}
        placeholder={t.hints.nobody}
      />
      {forms.length === 1 && forms[0] && !errors.form ? (
        <input type="hidden" name="form" value={forms[0]} />
      ) : (
        <RadioGroup
          {...field("form")}
          defaultValue={values.form || forms[0]}
          choices={forms.map((value) => ({ value, label: w.forms[value] }))}
          inline
        />
      )}
      <p className="soft small">{t.hints.privacy}</p>
      <Disclosure
        summary={t.fields.contactName}
        open={Boolean(values.contactName || values.contactPhone || values.contactEmail)}
      >
        <div className="stack gap-3">
          <p className="soft small">{t.hints.contact}</p>
          <TextField {...field("contactName")} optional autoComplete="off" />
          <TextField {...field("contactPhone")} type="tel" optional width="m" autoComplete="off" />
          <TextField {...field("contactEmail")} type="email" optional autoComplete="off" />
        </div>
      </Disclosure>
    </>
  );
}
