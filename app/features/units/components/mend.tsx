import { ErrorSummary } from "~/ui/error-summary";

interface Props {
  /** Error codes by field; "form" is no field. */
  errors: Record<string, string>;
  words: { mend: string; errors: Record<string, string> };
}

/** All errors of a form in words, each leading to its field. */
export const Mend = ({ errors, words }: Props) => (
  <ErrorSummary
    title={words.mend}
    errors={Object.entries(errors).map(([field, code]) => ({
      field: field === "form" ? undefined : field,
      text: words.errors[code] ?? code,
    }))}
  />
);
