import { SelectField, TextArea, TextField, type Choice, DateField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { taskWords } from "../../messages";
import { taskPriorities } from "../../rules";
import { bulkWords } from "../messages";
import type { BulkAct } from "../rules";

interface Props {
  act: BulkAct;
  choices: Choice[];
  typed: string;
  error: string | undefined;
}

// What a task may be without; the rest must be chosen.
const mayBeNone: readonly BulkAct[] = ["group", "campaign", "document"];

/** The field for the new value; nothing where a step needs none. */
export function ValueField({ act, choices, typed, error: code }: Props) {
  const t = useWords(bulkWords);
  const { priorities } = useWords(taskWords);
  const error = code ? (t.errors[code as keyof typeof t.errors] ?? code) : null;
  const field = { name: "value", label: t.acts[act], error, defaultValue: typed };
  if (act === "assign") return null;
  if (act === "due") return <TextField {...field} hint={t.dueHint} width="m" autoComplete="off" />;
  if (act === "start") return <DateField {...field} />;
  if (act === "weight") return <TextField {...field} hint={t.weightHint} width="s" inputMode="decimal" />;
  if (act === "cancel") return <TextArea {...field} label={t.reason} required />;
  const offered =
    act === "priority"
      ? taskPriorities.map((value) => ({ value, label: priorities[value] }))
      : act === "critical" || act === "additional"
        ? (["yes", "no"] as const).map((value) => ({ value, label: t[value] }))
        : choices;
  return (
    <SelectField
      {...field}
      hint={act === "lead" && t.leadHint}
      placeholder={mayBeNone.includes(act) ? t.none : t.choose}
      choices={offered}
    />
  );
}
