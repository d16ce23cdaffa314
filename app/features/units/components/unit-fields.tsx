import { CheckboxField, Fieldset, RadioGroup } from "~/ui/choice-field";
import { type Choice, DateField, SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { unitWords } from "../messages";
import { unitKinds } from "../rules";

interface Props {
  values: Record<string, string>;
  errors: Record<string, string>;
  parents: Choice[];
  /** Also asks what a change of name means; the name as it stands. */
  nameNow?: string;
}

/** The fields of a unit, for a new one and for a change. */
export function UnitFields({ values, errors, parents, nameNow }: Props) {
  const t = useWords(unitWords);
  const word = (field: string) => (errors[field] ? (t.errors[errors[field]] ?? t.errors.required) : undefined);
  const text = (name: string) => ({ name, defaultValue: values[name] ?? "", error: word(name) });
  return (
    <>
      <TextField {...text("name")} label={t.name} hint={t.nameHint} required autoComplete="off" />
      {nameNow !== undefined && (
        <Fieldset legend={t.naming}>
          <RadioGroup
            name="naming"
            label={t.naming}
            hideLabel
            defaultValue={values.naming || "correction"}
            choices={[
              { value: "correction", label: t.namingCorrection },
              { value: "renamed", label: t.namingRenamed },
            ]}
          />
          <DateField {...text("renamedOn")} label={t.renamedOn} />
        </Fieldset>
      )}
      <SelectField
        {...text("kind")}
        label={t.kind}
        required
        placeholder={t.pickKind}
        choices={unitKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <SelectField
        {...text("parentId")}
        label={t.parent}
        hint={nameNow === undefined ? undefined : t.moveHint}
        placeholder={t.noParent}
        choices={parents}
      />
      <div className="grid grid-narrow align-end">
        <TextField {...text("code")} label={t.code} hint={t.codeHint} optional autoComplete="off" />
        <TextField {...text("shortName")} label={t.shortName} optional autoComplete="off" />
        <DateField {...text("activeFrom")} label={t.activeFrom} optional />
      </div>
      <Fieldset legend={t.traits}>
        <div className="cluster">
          <CheckboxField name="rural" label={t.rural} defaultChecked={Boolean(values.rural)} />
          <CheckboxField name="border" label={t.border} defaultChecked={Boolean(values.border)} />
        </div>
      </Fieldset>
    </>
  );
}
