import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { categories } from "../../rules";
import { guestWords } from "../messages";
import { type ListQuery, mails } from "../query.rules";

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
  const states = [
    ...categories.map((value) => ({ value: value as string, label: t.states[value], group: t.state })),
    ...(contacts ? mails.map((value) => ({ value: value as string, label: t.mails[value], group: t.mail })) : []),
  ];
  return (
    <Form method="get" action={here} key={JSON.stringify(query)}>
      <FilterBar>
        <TextField
          name="q"
          type="search"
          label={t.find}
          hideLabel
          placeholder={t.find}
          defaultValue={query.term}
          autoComplete="off"
        />
        <SelectField
          name="state"
          label={t.state}
          hideLabel
          placeholder={t.anyState}
          choices={states}
          defaultValue={query.category ?? query.mail ?? ""}
        />
        {points.length > 1 && (
          <SelectField
            name="point"
            label={t.point}
            hideLabel
            placeholder={t.anyPoint}
            choices={points}
            defaultValue={query.pointId}
          />
        )}
        {units.length > 1 && (
          <SelectField
            name="unit"
            label={t.unit}
            hideLabel
            placeholder={t.anyUnit}
            choices={units}
            defaultValue={query.unitId}
          />
        )}
        {query.organization && <input type="hidden" name="org" value={query.organization} />}
        <Button icon="filter">{t.filter}</Button>
      </FilterBar>
    </Form>
  );
}
