import type { ReactNode } from "react";
import { classes } from "./class-names";
import { Icon } from "./icon";
import { useUiWords } from "./words";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says how to mend it. */
  error?: string | null;
  /** Set when two forms on one page share a field name; otherwise the id is the name, as `ErrorSummary` expects. */
  id?: string;
  /** Announced as required; the server is the judge, so the browser's own bubbles stay away. */
  required?: boolean;
  /** Writes "(optional)" beside the label. */
  optional?: boolean;
  /** Keeps the label for screen readers only: for a filter bar, where the place says it. */
  hideLabel?: boolean;
  /** How wide an answer is expected: a year, a phone number, a name, a line. */
  width?: "xs" | "s" | "m" | "l";
}

/** The ids that tie a field to its hint and its error. */
export function fieldTies({ name, id = name, hint, error, required }: Omit<FieldProps, "label">) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-required": required || undefined,
  };
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="field-hint" id={`${id}-hint`}>
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="error" size={16} />
      <span>
        <span className="visually-hidden">{useUiWords().errorPrefix} </span>
        {children}
      </span>
    </p>
  );
}

export function LabelText({ label, optional }: Pick<FieldProps, "label" | "optional">) {
  const words = useUiWords();
  return (
    <>
      {label}
      {optional && <span className="field-optional"> ({words.optional})</span>}
    </>
  );
}

/** Label, hint, error and one control, in the order they are read. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { name, id = name, hint, error, hideLabel, width } = field;
  return (
    <div className={classes("field", error && "field-invalid", width && `field-${width}`)}>
      <label htmlFor={id} className={classes("field-label", hideLabel && "visually-hidden")}>
        <LabelText {...field} />
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </div>
  );
}
