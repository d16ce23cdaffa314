import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { GrantFields } from "~/features/accounts/components/grant-fields";
import { PersonFields, type Typed, useErrorList } from "~/features/accounts/components/person-fields";
import { parseInvite } from "~/features/accounts/forms";
import { requireMay } from "~/features/accounts/gate.server";
import { accountWords } from "~/features/accounts/messages";
import { findOrganization } from "~/features/accounts/reads.server";
import { deviceOf } from "~/features/accounts/sign-in/rules";
import { inviteAccount } from "~/features/accounts/writes.server";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(accountWords, (t) => t.inviteTitle);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, "accounts.manage");
  const organization = await findOrganization(read);
  const units = await unitOptions(read);
  return {
    press: newPress(),
    locale: organization?.locale ?? "vi",
    units: units.map(({ value, label }) => ({ value, label })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "accounts.manage");
  const form = await request.formData();
  const typed = parseInvite(form);
  if (!typed.ok) return data(typed, 422);
  const device = deviceOf(request.headers.get("user-agent"));
  const done = await transact((tx) =>
    inviteAccount(tx, { ...typed.value, press: String(form.get("press")), actor, device, now: new Date() }),
  );
  if (!done.ok) return data(fieldError(form, done.field, done.reason), 422);
  const t = wordsFor(accountWords, localeOf(request, actor.locale));
  return seeOther(paths.accountOf(done.userId), [flash(t.invited(typed.value.name))]);
}

export default function Invite() {
  const { press, locale, units } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(accountWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Typed = refused?.values ?? { locale };
  const summary = useErrorList(errors);
  return (
    <Page
      title={t.inviteTitle}
      description={t.inviteLead}
      breadcrumbs={[{ href: paths.accounts, label: t.accounts }]}
      width="form"
    >
      <Form method="post" noValidate className="stack gap-6">
        <input type="hidden" name="press" value={refused?.values.press ?? press} />
        <ErrorSummary title={t.mend} errors={summary} />
        <PersonFields values={values} errors={errors} />
        <GrantFields values={values} errors={errors} units={units} />
        <FormActions>
          <Button variant="primary">{t.sendInvite}</Button>
          <ButtonLink href={paths.accounts} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
