import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { askingBrowser, sessionHashOf, welcome } from "~/features/accounts/gate.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { CodeForm } from "~/features/accounts/sign-in/components/code-form";
import { Gone, SignInSheet } from "~/features/accounts/sign-in/components/sheet";
import { parseCode } from "~/features/accounts/sign-in/forms";
import { signInWords } from "~/features/accounts/sign-in/messages";
import { waitingFor } from "~/features/accounts/sign-in/reads.server";
import { deviceOf } from "~/features/accounts/sign-in/rules";
import { enterByCode } from "~/features/accounts/sign-in/writes.server";
import { Notice } from "~/ui/notice";
import { env } from "~/web/env.server";
import { seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
import { hashToken } from "~/web/secrets.server";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(signInWords, (t) => t.codeTitle);

export async function loader({ request }: LoaderFunctionArgs) {
  const browser = askingBrowser(request);
  const waiting = browser && (await waitingFor(read, { browserHash: hashToken(browser), now: new Date() }));
  if (!waiting) throw seeOther(paths.signIn);
  const organization = await findOrganization(read);
  const { demo, smtpUrl } = env();
  return {
    office: organization?.name ?? "TenTen",
    email: waiting.email,
    open: waiting.open,
    again: waiting.goTo === paths.home ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(waiting.goTo)}`,
    mailbox: demo && organization?.demo === true && !smtpUrl,
    noMail: !demo && !smtpUrl,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const browser = askingBrowser(request);
  if (!browser) throw seeOther(paths.signIn);
  const typed = parseCode(await request.formData());
  if (!typed.ok) return data({ error: typed.errors.code }, 422);
  const device = deviceOf(request.headers.get("user-agent"));
  const enter = { code: typed.value.code, browser, device, oldSessionHash: sessionHashOf(request), now: new Date() };
  const entered = await transact((tx) => enterByCode(tx, enter));
  if (!entered.ok) return data({ error: entered.reason }, entered.reason === "gone" ? 410 : 422);
  return await welcome(request, entered.token, entered.goTo);
}

export default function TypeCode() {
  const { office, email, open, again, mailbox, noMail } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(signInWords);
  if (!open) return <Gone office={office} again={again} />;
  return (
    <SignInSheet office={office} title={t.codeTitle} lead={t.codeLead(`\u2066${email}\u2069`)}>
      {noMail && <Notice tone="warning">{t.noMail}</Notice>}
      <CodeForm error={refused?.error} />
      {mailbox && (
        <p>
          <a href={paths.mailbox}>{t.openMailbox}</a>
        </p>
      )}
      <p>
        {t.noLetter} <a href={again}>{t.askAgain}</a>
      </p>
    </SignInSheet>
  );
}
