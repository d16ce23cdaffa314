import { type Choice, SelectField, TextArea, TextField } from "~/ui/text-field";
import { localeNames, locales } from "~/web/i18n";
import { useWords } from "~/web/use-words";
import { guestWords } from "../messages";

interface Props {
  values: Record<string, string>;
  errors: Record<string, string>;
  units: Choice[];
  /** Whether a person may belong to no known unit; a focal point names one of theirs. */
  unitOptional: boolean;
  /** Points to choose from, for a new person. */
  points?: Choice[];
}

/** The sentences for error codes of the guests' forms. */
export function useGuestErrors(errors: Record<string, string>) {
  const words: Record<string, string> = useWords(guestWords).form.errors;
  const said = (code: string | undefined) => (code ? (words[code] ?? words.other) : undefined);
  return {
    error: (field: string) => said(errors[field]),
    summary: Object.entries(errors).map(([field, code]) => ({
      field: field === "form" ? undefined : field,
      text: said(code) ?? "",
    })),
  };
}

/** The data of one person on the list. */
export function GuestFields({ values, errors, units, unitOptional, points }: Props) {
  const t = useWords(guestWords);
  const { error } = useGuestErrors(errors);
  return (
    <>
      <TextField
        name="name"
        label={t.name}
        hint={t.form.nameHint}
        required
        width="m"
        error={error("name")}
        defaultValue={values.name}
        autoComplete="off"
      />
      <TextField
        name="position"
        label={t.position}
        optional
        width="l"
        error={error("position")}
        defaultValue={values.position}
        autoComplete="off"
      />
      <TextField
        name="organization"
        label={t.organization}
        optional
        width="l"
        error={error("organization")}
        defaultValue={values.organization}
        autoComplete="off"
      />
      <SelectField
        name="unitId"
        label={t.unit}
        hint={t.form.unitHint}
        choices={units}
        {...(unitOptional && { placeholder: t.form.noUnit })}
        error={error("unitId")}
        defaultValue={values.unitId ?? ""}
      />
      {points && (
        <SelectField
          name="pointId"
          label={t.point}
          required
          choices={points}
          error={error("pointId")}
          defaultValue={values.pointId}
        />
      )}
      <TextField
        name="email"
        type="email"
        label={t.email}
        hint={t.form.emailHint}
        optional
        width="m"
        error={error("email")}
        defaultValue={values.email}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        name="phone"
        type="tel"
        label={t.phone}
        optional
        width="s"
        error={error("phone")}
        defaultValue={values.phone}
        autoComplete="off"
      />
      <SelectField
        name="locale"
        label={t.language}
        width="s"
        choices={locales.map((value) => ({ value, label: localeNames[value] }))}
        error={error("locale")}
        defaultValue={values.locale ?? "vi"}
      />
      <TextArea
        name="note"
        label={t.note}
        hint={t.form.noteHint}
        optional
        rows={2}
        error={error("note")}
        defaultValue={values.note}
      />
    </>
  );
}
