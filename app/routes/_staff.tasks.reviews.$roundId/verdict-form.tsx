import { dueInput } from "~/features/tasks/conclusions/rules";
import { reviewWords } from "~/features/tasks/review/messages";
import { verdicts } from "~/features/tasks/review/rules";
import { Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { type Choice, SelectField, TextArea, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import type { RoundTask } from "./round-tasks";

interface Props {
  task: RoundTask;
  others: Choice[];
  errors: Record<string, string>;
  /** What was typed when it was refused. */
  values: Record<string, string> | null;
  back: string;
}

/** What is to become of one task, and why. */
export function VerdictForm({ task, others, errors, values, back }: Props) {
  const t = useWords(reviewWords);
  const words: Record<string, string> = t.errors;
  const { said } = task;
  const fault = (field: string) => (errors[field] ? words[errors[field]] : undefined);
  const due = said?.newDueOn ? { dueOn: said.newDueOn, precision: said.newDuePrecision ?? "day" } : null;
  return (
    <Form method="post" noValidate className="stack gap-4 line-form" preventScrollReset>
      <input type="hidden" name="task" value={task.id} />
      <input type="hidden" name="seen" value={task.seen} />
      <RadioGroup
        name="verdict"
        label={t.verdict}
        inline
        choices={verdicts.map((value) => ({ value, label: t.verdicts[value] }))}
        defaultValue={values?.verdict ?? said?.verdict ?? "keep"}
        error={fault("verdict")}
      />
      <div className="fields-2">
        <TextField
          name="due"
          label={t.newDue}
          hint={t.dueHint}
          optional
          defaultValue={values?.due ?? (due ? dueInput(due) : "")}
          error={fault("due")}
        />
        <SelectField
          name="intoTaskId"
          label={t.into}
          placeholder={t.choose}
          choices={others.filter(({ value }) => value !== task.id)}
          defaultValue={values?.intoTaskId ?? said?.intoTaskId ?? ""}
          error={fault("intoTaskId")}
        />
      </div>
      <TextArea
        name="reason"
        label={t.reason}
        rows={2}
        defaultValue={values?.reason ?? said?.reason ?? ""}
        error={fault("reason")}
      />
      <FormActions>
        <Button variant="primary" name="do" value="verdict">
          {t.save}
        </Button>
        <ButtonLink variant="quiet" href={back}>
          {t.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
