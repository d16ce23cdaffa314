import { SelectField, TextField } from "~/ui/text-field";
import { localeNames, locales } from "~/web/i18n";
import { showPhone } from "~/web/phone";
import { useWords } from "~/web/use-words";
import { accountWords } from "../messages";

export type Typed = Record<string, string | undefined>;

interface FieldsProps {
  /** What was typed, or what is kept. */
  values: Typed;
  /** Codes by field. */
  errors: Record<string, string>;
  /** The address is shown, not asked for. */
  lockedEmail?: string;
}

/** The words for each field's error code. */
export function useErrorWords(errors: Record<string, string>): Record<string, string> {
  const t = useWords(accountWords);
  return Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, t.errors[code] ?? code]));
}

/** The errors of a form for its summary: which field, and what to mend. An error of no field has no link. */
export function useErrorList(errors: Record<string, string>): { field?: string; text: string }[] {
  const t = useWords(accountWords);
  const labels: Record<string, string> = {
    name: t.name,
    position: t.position,
    email: t.email,
    phone: t.phone,
    locale: t.language,
    role: t.role,
    unitId: t.roleUnit,
    steeringUnitId: t.steeringUnit,
    contactEmail: t.contactEmail,
    contactPhone: t.contactPhone,
    zone: t.zone,
  };
  return Object.entries(useErrorWords(errors)).map(([field, text]) =>
    labels[field] ? { field, text: `${labels[field]}: ${text}` } : { text },
  );
}

/** Name, position, address, phone and language of a person with an account. */
export function PersonFields({ values, errors, lockedEmail }: FieldsProps) {
  const t = useWords(accountWords);
  const words = useErrorWords(errors);
  return (
    <>
      <TextField name="name" label={t.name} error={words.name} required autoComplete="off" defaultValue={values.name} />
      <TextField name="position" label={t.position} error={words.position} optional defaultValue={values.position} />
      <TextField
        name="email"
        type="email"
        label={t.email}
        hint={lockedEmail === undefined ? t.emailHint : t.emailLocked}
        error={words.email}
        required
        autoComplete="off"
        disabled={lockedEmail !== undefined}
        defaultValue={lockedEmail ?? values.email}
      />
      <TextField
        name="phone"
        type="tel"
        label={t.phone}
        error={words.phone}
        optional
        width="m"
        defaultValue={values.phone?.startsWith("+") ? showPhone(values.phone) : values.phone}
      />
      <SelectField
        name="locale"
        label={t.language}
        error={words.locale}
        width="m"
        choices={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        defaultValue={values.locale ?? "vi"}
      />
    </>
  );
}
