import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { askingBrowser, askingCookie, sessionHashOf, welcome } from "~/features/accounts/gate.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { CodeForm } from "~/features/accounts/sign-in/components/code-form";
import { Gone, SignInSheet } from "~/features/accounts/sign-in/components/sheet";
import { parseCode } from "~/features/accounts/sign-in/forms";
import { signInWords } from "~/features/accounts/sign-in/messages";
import { findRequestByLink } from "~/features/accounts/sign-in/reads.server";
import { deviceOf, isOpenRequest } from "~/features/accounts/sign-in/rules";
import { enterByLink } from "~/features/accounts/sign-in/writes.server";
import { Button } from "~/ui/button";
import { paths } from "~/web/paths";
import { hashToken, newToken } from "~/web/secrets.server";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(signInWords, (t) => t.title);

/** What the link of a letter shows: a button where it was asked for, a field for the code elsewhere. Burns nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const organization = await findOrganization(read);
  const office = organization?.name ?? "TenTen";
  const asked = await findRequestByLink(read, { linkHash: hashToken(params.token ?? "") });
  if (!asked || !isOpenRequest(asked, new Date())) return data({ office, shows: "gone" as const }, 410);
  const browser = askingBrowser(request);
  if (browser && asked.browserHash === hashToken(browser)) return { office, shows: "button" as const };
  return data(
    { office, shows: "code" as const },
    browser ? {} : { headers: { "Set-Cookie": askingCookie(newToken()) } },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = form.has("code") ? parseCode(form) : null;
  if (typed && !typed.ok) return data({ error: typed.errors.code }, 422);
  const enter = {
    link: params.token ?? "",
    code: typed?.value.code ?? null,
    browser: askingBrowser(request) ?? newToken(),
    device: deviceOf(request.headers.get("user-agent")),
    oldSessionHash: sessionHashOf(request),
    now: new Date(),
  };
  const entered = await transact((tx) => enterByLink(tx, enter));
  if (entered.ok) return await welcome(request, entered.token, entered.goTo);
  // The page below asks for the code by itself, or says that the link is gone.
  return data(
    { error: entered.reason === "wrong-code" ? entered.reason : undefined },
    entered.reason === "gone" ? 410 : 422,
  );
}

export default function OpenLetter() {
  const { office, shows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(signInWords);
  if (shows === "gone") return <Gone office={office} again={paths.signIn} />;
  if (shows === "code") {
    return (
      <SignInSheet office={office} title={t.otherTitle} lead={t.otherLead}>
        <CodeForm error={refused?.error} />
      </SignInSheet>
    );
  }
  return (
    <SignInSheet office={office} title={t.linkTitle} lead={t.linkLead}>
      <form method="post">
        <Button variant="primary" size="large" wide>
          {t.signIn}
        </Button>
      </form>
    </SignInSheet>
  );
}
