import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { type Typed, useErrorList, useErrorWords } from "~/features/accounts/components/person-fields";
import { parseOrganization } from "~/features/accounts/forms";
import { requireMay } from "~/features/accounts/gate.server";
import { accountWords } from "~/features/accounts/messages";
import { findOrganization } from "~/features/accounts/reads.server";
import { mailFacts } from "~/features/accounts/set-up/jobs.server";
import { changeOrganization, sendTestLetter } from "~/features/accounts/set-up/writes.server";
import { holidayWords } from "~/features/holidays/messages";
import { unitOptions } from "~/features/units/reads.server";
import { ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { rememberZone } from "~/web/zone.server";
import { MailPanel, OrganizationForm } from "./parts";

export const meta = titleOf(accountWords, (t) => t.organization);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "organization.manage");
  const organization = await findOrganization(read);
  if (!organization) throw notFound();
  const { name, unitId, steeringUnitId, contactEmail, contactPhone, zone, locale } = organization;
  const units = await unitOptions(read);
  return {
    organization: {
      name,
      unitId: unitId ?? "",
      steeringUnitId: steeringUnitId ?? "",
      contactEmail,
      contactPhone,
      zone,
      locale,
    },
    units: units.map(({ value, label }) => ({ value, label })),
    mail: mailFacts(),
    email: actor.email,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "organization.manage");
  const form = await request.formData();
  const now = new Date();
  const t = wordsFor(accountWords, localeOf(request, actor.locale));
  const organization = await findOrganization(read);
  if (!organization) throw notFound();

  if (form.get("intent") === "test") {
    const { name: office, zone } = organization;
    const to = { name: actor.name, address: actor.email };
    const server = mailFacts().server ?? "";
    await transact((tx) => sendTestLetter(tx, { to, office, zone, locale: actor.locale, server, now }));
    return seeOther(paths.organization, [flash(t.testSent(actor.email), "info")]);
  }
  const typed = parseOrganization(form);
  if (!typed.ok) return data(typed, 422);
  const done = await transact((tx) => changeOrganization(tx, { ...typed.value, actor, now }));
  if (!done.ok) return data(fieldError(form, done.field, done.reason), 422);
  rememberZone(typed.value.zone);
  return seeOther(paths.organization, [flash(t.saved)]);
}

export default function Organization() {
  const { organization, units, mail, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(accountWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Typed = refused?.values ?? organization;
  const words = useErrorWords(errors);
  const holidays = useWords(holidayWords);
  return (
    <Page
      title={t.organization}
      description={t.organizationLead}
      actions={<ButtonLink href={paths.holidays}>{holidays.title}</ButtonLink>}
    >
      <div className="columns-2">
        <Form method="post" noValidate className="stack gap-6">
          <ErrorSummary title={t.mend} errors={useErrorList(errors)} />
          <OrganizationForm values={values} words={words} units={units} />
        </Form>
        <MailPanel mail={mail} email={email} />
      </div>
    </Page>
  );
}
