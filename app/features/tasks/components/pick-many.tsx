import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choice-field";
import { type Choice, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { taskFormWords } from "../messages/form";

interface Props {
  /** The repeated field; its term is sent as `<name>Term`, the press of the button as `do=find`. */
  name: string;
  label: string;
  findLabel: string;
  chosen: Choice[];
  found: Choice[] | null;
  term: string;
  error?: string;
}

/** Any of very many, found by words: those chosen, and those just found, to be ticked. Works without script. */
export function PickMany({ name, label, findLabel, chosen, found, term, error }: Props) {
  const f = useWords(taskFormWords);
  const fresh = found?.filter(({ value }) => !chosen.some((one) => one.value === value));
  return (
    <div className="stack gap-3">
      {chosen.length > 0 && (
        <CheckboxGroup
          name={name}
          label={label}
          hint={f.chosen}
          choices={chosen}
          defaultValues={chosen.map(({ value }) => value)}
          error={error}
        />
      )}
      <div className="cluster gap-3 align-end">
        <TextField
          name={`${name}Term`}
          label={chosen.length > 0 ? findLabel : label}
          hint={chosen.length > 0 ? undefined : findLabel}
          defaultValue={term}
          width="l"
          error={chosen.length === 0 ? error : undefined}
        />
        <Button name="do" value="find" icon="search">
          {f.find}
        </Button>
      </div>
      {fresh &&
        (fresh.length > 0 ? (
          <CheckboxGroup name={name} id={`${name}-found`} label={f.found} choices={fresh} />
        ) : (
          <p className="soft">{f.foundNothing}</p>
        ))}
    </div>
  );
}
