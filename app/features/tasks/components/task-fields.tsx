import { Button } from "~/ui/button";
import { CheckboxField, CheckboxGroup, Fieldset } from "~/ui/choice-field";
import { type Choice, DateField, SelectField, TextArea, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { taskWords } from "../messages";
import { taskFormWords } from "../messages/form";
import { beneficiaries, taskPriorities, unitGroups } from "../rules";
import { DueFields, dayBox } from "./due-fields";
import { PersonFields } from "./person-fields";
import { PickMany } from "./pick-many";

export interface TaskChoices {
  owners: Choice[];
  units: Choice[];
  parents: Choice[];
  campaigns: Choice[];
  documents: Choice[];
  people: Choice[];
  coordinating: { chosen: Choice[]; found: Choice[] | null };
  predecessors: { chosen: Choice[]; found: Choice[] | null };
}

interface Props {
  values: Record<string, string>;
  lists: { coordinatingGroup: string[] };
  error: (field: string) => string | undefined;
  choices: TaskChoices;
}

/** All that is written of a task, in the order in which an organizer thinks of it. */
export function TaskFields({ values, lists, error, choices }: Props) {
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  const unit = (name: "leadUnitId" | "accountableUnitId" | "appraiserUnitId") => ({
    ...field(name),
    label: t.fields[name],
    choices: choices.units,
    placeholder: f.noUnit,
  });
  return (
    <>
      <Fieldset legend={f.what}>
        <TextArea {...field("title")} label={t.fields.title} rows={2} required />
        <TextArea {...field("description")} label={t.fields.description} rows={3} optional />
        <TextField {...field("product")} label={t.fields.product} optional />
        <div className="grid grid-narrow">
          <TextField {...field("code")} label={t.fields.code} width="s" optional />
          <SelectField
            {...field("parentId")}
            label={t.fields.parentId}
            choices={choices.parents}
            placeholder={f.noParent}
          />
        </div>
      </Fieldset>
      <Fieldset legend={f.whence}>
        <SelectField
          {...field("documentId")}
          label={t.fields.documentId}
          choices={choices.documents}
          placeholder={f.noDocument}
        />
        <TextField {...field("clause")} label={t.fields.clause} optional />
        <div className="grid grid-narrow">
          <SelectField {...field("ownerUnitId")} label={t.fields.ownerUnitId} choices={choices.owners} required />
          <SelectField
            {...field("campaignId")}
            label={t.fields.campaignId}
            choices={choices.campaigns}
            placeholder={f.noCampaign}
          />
        </div>
        <CheckboxField name="additional" label={t.fields.additional} defaultChecked={values.additional === "on"} />
      </Fieldset>
      <Fieldset legend={f.who}>
        <SelectField {...unit("leadUnitId")} onChange={(event) => showPeople(event.currentTarget.form)} />
        <div>
          <Button name="do" value="people" size="small">
            {f.showPeople}
          </Button>
        </div>
        <PersonFields
          values={values}
          error={error}
          people={choices.people}
          hint={values.leadUnitId && choices.people.length === 0 ? f.noPeople : f.responsibleHint}
        />
        <SelectField {...unit("accountableUnitId")} placeholder={f.ofLead} hint={f.accountableHint} />
        <SelectField {...unit("appraiserUnitId")} hint={f.appraiserHint} />
        <CheckboxGroup
          name="coordinatingGroup"
          label={t.fields.coordinatingGroups}
          choices={unitGroups.map((value) => ({ value, label: t.unitGroups[value] }))}
          defaultValues={lists.coordinatingGroup}
        />
        <PickMany
          name="coordinatingUnit"
          label={f.coordinating}
          findLabel={f.findUnits}
          term={values.coordinatingUnitTerm ?? ""}
          error={error("coordinatingUnit")}
          {...choices.coordinating}
        />
      </Fieldset>
      <Fieldset legend={f.when}>
        <DateField {...field("startsOn")} label={t.fields.startsOn} {...dayBox(values.startsOn)} />
        <DueFields values={values} error={error} />
        <PickMany
          name="predecessor"
          label={t.fields.predecessorIds}
          findLabel={f.findTasks}
          term={values.predecessorTerm ?? ""}
          error={error("predecessor")}
          {...choices.predecessors}
        />
      </Fieldset>
      <MoreFields values={values} error={error} />
    </>
  );
}

// Where there is script, the people follow the choice of the unit by themselves.
const showPeople = (form: HTMLFormElement | null) =>
  form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[name="do"][value="people"]'));

function MoreFields({ values, error }: Pick<Props, "values" | "error">) {
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  return (
    <Fieldset legend={f.more}>
      <div className="grid grid-narrow">
        <SelectField
          {...field("priority")}
          label={t.fields.priority}
          choices={taskPriorities.map((value) => ({ value, label: t.priorities[value] }))}
        />
        <SelectField
          {...field("beneficiary")}
          label={t.fields.beneficiary}
          choices={beneficiaries.map((value) => ({ value, label: t.beneficiaries[value] }))}
          placeholder={f.noBeneficiary}
        />
      </div>
      <TextField {...field("indicator")} label={t.fields.indicator} optional />
      <TextField {...field("weight")} label={t.fields.weight} hint={f.weightHint} inputMode="decimal" width="xs" />
      <CheckboxField name="critical" label={t.fields.critical} defaultChecked={values.critical === "on"} />
      <CheckboxField
        name="workingDays"
        label={t.fields.calendar}
        hint={f.calendarHint}
        defaultChecked={values.workingDays === "on"}
      />
    </Fieldset>
  );
}

/** What is written of a group. */
export function GroupFields({ values, error, choices }: Omit<Props, "lists">) {
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  const select = (name: "parentId" | "campaignId" | "documentId", list: Choice[], placeholder: string) => (
    <SelectField {...field(name)} label={t.fields[name]} choices={list} placeholder={placeholder} />
  );
  return (
    <>
      <TextField {...field("title")} label={f.groupTitle} required />
      <TextField {...field("code")} label={t.fields.code} width="s" optional />
      <SelectField {...field("ownerUnitId")} label={t.fields.ownerUnitId} choices={choices.owners} required />
      {select("parentId", choices.parents, f.noParent)}
      {select("campaignId", choices.campaigns, f.noCampaign)}
      {select("documentId", choices.documents, f.noDocument)}
      <TextField {...field("weight")} label={t.fields.weight} hint={f.weightHint} inputMode="decimal" width="xs" />
    </>
  );
}
