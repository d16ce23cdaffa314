import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { conclusionWords } from "../conclusions/messages";
import { dueInput } from "../conclusions/rules";
import type { Due } from "../dates.rules";

interface Choice {
  value: string;
  label: string;
}
export interface GiveChoices {
  units: Choice[];
  /** Those who hold a position in the proposed lead unit. */
  people: Choice[];
}
interface Props {
  /** Hidden fields that say what becomes a task. */
  about: Record<string, string>;
  /** The task's title, where it is to be worded. */
  name?: { label: string; value: string; error?: string };
  proposal: {
    leadUnitId: string | null;
    head: string | null;
    responsibleId: string | null;
    appraiserUnitId: string | null;
    due: Due | null;
  };
  choices: GiveChoices;
  /** What the form said when it was refused, and the codes by field; null before. */
  typed: Record<string, string> | null;
  errors: Record<string, string>;
  words: Record<string, string>;
  /** Where "cancel" leads. */
  back: string;
}

/** What is needed to give something as a task, filled in as far as it is known. */
export function GiveForm({ about, name, proposal, choices, typed, errors, words, back }: Props) {
  const t = useWords(conclusionWords);
  const fault = (field: string) => (typed && errors[field] ? (words[errors[field]] ?? null) : null);
  return (
    <Form method="post" noValidate className="stack gap-4 line-form" aria-label={t.giveTitle} preventScrollReset>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="leadWas" value={proposal.leadUnitId ?? ""} />
      <p className="soft small">{t.giveLead}</p>
      {name && <TextField name="title" label={name.label} defaultValue={name.value} error={name.error} />}
      <div className="fields-2">
        <SelectField
          name="leadUnitId"
          label={t.leadUnit}
          hint={proposal.head && `${t.accountable}: ${proposal.head}`}
          placeholder={t.noUnit}
          choices={choices.units}
          defaultValue={typed?.leadUnitId ?? proposal.leadUnitId ?? ""}
          error={fault("leadUnitId")}
        />
        <SelectField
          name="responsibleId"
          label={t.responsible}
          placeholder={t.proposed}
          choices={choices.people}
          defaultValue={typed?.responsibleId ?? proposal.responsibleId ?? ""}
          error={fault("responsibleId")}
        />
        <TextField
          name="due"
          label={t.due}
          hint={t.dueHint}
          width="m"
          defaultValue={typed?.due ?? (proposal.due ? dueInput(proposal.due) : "")}
          error={fault("due")}
        />
        <SelectField
          name="appraiserUnitId"
          label={t.appraiser}
          placeholder={t.proposedAppraiser}
          choices={choices.units}
          defaultValue={typed?.appraiserUnitId ?? proposal.appraiserUnitId ?? ""}
          error={fault("appraiserUnitId")}
        />
      </div>
      <FormActions>
        <Button variant="primary" name="do" value="task">
          {t.giveMore}
        </Button>
        <ButtonLink variant="quiet" href={back}>
          {t.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
