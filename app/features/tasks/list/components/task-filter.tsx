import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { taskWords } from "../../messages";
import { taskPriorities, taskStates } from "../../rules";
import { dueText } from "../../wording.rules";
import { taskListWords } from "../messages";
import {
  colourFilters,
  isNarrowed,
  noneOf,
  periodOf,
  periodsAround,
  type TaskQuery,
  taskAddress,
  taskCircles,
} from "../../query.rules";

export interface FilterChoices {
  units: Choice[];
  documents: Choice[];
  campaigns: Choice[];
  owners: Choice[];
  groups: Choice[];
}

interface Props {
  query: TaskQuery;
  choices: FilterChoices;
  today: string;
  /** The view's own address, and what it asks for beside the query. */
  here: string;
  keep: Record<string, string>;
}

/** What narrows the tasks down; kept in the address. The rarer conditions open below. */
export function TaskFilter({ query, choices, today, here, keep }: Props) {
  const t = useWords(taskListWords);
  const words = useWords(taskWords);
  const periods = usePeriods(query.due, today);
  const rare = Boolean(
    query.documentId ||
      query.campaignId ||
      query.groupId ||
      query.ownerId ||
      query.alone ||
      query.due ||
      query.priority ||
      query.additional ||
      query.only,
  );
  const options = (values: readonly string[], labels: Record<string, string>) =>
    values.map((value) => ({ value, label: labels[value] ?? value }));
  return (
    <Form method="get" action={here} role="search" key={taskAddress(query)} className="task-filter no-print">
      {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />)}
      {query.sort && <input type="hidden" name="sort" value={`${query.descending ? "-" : ""}${query.sort}`} />}
      <FilterBar>
        <TextField
          {...{ name: "q", type: "search", label: t.find, hideLabel: true, placeholder: t.find }}
          defaultValue={query.term}
          autoComplete="off"
        />
        <Pick
          name="unit"
          label={words.fields.leadUnitId}
          any={t.any.unit}
          value={query.unitId}
          choices={withNone(choices.units, query.unitId, t.noUnit)}
        />
        <Pick
          name="state"
          label={words.fields.state}
          any={t.any.state}
          value={query.state}
          choices={[
            { value: "open", label: t.openStates },
            { value: "doing", label: t.doingStates },
            { value: "done", label: t.doneStates },
            { value: "ended", label: t.endedStates },
            { value: "any", label: t.anyState },
            ...options(taskStates, words.states),
          ]}
        />
        <Pick
          name="colour"
          label={words.fields.colour}
          any={t.any.colour}
          value={query.colour}
          choices={options(colourFilters, words.colours)}
        />
        <Button icon="filter">{t.filter}</Button>
        {isNarrowed(query) && (
          <ButtonLink href={here + taskAddress({}, keep)} variant="quiet" icon="close">
            {t.clear}
          </ButtonLink>
        )}
      </FilterBar>
      <details className="filter-more" open={rare}>
        <summary>{t.moreFilters}</summary>
        <FilterBar>
          <Pick
            name="only"
            label={t.concerns}
            any={t.any.only}
            value={query.only}
            choices={options(taskCircles, t.circles)}
          />
          <Pick name="due" label={t.dueIn} any={t.any.due} value={query.due} choices={periods} />
          <Pick
            name="priority"
            label={words.fields.priority}
            any={t.any.priority}
            value={query.priority}
            choices={options(taskPriorities, words.priorities)}
          />
          <Pick
            name="group"
            label={words.fields.parentId}
            any={t.any.group}
            value={query.groupId}
            choices={withNone(choices.groups, query.groupId, t.noGroup)}
          />
          <Pick
            name="campaign"
            label={words.fields.campaignId}
            any={t.any.campaign}
            value={query.campaignId}
            choices={choices.campaigns}
          />
          <Pick
            name="document"
            label={words.fields.documentId}
            any={t.any.document}
            value={query.documentId}
            choices={choices.documents}
          />
          {(choices.owners.length > 1 || query.ownerId) && (
            <Pick
              name="owner"
              label={words.fields.ownerUnitId}
              any={t.any.owner}
              value={query.ownerId}
              choices={choices.owners}
            />
          )}
          <CheckboxField name="alone" label={t.alone} defaultChecked={query.alone} />
          <CheckboxField name="additional" label={t.additional} defaultChecked={query.additional} />
        </FilterBar>
      </details>
    </Form>
  );
}

/** What has none is asked for by a link only; the form then keeps it. */
const withNone = (choices: Choice[], asked: string, label: string): Choice[] =>
  asked === noneOf ? [{ value: noneOf, label }, ...choices] : choices;

interface PickProps {
  name: string;
  label: string;
  any: string;
  value: string | null;
  choices: Choice[];
}

const Pick = ({ any, value, ...rest }: PickProps) => (
  <SelectField {...rest} hideLabel placeholder={any} defaultValue={value ?? ""} />
);

/** The periods around today, and the one asked for. */
function usePeriods(asked: string, today: string): Choice[] {
  const t = useWords(taskListWords);
  const words = useWords(taskWords);
  const known = periodsAround(today);
  return (asked && !known.includes(asked) ? [asked, ...known] : known).map((value) => {
    const duePrecision = value.includes("Q") ? "quarter" : value.includes("H") ? "half-year" : "month";
    const dueOn = periodOf(value)?.to ?? null;
    return { value, label: value.length === 4 ? t.year(Number(value)) : dueText({ dueOn, duePrecision }, words) };
  });
}
