import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { useErrorList } from "~/features/accounts/components/person-fields";
import { parseAccount, parseGrant } from "~/features/accounts/forms";
import { requireMay, sessionCookie } from "~/features/accounts/gate.server";
import { accountWords } from "~/features/accounts/messages";
import { countSessions, findAccount } from "~/features/accounts/reads.server";
import { deviceOf } from "~/features/accounts/sign-in/rules";
import {
  changeAccount,
  disableAccount,
  enableAccount,
  endSessionsOf,
  grantRole,
  takeRole,
} from "~/features/accounts/writes.server";
import { History, type HistoryEntry, Said } from "~/features/audit/components/history";
import { historyOf } from "~/features/audit/reads.server";
import { unitOptions } from "~/features/units/reads.server";
import { Status } from "~/ui/badge";
import { ErrorSummary } from "~/ui/error-summary";
import { Page, Panel } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError, type FormErrors } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { AccessPanel } from "./access-panel";
import { FactsPanel } from "./facts-panel";
import { RolesPanel } from "./roles-panel";

export const meta = titleOf(
  accountWords,
  (t, found: { account: { name: string } } | undefined) => found?.account.name ?? t.accounts,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "accounts.manage");
  const userId = params.userId ?? "";
  const found = await findAccount(read, { userId });
  if (!found) throw notFound();
  const { search: _, ...account } = found;
  const units = await unitOptions(read);
  return {
    account,
    isSelf: actor.userId === userId,
    sessions: await countSessions(read, { userId }),
    history: await historyOf(read, { subject: `user:${userId}`, limit: 30 }),
    units: units.map(({ value, label }) => ({ value, label })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireMay(request, "accounts.manage");
  const form = await request.formData();
  const t = wordsFor(accountWords, localeOf(request, actor.locale));
  const userId = params.userId ?? "";
  const acting = { actor, device: deviceOf(request.headers.get("user-agent")), now: new Date(), userId };
  const back = (said: string) => seeOther(paths.accountOf(userId), [flash(said)]);
  const refuse = (code: string, field = "form") =>
    data({ ...fieldError(form, field, code), intent: String(form.get("intent")) }, 422);
  const mend = (typed: FormErrors) => data({ ...typed, intent: String(form.get("intent")) }, 422);
  // Whoever changes their own roles goes on with a fresh session, and may not open this page any more.
  const rotated = (said: string, token: string | null) =>
    token ? seeOther(paths.account, [flash(said), sessionCookie(token)]) : back(said);

  switch (form.get("intent")) {
    case "facts": {
      const typed = parseAccount(form);
      if (!typed.ok) return mend(typed);
      const done = await transact((tx) => changeAccount(tx, { ...acting, ...typed.value }));
      if (!done.ok) return refuse(done.reason, done.field);
      return back(done.emailChanged ? t.savedSignedOut : t.saved);
    }
    case "grant": {
      const typed = parseGrant(form);
      if (!typed.ok) return mend(typed);
      const done = await transact((tx) => grantRole(tx, { ...acting, ...typed.value }));
      return done.ok ? rotated(t.roleGranted, done.token) : refuse(done.reason, done.field);
    }
    case "take": {
      const done = await transact((tx) => takeRole(tx, { ...acting, grantId: String(form.get("grantId")) }));
      return done.ok ? rotated(t.roleTaken, done.token) : refuse(done.reason);
    }
    case "disable": {
      const done = await transact((tx) => disableAccount(tx, acting));
      return done.ok ? back(t.accountDisabled) : refuse(done.reason);
    }
    case "enable": {
      const done = await transact((tx) => enableAccount(tx, acting));
      return done.ok ? back(t.accountEnabled) : refuse(done.reason);
    }
    case "sign-out": {
      const done = await transact((tx) => endSessionsOf(tx, acting));
      return done.ok ? back(t.signedOutAll(done.devices)) : refuse(done.reason);
    }
    default:
      throw notFound();
  }
}

export default function Account() {
  const { account, isSelf, sessions, history, units } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(accountWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const summary = useErrorList(errors);
  const typedIn = (intent: string) =>
    refused?.intent === intent ? { values: refused.values, errors } : { values: null, errors: {} };
  return (
    <Page
      title={account.name}
      status={
        account.disabledAt ? <Status icon="lock">{t.disabled}</Status> : <Status tone="success">{t.active}</Status>
      }
      description={account.position}
      breadcrumbs={[{ href: paths.accounts, label: t.accounts }]}
    >
      <div className="stack gap-6">
        <ErrorSummary title={t.mend} errors={summary} />
        <div className="columns-2">
          <div className="stack gap-6">
            <RolesPanel roles={account.roles} units={units} {...typedIn("grant")} />
            <Panel title={t.history} flush>
              <History entries={history} say={(entry) => <AccountAct {...entry} />} />
            </Panel>
          </div>
          <div className="stack gap-6">
            <FactsPanel account={account} {...typedIn("facts")} />
            <AccessPanel disabledAt={account.disabledAt} sessions={sessions} isSelf={isSelf} />
          </div>
        </div>
      </div>
    </Page>
  );
}

function AccountAct({ verb, detail }: HistoryEntry) {
  const t = useWords(accountWords);
  const role = t.roles[detail.role as keyof typeof t.roles];
  return <Said verb={t.verbs[verb] ?? verb} more={[role, detail.unit, detail.device]} />;
}
