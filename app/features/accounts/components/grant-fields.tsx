import { RadioGroup } from "~/ui/choice-field";
import { SelectField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { accountWords } from "../messages";
import { roles } from "../rules";
import { type Typed, useErrorWords } from "./person-fields";

interface FieldsProps {
  values: Typed;
  errors: Record<string, string>;
  units: { value: string; label: string }[];
}

/** Which role, and in which unit. */
export function GrantFields({ values, errors, units }: FieldsProps) {
  const t = useWords(accountWords);
  const words = useErrorWords(errors);
  return (
    <>
      <RadioGroup
        name="role"
        label={t.role}
        error={words.role}
        required
        choices={roles.map((role) => ({ value: role, label: t.roles[role], hint: t.roleMeans[role] }))}
        defaultValue={values.role}
      />
      <SelectField
        name="unitId"
        label={t.roleUnit}
        hint={t.roleUnitHint}
        error={words.unitId}
        placeholder={t.everywhere}
        choices={units}
        defaultValue={values.unitId ?? ""}
      />
    </>
  );
}
