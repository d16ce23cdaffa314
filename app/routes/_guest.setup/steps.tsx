import type { ReactNode } from "react";
import { commonZones, organizationKinds, type Step } from "~/features/accounts/set-up/rules";
import { setUpWords } from "~/features/accounts/set-up/messages";
import { Button, ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Notice } from "~/ui/notice";
import { Ltr } from "~/ui/text";
import { SelectField, TextField } from "~/ui/text-field";
import { type Locale, localeNames, locales } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

export interface StepProps {
  step: Step;
  organization: { name: string; kind: string; zone: string; locale: Locale };
  person: { name: string; position: string; email: string };
  mail: { server: string | null; from: string; demo: boolean };
  test: { state: string; response: string } | null;
  errors: Record<string, string>;
  /** What was typed before an error. */
  values: Record<string, string> | null;
}

function StepForm({ step, next, children }: { step: Step; next?: string; children?: ReactNode }) {
  const t = useWords(setUpWords);
  return (
    <form method="post" noValidate className="stack gap-6">
      <input type="hidden" name="step" value={step} />
      {children}
      <Button variant="primary" size="large" wide>
        {next ?? t.next}
      </Button>
    </form>
  );
}

export function StartStep({ step, errors, values }: StepProps) {
  const t = useWords(setUpWords);
  return (
    <>
      <p>{t.startLead}</p>
      <StepForm step={step}>
        <TextField
          name="code"
          label={t.code}
          hint={t.codeHint}
          error={errors.code}
          required
          dir="ltr"
          width="m"
          autoComplete="off"
          defaultValue={values?.code}
        />
      </StepForm>
      <section className="stack gap-2">
        <h2>{t.demoTitle}</h2>
        <p className="soft">{t.demoText}</p>
        <p>
          <Ltr>
            <code>npm run demo</code>
          </Ltr>
        </p>
      </section>
    </>
  );
}

export function OrganizationStep({ step, organization, errors, values }: StepProps) {
  const t = useWords(setUpWords);
  const shown = values ?? organization;
  return (
    <>
      <p>{t.organizationLead}</p>
      <StepForm step={step}>
        <TextField
          name="name"
          label={t.name}
          error={errors.name}
          required
          autoComplete="organization"
          defaultValue={shown.name}
        />
        <SelectField
          name="kind"
          label={t.kind}
          hint={t.kindHint}
          error={errors.kind}
          choices={organizationKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          defaultValue={shown.kind}
        />
        <TextField
          name="zone"
          label={t.zone}
          hint={t.zoneHint}
          error={errors.zone}
          dir="ltr"
          list="zones"
          defaultValue={shown.zone}
        />
        <datalist id="zones">
          {commonZones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <SelectField
          name="locale"
          label={t.language}
          error={errors.locale}
          choices={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          defaultValue={shown.locale}
        />
      </StepForm>
    </>
  );
}

export function PersonStep({ step, person, errors, values }: StepProps) {
  const t = useWords(setUpWords);
  const shown = values ?? person;
  return (
    <>
      <p>{t.personLead}</p>
      <StepForm step={step}>
        <TextField
          name="name"
          label={t.personName}
          error={errors.name}
          required
          autoComplete="name"
          defaultValue={shown.name}
        />
        <TextField
          name="position"
          label={t.position}
          error={errors.position}
          optional
          autoComplete="organization-title"
          defaultValue={shown.position}
        />
        <TextField
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          error={errors.email}
          required
          autoComplete="email"
          defaultValue={shown.email}
        />
      </StepForm>
    </>
  );
}

export function MailStep({ step, mail, person, test }: StepProps) {
  const t = useWords(setUpWords);
  const said = test && t.testState[test.state];
  return (
    <>
      {mail.server && <p>{t.mailLead}</p>}
      <MailFacts mail={mail} />
      {!mail.server && <Notice tone="warning">{t.noMail}</Notice>}
      {mail.server && test && (
        <Notice tone={test.state === "sent" ? "success" : test.state === "failed" ? "danger" : "info"}>
          {said} {test.state === "failed" && <Ltr>{test.response}</Ltr>}
        </Notice>
      )}
      {mail.server && test && test.state !== "sent" && (
        <ButtonLink href={`${paths.setup}?step=mail`} plain wide>
          {t.refresh}
        </ButtonLink>
      )}
      {mail.server && (
        <form method="post">
          <input type="hidden" name="step" value={step} />
          <Button name="test" value="yes" wide icon="letter">
            {t.test(`\u2066${person.email}\u2069`)}
          </Button>
        </form>
      )}
      <StepForm step={step} next={mail.server && test?.state === "sent" ? t.next : t.skipMail} />
    </>
  );
}

function MailFacts({ mail }: Pick<StepProps, "mail">) {
  const t = useWords(setUpWords);
  return (
    <DescriptionList
      layout="invitation"
      items={[
        { icon: "outbox", term: t.server, detail: mail.server ? <Ltr>{mail.server}</Ltr> : t.noServer },
        { icon: "letter", term: t.from, detail: <Ltr>{mail.from}</Ltr> },
      ]}
    />
  );
}

export function FinishStep({ step, organization, person, mail }: StepProps) {
  const t = useWords(setUpWords);
  const kind = organizationKinds.find((known) => known === organization.kind) ?? "other";
  const change = (to: Step) => (
    <p>
      <a href={`${paths.setup}?step=${to}`}>{t.change}</a>
    </p>
  );
  return (
    <>
      <p>{t.finishLead}</p>
      <DescriptionList
        layout="invitation"
        items={[
          {
            icon: "unit",
            term: t.steps.organization,
            detail: (
              <>
                {organization.name}
                <p>
                  {t.kinds[kind]} · <Ltr>{organization.zone}</Ltr> · <bdi>{localeNames[organization.locale]}</bdi>
                </p>
                {change("organization")}
              </>
            ),
          },
          {
            icon: "person",
            term: t.steps.person,
            detail: (
              <>
                {person.name}
                <p>
                  {person.position && `${person.position} · `}
                  <Ltr>{person.email}</Ltr>
                </p>
                {change("person")}
              </>
            ),
          },
          { icon: "letter", term: t.steps.mail, detail: mail.server ? <Ltr>{mail.server}</Ltr> : t.noServer },
        ]}
      />
      <StepForm step={step} next={t.finish} />
    </>
  );
}
