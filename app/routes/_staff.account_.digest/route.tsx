import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { parseWish } from "~/features/tasks/digest/forms";
import { digestWords } from "~/features/tasks/digest/messages";
import { wishOf } from "~/features/tasks/digest/reads.server";
import { hours, hourText } from "~/features/tasks/digest/rules";
import { wishDigest } from "~/features/tasks/digest/writes.server";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { DescriptionList } from "~/ui/description-list";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { SelectField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords, useZone } from "~/web/use-words";

export const meta = titleOf(digestWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const { email } = await requireActor(request);
  return { email, wish: await wishOf(read, { email }) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const typed = parseWish(await request.formData());
  if (!typed.ok) return data(typed, 422);
  const { hour, off } = typed.value;
  await transact((tx) => wishDigest(tx, { actor, hour, off }));
  const t = wordsFor(digestWords, localeOf(request, actor.locale));
  return seeOther(paths.digest, [flash(off ? t.savedOff : t.saved(hourText(hour)))]);
}

export default function DigestWishes() {
  const { email, wish } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(digestWords);
  const zone = useZone();
  const error = refused?.errors.hour ? t.badHour : undefined;
  return (
    <Page title={t.title} description={t.about} width="form" breadcrumbs={[{ label: t.back, href: paths.account }]}>
      <Form method="post" noValidate className="stack gap-6">
        <ErrorSummary title={t.mend} errors={error ? [{ field: "hour", text: error }] : []} />
        <DescriptionList items={[{ term: t.address, detail: <Ltr>{email}</Ltr> }]} />
        <SelectField
          name="hour"
          label={t.hour}
          hint={t.hourHint(zone)}
          error={error}
          width="s"
          choices={hours.map((hour) => ({ value: `${hour}`, label: hourText(hour) }))}
          defaultValue={`${wish.hour}`}
        />
        <CheckboxField name="off" label={t.off} hint={t.offHint} defaultChecked={wish.off} />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
