import { ErrorSummary } from "~/ui/error-summary";

interface Props {
  /** Error codes by field; "form" is no field. */
  errors: Record<string, string>;
  words: { mend: string; errors: Record<string, string>; fields?: object };
  /** What a field is called where `words.fields` does not say it. */
  nameOf?: (field: string) => string | undefined;
}

/** All errors of a form in words, each with its field's name and leading to it. */
export function Mend({ errors, words, nameOf }: Props) {
  const named = new Map<string, unknown>(Object.entries(words.fields ?? {}));
  const text = (field: string, code: string) => {
    // A text in four languages is "title.vi", the field's name "title".
    const name = nameOf?.(field) ?? named.get(field) ?? named.get(field.split(".")[0] ?? "");
    const said = words.errors[code] ?? code;
    return typeof name === "string" ? `${name}: ${said}` : said;
  };
  return (
    <ErrorSummary
      title={words.mend}
      errors={Object.entries(errors).map(([field, code]) => ({
        field: field === "form" ? undefined : field,
        text: text(field, code),
      }))}
    />
  );
}
