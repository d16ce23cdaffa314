import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { DateField, SelectField } from "~/ui/text-field";
import { inLanguage, type Localized } from "~/web/localized";
import { useLocale, useWords } from "~/web/use-words";
import { taskWords } from "../../messages";
import { carried, isNarrowed, type TaskQuery, taskAddress } from "../../query.rules";
import { countWords } from "../messages";
import { type CountScope, type dayAsked, scopeQuery } from "../rules";

interface ScopeFormProps {
  action: string;
  /** What other views are asked for: it goes along unseen. */
  query: TaskQuery;
  scope: CountScope;
  asked: ReturnType<typeof dayAsked>;
  choices: {
    campaigns: { id: string; title: Localized }[];
    documents: { id: string; number: string }[];
    owners: { id: string; name: string }[];
  };
}

/** Whose figures, and as on which day. */
export function ScopeForm({ action, query, scope, asked, choices }: ScopeFormProps) {
  const t = useWords(countWords);
  const { fields, errors } = useWords(taskWords);
  const locale = useLocale();
  const others = { ...carried(query), campaignId: "", documentId: "", ownerId: "" };
  const error = asked.error === "bad-day" ? errors["bad-day"] : undefined;
  return (
    <>
      <Form method="get" action={action} key={scopeQuery(scope, { on: asked.typed })}>
        {[...new URLSearchParams(taskAddress(others))].map(([name, value]) => (
          <input key={name} type="hidden" {...{ name, value }} />
        ))}
        <FilterBar>
          <SelectField
            name="campaign"
            label={fields.campaignId}
            placeholder={t.all}
            defaultValue={scope.campaignId}
            choices={choices.campaigns.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) }))}
          />
          <SelectField
            name="document"
            label={fields.documentId}
            placeholder={t.all}
            defaultValue={scope.documentId}
            choices={choices.documents.map(({ id, number }) => ({ value: id, label: number }))}
          />
          <SelectField
            name="owner"
            label={fields.ownerUnitId}
            placeholder={t.all}
            defaultValue={scope.ownerUnitId}
            choices={choices.owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField name="on" label={t.on} defaultValue={error ? "" : asked.typed} error={error} />
          <Button icon="filter">{t.show}</Button>
          {asked.on && (
            <ButtonLink
              href={action + scopeQuery(scope, Object.fromEntries(new URLSearchParams(taskAddress(others))))}
              variant="quiet"
            >
              {t.today}
            </ButtonLink>
          )}
        </FilterBar>
      </Form>
      {isNarrowed(others) && <p className="soft small no-print">{t.whole}</p>}
      {asked.error === "not-yet" && <Notice tone="warning">{t.notYet}</Notice>}
    </>
  );
}
