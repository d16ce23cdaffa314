import { Form } from "@remix-run/react";
import type { Typed } from "~/features/accounts/components/person-fields";
import { accountWords } from "~/features/accounts/messages";
import { commonZones } from "~/features/accounts/set-up/rules";
import { Button } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { SelectField, TextField } from "~/ui/text-field";
import { localeNames, locales } from "~/web/i18n";
import { showPhone } from "~/web/phone";
import { useWords } from "~/web/use-words";

interface FieldsProps {
  values: Typed;
  words: Record<string, string>;
  units: { value: string; label: string }[];
}

export function OrganizationForm({ values, words, units }: FieldsProps) {
  const t = useWords(accountWords);
  const phone = values.contactPhone ?? "";
  return (
    <>
      <TextField name="name" label={t.organizationName} error={words.name} required defaultValue={values.name} />
      <SelectField
        name="unitId"
        label={t.organizationUnit}
        error={words.unitId}
        placeholder={t.noUnit}
        choices={units}
        defaultValue={values.unitId}
      />
      <SelectField
        name="steeringUnitId"
        label={t.steeringUnit}
        hint={t.steeringUnitHint}
        error={words.steeringUnitId}
        placeholder={t.noUnit}
        choices={units}
        defaultValue={values.steeringUnitId}
        optional
      />
      <TextField
        name="contactEmail"
        type="email"
        label={t.contactEmail}
        error={words.contactEmail}
        optional
        defaultValue={values.contactEmail}
      />
      <TextField
        name="contactPhone"
        type="tel"
        label={t.contactPhone}
        error={words.contactPhone}
        optional
        width="m"
        defaultValue={phone.startsWith("+") ? showPhone(phone) : phone}
      />
      <TextField
        name="zone"
        label={t.zone}
        hint={t.zoneHint}
        error={words.zone}
        required
        dir="ltr"
        width="m"
        list="zones"
        defaultValue={values.zone}
      />
      <datalist id="zones">
        {commonZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <SelectField
        name="locale"
        label={t.mainLanguage}
        error={words.locale}
        width="m"
        choices={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        defaultValue={values.locale}
      />
      <FormActions>
        <Button variant="primary">{t.save}</Button>
      </FormActions>
    </>
  );
}

interface MailProps {
  mail: { server: string | null; from: string; demo: boolean };
  email: string;
}

/** How mail leaves, as far as it may be shown, and a letter to try it. */
export function MailPanel({ mail, email }: MailProps) {
  const t = useWords(accountWords);
  const server = mail.server ? <Ltr>{mail.server}</Ltr> : mail.demo ? t.demoServer : t.noServer;
  return (
    <Panel title={t.mail}>
      <div className="stack">
        <DescriptionList
          items={[
            { term: t.mailServer, detail: server },
            { term: t.mailFrom, detail: <Ltr>{mail.from}</Ltr> },
          ]}
        />
        {!mail.server && !mail.demo && <Notice tone="warning">{t.noServerText}</Notice>}
        {(mail.server || mail.demo) && (
          <Form method="post">
            <Button name="intent" value="test" icon="letter" aria-label={`${t.sendTest}: ${email}`}>
              {t.sendTest}
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  );
}
