import { Form } from "@remix-run/react";
import { PointFields } from "~/features/events/components/point-fields";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { programmeWords } from "~/features/events/programme/messages";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { FieldError, FieldHint } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { type Choice, TextArea, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

interface Shared {
  errors: Record<string, string>;
  values: Record<string, string>;
  back: string;
}

/** A point at a time, with all its facts. */
export function OnePoint({ errors, values, back, units, noMain }: Shared & { units: Choice[]; noMain: boolean }) {
  const { add, one } = useWords(programmeWords);
  const { error, summary } = useFieldErrors(errors);
  const typed = Object.keys(values).length > 0 ? values : { isMain: noMain ? "on" : "" };
  return (
    <Form method="post" noValidate className="stack gap-6 page-form">
      <ErrorSummary title={one.mend} errors={summary} />
      <PointFields values={typed} error={error} units={units} />
      <FormActions>
        <Button variant="primary">{add.addOne}</Button>
        <ButtonLink href={back} variant="quiet">
          {one.back}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

const groups = ["communes", "departments", "groups"] as const;

/** A point for each ticked unit, named as the unit is. */
export function FromUnits(
  props: Shared & { here: string; group: string; offered: { id: string; name: string }[]; chosen: string[] },
) {
  const { errors, values, back, here, group, offered, chosen } = props;
  const { add, one } = useWords(programmeWords);
  const { error, summary } = useFieldErrors(errors);
  return (
    <div className="stack gap-6">
      <nav aria-label={add.kinds} className="cluster gap-4">
        {groups.map((known) => (
          <Link
            key={known}
            href={`${here}?way=units&group=${known}`}
            aria-current={known === group ? "true" : undefined}
            className={known === group ? undefined : "soft"}
          >
            {known === group ? <strong>{add[known]}</strong> : add[known]}
          </Link>
        ))}
      </nav>
      {offered.length === 0 ? (
        <EmptyState title={add.unitsNone[0]} level={3}>
          <p>{add.unitsNone[1]}</p>
        </EmptyState>
      ) : (
        <Form method="post" noValidate className="stack gap-6">
          <ErrorSummary title={one.mend} errors={summary} />
          <TextField
            name="capacity"
            label={add.defaultSeats}
            hint={one.seatsHint}
            inputMode="numeric"
            width="xs"
            error={error("capacity")}
            defaultValue={values.capacity}
          />
          <UnitTicks offered={offered} chosen={chosen} error={error("unit")} />
          <FormActions>
            <Button variant="primary" name="do" value="chosen">
              {add.addChosen}
            </Button>
            <Button name="do" value="all">
              {add.addAll(offered.length)}
            </Button>
            <ButtonLink href={back} variant="quiet">
              {one.back}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </div>
  );
}

/** Many tick boxes in as many columns as fit. The first one is where an error leads to. */
function UnitTicks({
  offered,
  chosen,
  error,
}: {
  offered: { id: string; name: string }[];
  chosen: string[];
  error?: string;
}) {
  const { add } = useWords(programmeWords);
  return (
    <fieldset
      className={error ? "field fieldset field-invalid" : "field fieldset"}
      aria-describedby={error ? "unit-hint unit-error" : "unit-hint"}
    >
      <legend className="field-label">{add.pickUnits}</legend>
      <FieldHint id="unit">{add.unitsLeft(offered.length)}</FieldHint>
      {error && <FieldError id="unit">{error}</FieldError>}
      <div className="grid grid-narrow gap-1">
        {offered.map(({ id, name }, at) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              name="unit"
              value={id}
              id={at === 0 ? "unit" : undefined}
              defaultChecked={chosen.includes(id)}
            />
            <span className="choice-label">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A point for each line, as copied from a sheet or a letter. */
export function PastedLines({ errors, values, back }: Shared) {
  const { add, one } = useWords(programmeWords);
  const { error, summary } = useFieldErrors(errors);
  const bad = values.badLines ? ` ${add.badLines(values.badLines)}` : "";
  const said = error("lines");
  return (
    <Form method="post" noValidate className="stack gap-6 page-form">
      <ErrorSummary
        title={one.mend}
        errors={summary.map((item) => (item.field === "lines" ? { ...item, text: item.text + bad } : item))}
      />
      <TextArea
        name="lines"
        label={add.lines}
        hint={add.linesHint}
        rows={12}
        error={said && said + bad}
        defaultValue={values.lines}
      />
      <FormActions>
        <Button variant="primary">{add.addLines}</Button>
        <ButtonLink href={back} variant="quiet">
          {one.back}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
