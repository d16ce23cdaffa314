import { Disclosure } from "~/ui/guest-page";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { taskWords } from "../messages";
import { taskFormWords } from "../messages/form";

interface Props {
  values: Record<string, string>;
  error: (field: string) => string | undefined;
  /** Who holds a position in the lead unit. */
  people: Choice[];
  hint?: string;
}

/** Who does the work: one of the lead unit's people, or somebody new. */
export function PersonFields({ values, error, people, hint }: Props) {
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  const typed = ["personName", "personTitle", "personEmail"].some((name) => values[name] || error(name));
  return (
    <>
      <SelectField
        // The list changes with the lead unit.
        key={people.map(({ value }) => value).join()}
        {...field("responsibleId")}
        label={t.fields.responsibleId}
        hint={hint}
        choices={people}
        placeholder={f.noUnit}
      />
      <Disclosure summary={f.newPerson} open={typed}>
        <p className="field-hint">{f.personHint}</p>
        <TextField {...field("personName")} label={f.personName} width="l" />
        <TextField {...field("personTitle")} label={f.personTitle} width="l" />
        <TextField {...field("personEmail")} label={f.personEmail} type="email" width="l" optional />
      </Disclosure>
    </>
  );
}
