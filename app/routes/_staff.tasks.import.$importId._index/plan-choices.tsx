import { taskImportWords } from "~/features/tasks/import/messages";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel } from "~/ui/page";
import { type Choice, DateField, SelectField } from "~/ui/text-field";
import { inLanguage, type Localized } from "~/web/localized";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  decisions: {
    ownerUnitId: string;
    campaignId: string | null;
    documentId: string | null;
    startsOn: string | null;
    assign: boolean;
  };
  /** The number of the document that the annex names and that may be registered. */
  source: string | null;
  owners: Choice[];
  campaigns: { id: string; title: Localized }[];
  documents: Choice[];
}

/** What holds for every task that is added. */
export function PlanChoices({ decisions, source, owners, campaigns, documents }: Props) {
  const t = useWords(taskImportWords);
  const locale = useLocale();
  const fresh = source && !documents.some(({ value }) => value === decisions.documentId);
  return (
    <Panel title={t.choicesTitle} description={t.choicesLead}>
      <Form method="post" className="stack gap-4">
        <div className="grid">
          <SelectField name="owner" label={t.owner} choices={owners} defaultValue={decisions.ownerUnitId} />
          <SelectField
            name="document"
            label={t.document}
            placeholder={t.noDocument}
            choices={[...(fresh ? [{ value: "new", label: t.newDocument(source) }] : []), ...documents]}
            defaultValue={decisions.documentId ?? ""}
          />
          <SelectField
            name="campaign"
            label={t.campaign}
            placeholder={t.noCampaign}
            choices={campaigns.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) }))}
            defaultValue={decisions.campaignId ?? ""}
          />
          <DateField name="start" label={t.start} hint={t.startHint} defaultValue={decisions.startsOn ?? ""} />
        </div>
        <CheckboxField name="assign" label={t.assign} hint={t.assignHint} defaultChecked={decisions.assign} />
        <FormActions>
          <Button name="do" value="choose">
            {t.keepChoices}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  );
}
