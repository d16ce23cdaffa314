import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { SelectField, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { isFiltered, queryOf, type ViewFilter } from "../filter.rules";
import { viewWords } from "../messages";
import type { FilterChoices } from "../reads.server";

const nothing: ViewFilter = { campaign: "", group: "", unit: "", document: "", q: "" };

interface Props {
  filter: ViewFilter;
  choices: FilterChoices;
  /** The view's own address, and what it keeps beside the filter. */
  path: string;
  keep: Record<string, string>;
}

/** Narrows a view of the plan; the same fields, and so the same address, in every view. */
export function ViewFilterBar({ filter, choices, path, keep }: Props) {
  const t = useWords(viewWords).filter;
  return (
    // Chosen anew when the address changes by a link.
    <Form method="get" role="search" key={queryOf(filter)} className="no-print">
      <FilterBar>
        {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />)}
        <TextField name="q" type="search" label={t.words} defaultValue={filter.q} autoComplete="off" />
        <SelectField
          name="campaign"
          label={t.campaign}
          placeholder={t.allCampaigns}
          choices={choices.campaigns}
          defaultValue={filter.campaign}
        />
        <SelectField
          name="group"
          label={t.group}
          placeholder={t.allGroups}
          choices={choices.groups}
          defaultValue={filter.group}
        />
        <SelectField
          name="unit"
          label={t.unit}
          placeholder={t.allUnits}
          choices={choices.units}
          defaultValue={filter.unit}
        />
        {choices.documents.length > 0 && (
          <SelectField
            name="document"
            label={t.document}
            placeholder={t.allDocuments}
            choices={choices.documents}
            defaultValue={filter.document}
          />
        )}
        <Button icon="filter">{t.apply}</Button>
        {isFiltered(filter) && (
          <ButtonLink variant="quiet" href={path + queryOf(nothing, keep)}>
            {t.clear}
          </ButtonLink>
        )}
      </FilterBar>
    </Form>
  );
}
