import { difficultyWords } from "~/features/difficulties/messages";
import { difficultyCategories, difficultyStates } from "~/features/difficulties/rules";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  filter: Record<"q" | "state" | "category" | "proposer" | "resolver" | "mine" | "overdue", string>;
  units: { proposers: Choice[]; resolvers: Choice[] };
  /** There are units for which something may wait. */
  hasOwn: boolean;
  filtered: boolean;
}

/** What the register is narrowed by. */
export function Filters({ filter, units, hasOwn, filtered }: Props) {
  const t = useWords(difficultyWords);
  const choices = (list: Choice[]) => list.map(({ value, label }) => ({ value, label }));
  return (
    <Form method="get" role="search" key={JSON.stringify(filter)}>
      <FilterBar>
        <TextField name="q" type="search" label={t.search} defaultValue={filter.q} width="m" autoComplete="off" />
        <SelectField
          name="state"
          label={t.fields.state}
          placeholder={t.anyState}
          defaultValue={filter.state}
          choices={difficultyStates.map((value) => ({ value, label: t.states[value] }))}
        />
        <SelectField
          name="category"
          label={t.fields.category}
          placeholder={t.anyCategory}
          defaultValue={filter.category}
          choices={difficultyCategories.map((value) => ({ value, label: t.categories[value] }))}
        />
        <SelectField
          name="proposer"
          label={t.fields.proposerUnitId}
          placeholder={t.anyUnit}
          defaultValue={filter.proposer}
          choices={choices(units.proposers)}
        />
        <SelectField
          name="resolver"
          label={t.fields.resolverUnitId}
          placeholder={t.anyUnit}
          defaultValue={filter.resolver}
          choices={choices(units.resolvers)}
        />
        {hasOwn && <CheckboxField name="mine" value="1" label={t.mine} defaultChecked={filter.mine !== ""} />}
        <CheckboxField name="overdue" value="1" label={t.overdue} defaultChecked={filter.overdue !== ""} />
        <Button icon="filter">{t.filter}</Button>
        {filtered && (
          <ButtonLink href={paths.difficulties} variant="quiet">
            {t.clearFilter}
          </ButtonLink>
        )}
      </FilterBar>
    </Form>
  );
}
