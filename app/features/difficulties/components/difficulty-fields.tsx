import { CheckboxField } from "~/ui/choice-field";
import { type Choice, DateField, SelectField, TextArea, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { difficultyWords } from "../messages";
import { difficultyCategories } from "../rules";

export interface DifficultyChoices {
  /** Units one may speak for. */
  proposers: Choice[];
  units: Choice[];
  tasks: Choice[];
  campaigns: Choice[];
}

interface Props {
  values: Record<string, string>;
  /** Codes by field. */
  errors: Record<string, string>;
  choices: DifficultyChoices;
}

/** What is written of a difficulty: what it is, whose, who solves it, and what it concerns. */
export function DifficultyFields({ values, errors, choices }: Props) {
  const t = useWords(difficultyWords);
  const words: Record<string, string> = t.errors;
  const field = (name: keyof typeof t.fields) => ({
    name,
    label: t.fields[name],
    defaultValue: values[name] ?? "",
    error: errors[name] ? (words[errors[name]] ?? t.errors.required) : undefined,
  });
  const { defaultValue: blocks, ...blocksField } = field("blocks");
  return (
    <>
      <TextField {...field("title")} hint={t.titleHint} required autoComplete="off" />
      <SelectField
        {...field("category")}
        required
        placeholder=""
        choices={difficultyCategories.map((value) => ({ value, label: t.categories[value] }))}
        width="m"
      />
      <TextArea {...field("detail")} optional />
      <div className="fields-2">
        <SelectField {...field("proposerUnitId")} required choices={choices.proposers} />
        <SelectField {...field("resolverUnitId")} placeholder={t.noResolver} choices={choices.units} />
      </div>
      <DateField {...field("dueOn")} optional />
      <SelectField {...field("taskId")} placeholder={t.noTask} choices={choices.tasks} />
      <CheckboxField {...blocksField} defaultChecked={blocks !== "" && blocks !== "false"} />
      <TextField {...field("gap")} hint={t.gapHint} optional autoComplete="off" />
      <SelectField {...field("campaignId")} placeholder={t.noCampaign} choices={choices.campaigns} />
    </>
  );
}
