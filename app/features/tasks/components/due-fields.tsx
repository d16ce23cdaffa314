import { DateField, SelectField } from "~/ui/text-field";
import { isDay } from "~/web/time";
import { useWords } from "~/web/use-words";
import { taskWords } from "../messages";
import { taskFormWords } from "../messages/form";
import { duePrecisions } from "../rules";

interface Props {
  values: Record<string, string>;
  error: (field: string) => string | undefined;
  label?: string;
  required?: boolean;
}

/** A date box shows no day that does not exist; to be mended, it must stay in sight. */
export const dayBox = (value: string | undefined) => (value && !isDay(value) ? { type: "text" } : {});

/** A deadline: a day, and how exactly it is meant. */
export function DueFields({ values, error, label, required }: Props) {
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  return (
    <>
      <div className="grid grid-narrow">
        <DateField
          name="dueOn"
          label={label ?? t.fields.dueOn}
          defaultValue={values.dueOn}
          error={error("dueOn")}
          required={required}
          {...dayBox(values.dueOn)}
        />
        <SelectField
          name="duePrecision"
          label={t.fields.duePrecision}
          defaultValue={values.duePrecision || "day"}
          choices={duePrecisions.map((value) => ({ value, label: t.precisions[value] }))}
        />
      </div>
      <p className="field-hint">{f.dueHint}</p>
    </>
  );
}
