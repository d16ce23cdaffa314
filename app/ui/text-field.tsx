import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { Field, type FieldProps, fieldTies } from "./field";

type Plain<T> = Omit<T, keyof FieldProps | "className" | "children">;
type InputProps = FieldProps & Plain<InputHTMLAttributes<HTMLInputElement>>;

function split<P extends FieldProps>(props: P) {
  const { name, label, hint, error, id, required, optional, hideLabel, width, ...native } = props;
  return { field: { name, label, hint, error, id, required, optional, hideLabel, width }, native };
}

/** One line of text; `type` may be email, tel, url, search, number-like text with `inputMode`. */
export function TextField(props: InputProps) {
  const { field, native } = split(props);
  return (
    <Field {...field}>
      <input type="text" className="input" dir={directionOf(native.type)} {...native} {...fieldTies(field)} />
    </Field>
  );
}

// Addresses and numbers keep their own order in right-to-left pages; names and titles follow what is typed.
const directionOf = (type?: string) => (type === "email" || type === "tel" || type === "url" ? "ltr" : "auto");

/** Several lines of text. */
export function TextArea(props: FieldProps & Plain<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { field, native } = split(props);
  return (
    <Field {...field}>
      <textarea className="input" rows={4} dir="auto" {...native} {...fieldTies(field)} />
    </Field>
  );
}

/** A day; the value is `YYYY-MM-DD`. */
export function DateField(props: InputProps) {
  const { field, native } = split(props);
  return (
    <Field {...field} width={field.width ?? "s"}>
      <input type="date" className="input" {...native} {...fieldTies(field)} />
    </Field>
  );
}

/** A wall clock; the value is `HH:mm`. */
export function TimeField(props: InputProps) {
  const { field, native } = split(props);
  return (
    <Field {...field} width={field.width ?? "xs"}>
      <input type="time" className="input" {...native} {...fieldTies(field)} />
    </Field>
  );
}

/** A file to hand in; the form needs `encType="multipart/form-data"`. */
export function FileField(props: InputProps) {
  const { field, native } = split(props);
  return (
    <Field {...field}>
      <input type="file" className="input input-file" {...native} {...fieldTies(field)} />
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
  /** Choices with the same group stand together under its name. */
  group?: string;
  disabled?: boolean;
}

/** One of a list. `placeholder` adds a first, empty choice. */
export function SelectField(
  props: FieldProps & Plain<SelectHTMLAttributes<HTMLSelectElement>> & { choices: Choice[]; placeholder?: string },
) {
  const { field, native } = split(props);
  const { choices, placeholder, ...select } = native;
  return (
    <Field {...field}>
      <select className="input input-select" {...select} {...fieldTies(field)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {groupsOf(choices).map(([group, members]) =>
          group ? (
            <optgroup key={group} label={group}>
              <Options choices={members} />
            </optgroup>
          ) : (
            <Options key="" choices={members} />
          ),
        )}
      </select>
    </Field>
  );
}

const Options = ({ choices }: { choices: Choice[] }) => (
  <>
    {choices.map(({ value, label, disabled }) => (
      <option key={value} value={value} disabled={disabled}>
        {label}
      </option>
    ))}
  </>
);

function groupsOf(choices: Choice[]): [string, Choice[]][] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const group = choice.group ?? "";
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups];
}
