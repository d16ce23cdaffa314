import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { categories } from "../../rules";
import { guestWords } from "../messages";
import { isFiltered, type ListQuery } from "../query.rules";

interface Props {
  query: ListQuery;
  points: Choice[];
  units: Choice[];
  here: string;
  contacts: boolean;
}

/** What narrows the list down; kept in the address. */
export function ListFilter({ query, points, units, here, contacts }: Props) {
  const t = useWords(guestWords);
  return (
    <Form method="get" action={here} key={JSON.stringify(query)}>
      <FilterBar>
        <TextField name="q" type="search" label={t.find} defaultValue={query.term} autoComplete="off" />
        <SelectField
          name="state"
          label={t.state}
          placeholder={t.anyState}
          choices={categories.map((value) => ({ value, label: t.states[value] }))}
          defaultValue={query.category ?? ""}
        />
        {points.length > 1 && (
          <SelectField name="point" label={t.point} placeholder={t.anyPoint} choices={points} defaultValue={query.pointId} />
        )}
        {units.length > 1 && (
          <SelectField name="unit" label={t.unit} placeholder={t.anyUnit} choices={units} defaultValue={query.unitId} />
        )}
        {contacts && (
          <SelectField
            name="mail"
            label={t.mail}
            placeholder={t.anyMail}
            choices={[
              { value: "bounced", label: t.mailBounced },
              { value: "none", label: t.mailNone },
            ]}
            defaultValue={query.mail ?? ""}
          />
        )}
        {query.organization && <input type="hidden" name="org" value={query.organization} />}
        <Button icon="filter">{t.filter}</Button>
        {isFiltered(query) && (
          <ButtonLink href={here} variant="quiet">
            {t.clear}
          </ButtonLink>
        )}
      </FilterBar>
    </Form>
  );
}
