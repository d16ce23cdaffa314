import { useWords } from "~/web/use-words";
import { taskWords } from "../messages";
import { taskFormWords } from "../messages/form";
import { taskPageWords } from "../messages/page";

/** Turns error codes by field into sentences: `error(name)` for a field, `summary` for the list above the form. */
export function useTaskErrors(errors: Record<string, string> = {}) {
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  const { steps } = useWords(taskPageWords);
  const words: Record<string, string> = t.errors;
  const labels: Record<string, string> = {
    ...t.fields,
    personName: f.personName,
    personTitle: f.personTitle,
    personEmail: f.personEmail,
    coordinatingUnit: f.coordinating,
    predecessor: t.fields.predecessorIds,
    outcome: steps.outcome,
    form: "",
  };
  const said = (code: string | undefined) => (code ? (words[code] ?? t.errors.form) : undefined);
  return {
    error: (field: string) => said(errors[field]),
    summary: Object.entries(errors).map(([field, code]) => ({
      field: field === "form" ? undefined : field,
      text: [labels[field] ?? "", said(code)].filter(Boolean).join(": "),
    })),
  };
}
