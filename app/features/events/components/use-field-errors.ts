import { useWords } from "~/web/use-words";
import { eventFormWords } from "../messages/form";
import { programmeWords } from "../programme/messages";
import { useFieldLabels } from "./use-field-labels";

/** Turns error codes by field into sentences: `error(name)` for a field, `summary` for the list above the form. */
export function useFieldErrors(errors: Record<string, string> = {}) {
  const words: Record<string, string> = useWords(eventFormWords).errors;
  const { row } = useWords(programmeWords).agenda;
  const labels = useFieldLabels();
  const said = (code: string | undefined) => (code ? (words[code] ?? words.form) : undefined);
  const named = (field: string) => {
    const at = /\[(\d+)\]$/.exec(field)?.[1];
    return at ? row(Number(at) + 1) : labels[field];
  };
  return {
    error: (field: string) => said(errors[field]),
    summary: Object.entries(errors).map(([field, code]) => {
      const text = [field === "form" ? "" : named(field), said(code)].filter(Boolean).join(": ");
      return { field: field === "form" ? undefined : field, text };
    }),
  };
}
