import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { PersonFields, type Typed, useErrorList } from "~/features/accounts/components/person-fields";
import { Roles } from "~/features/accounts/components/roles";
import { parseProfile } from "~/features/accounts/forms";
import { keepLocale, requireSession } from "~/features/accounts/gate.server";
import { accountWords } from "~/features/accounts/messages";
import { findAccount } from "~/features/accounts/reads.server";
import { listSessions } from "~/features/accounts/sign-in/reads.server";
import { deviceOf } from "~/features/accounts/sign-in/rules";
import { endOtherSessions, endSession } from "~/features/accounts/sign-in/writes.server";
import { changeProfile } from "~/features/accounts/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Page, Panel } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Devices } from "./devices";

export const meta = titleOf(accountWords, (t) => t.myAccount);

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, sessionId } = await requireSession(request);
  const account = await findAccount(read, { userId: actor.userId });
  if (!account) throw notFound();
  const { name, position, email, phone, locale, roles } = account;
  const sessions = await listSessions(read, { userId: actor.userId, now: new Date() });
  return { account: { name, position, email, phone, locale }, roles, sessionId, sessions };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(request);
  const form = await request.formData();
  const now = new Date();
  const t = wordsFor(accountWords, localeOf(request, actor.locale));
  switch (form.get("intent")) {
    case "profile": {
      const typed = parseProfile(form);
      if (!typed.ok) return data(typed, 422);
      const device = deviceOf(request.headers.get("user-agent"));
      await transact((tx) => changeProfile(tx, { ...typed.value, actor, device, now }));
      const { locale } = typed.value;
      return seeOther(paths.account, [keepLocale(locale), flash(wordsFor(accountWords, locale).saved)]);
    }
    case "end": {
      const ended = await transact((tx) => endSession(tx, { actor, sessionId: String(form.get("sessionId")), now }));
      return seeOther(paths.account, [ended ? flash(t.sessionEnded) : flash(t.sessionGone, "info")]);
    }
    case "end-others": {
      const devices = await transact((tx) => endOtherSessions(tx, { actor, sessionId, now }));
      return seeOther(paths.account, [flash(t.signedOutAll(devices))]);
    }
    default:
      throw notFound();
  }
}

export default function MyAccount() {
  const { account, roles, sessionId, sessions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(accountWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Typed = refused?.values ?? account;
  const summary = useErrorList(errors);
  return (
    <Page title={t.myAccount} actions={<ButtonLink href={paths.digest}>{t.dailyLetter}</ButtonLink>}>
      <div className="columns-2">
        <div className="stack gap-6">
          <Panel title={t.devices} description={t.devicesLead} flush>
            <Devices sessions={sessions} current={sessionId} />
          </Panel>
          <Panel title={t.myRoles}>
            <Roles roles={roles} />
          </Panel>
        </div>
        <Panel title={t.facts}>
          <Form method="post" noValidate className="stack" key={JSON.stringify(account)}>
            <input type="hidden" name="intent" value="profile" />
            <ErrorSummary title={t.mend} errors={summary} />
            <PersonFields values={values} errors={errors} lockedEmail={account.email} />
            <div>
              <Button variant="primary">{t.save}</Button>
            </div>
          </Form>
        </Panel>
      </div>
    </Page>
  );
}
