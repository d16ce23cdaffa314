import type { InputHTMLAttributes, ReactNode } from "react";
import { classes } from "./class-names";
import { FieldError, FieldHint, type FieldProps, fieldTies, LabelText } from "./field";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "className" | "type">;

/** One tick box; the whole line is its target. */
export function CheckboxField({ label, hint, error, optional, hideLabel, width, ...rest }: FieldProps & Native) {
  const { name, id = name, required, ...native } = rest;
  return (
    <div className={classes("field", error && "field-invalid")}>
      {error && <FieldError id={id}>{error}</FieldError>}
      <label className="choice">
        <input type="checkbox" {...native} {...fieldTies({ name, id, hint, error, required })} />
        <span className={classes("choice-label", hideLabel && "visually-hidden")}>
          <LabelText label={label} optional={optional} />
        </span>
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
    </div>
  );
}

export interface RadioChoice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface GroupProps extends FieldProps {
  choices: RadioChoice[];
  /** Side by side, for two or three short words. */
  inline?: boolean;
}

/** One of a few, all in sight. The first choice carries the field's id, so that an error summary lands on it. */
export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string }) {
  return <ChoiceGroup {...props} type="radio" chosen={defaultValue ? [defaultValue] : []} />;
}

/** Any of a few; each ticked one is sent under the same name. */
export function CheckboxGroup({ defaultValues = [], ...props }: GroupProps & { defaultValues?: string[] }) {
  return <ChoiceGroup {...props} type="checkbox" chosen={defaultValues} />;
}

const asRadioGroup = (ties: ReturnType<typeof fieldTies>) => ({
  role: "radiogroup",
  "aria-required": ties["aria-required"],
  "aria-invalid": ties["aria-invalid"],
});

function ChoiceGroup(props: GroupProps & { type: "radio" | "checkbox"; chosen: string[] }) {
  const { name, id = name, label, hint, error, required, optional, hideLabel, choices, inline, type, chosen } = props;
  const ties = fieldTies({ name, id, hint, error, required });
  return (
    <fieldset
      className={classes("field", "fieldset", error && "field-invalid")}
      aria-describedby={ties["aria-describedby"]}
      {...(type === "radio" && asRadioGroup(ties))}
    >
      <legend className={classes("field-label", hideLabel && "visually-hidden")}>
        <LabelText label={label} optional={optional} />
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      <div className={inline ? "choices choices-inline" : "choices"}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              type={type}
              name={name}
              value={choice.value}
              id={index === 0 ? id : `${id}-${index + 1}`}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
            />
            <span className="choice-label">
              {choice.label}
              {choice.hint && <span className="choice-hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Fields that belong together under one question. */
export function Fieldset({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="fieldset">
      <legend className="fieldset-legend">{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      <div className="stack">{children}</div>
    </fieldset>
  );
}
