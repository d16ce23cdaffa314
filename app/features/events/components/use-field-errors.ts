import { useWords } from "~/web/use-words";
import { eventFormWords } from "../messages/form";

/** Turns error codes by field into sentences: `error(name)` for a field, `summary` for the list above the form. */
export function useFieldErrors(errors: Record<string, string> = {}) {
  const words: Record<string, string> = useWords(eventFormWords).errors;
  const said = (code: string | undefined) => (code ? (words[code] ?? words.form) : undefined);
  return {
    error: (field: string) => said(errors[field]),
    summary: Object.entries(errors).map(([field, code]) => ({ field: field === "form" ? undefined : field, text: said(code) ?? "" })),
  };
}
