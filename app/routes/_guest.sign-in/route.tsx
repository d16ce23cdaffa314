import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { accountWords } from "~/features/accounts/messages";
import {
  askingBrowser,
  askingCookie,
  keepLocale,
  optionalActor,
  sessionHashOf,
  welcome,
} from "~/features/accounts/gate.server";
import { leaveLinkOnServer } from "~/features/accounts/jobs.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { SignInSheet } from "~/features/accounts/sign-in/components/sheet";
import { parseAsk } from "~/features/accounts/sign-in/forms";
import { signInWords } from "~/features/accounts/sign-in/messages";
import { demoDoors } from "~/features/accounts/sign-in/reads.server";
import { deviceOf } from "~/features/accounts/sign-in/rules";
import { askToSignIn, enterDemo } from "~/features/accounts/sign-in/writes.server";
import { honourWords } from "~/features/awards/honours/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { TextField } from "~/ui/text-field";
import { env } from "~/web/env.server";
import { localPath, notFound, seeOther } from "~/web/http.server";
import { isLocale } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { newToken } from "~/web/secrets.server";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(signInWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const organization = await findOrganization(read);
  if (!organization) throw seeOther(paths.setup);
  if (await optionalActor(request)) throw seeOther(nextOf(url));
  return {
    office: organization.name,
    signedOut: url.searchParams.has("out"),
    doors: organization.demo && env().demo ? await demoDoors(read) : [],
  };
}

const nextOf = (url: URL): string => localPath(url.searchParams.get("next"), paths.home);

export async function action({ request }: ActionFunctionArgs) {
  const url = new URL(request.url);
  const form = await request.formData();
  const now = new Date();
  const device = deviceOf(request.headers.get("user-agent"));

  const userId = form.get("as");
  if (typeof userId === "string") {
    if (!env().demo) throw notFound();
    const entered = await transact((tx) =>
      enterDemo(tx, { userId, device, oldSessionHash: sessionHashOf(request), now }),
    );
    if (!entered.ok) throw notFound();
    return await welcome(request, entered.token, nextOf(url));
  }

  const asked = parseAsk(form);
  if (!asked.ok) return data(asked, 422);
  const browser = askingBrowser(request) ?? newToken();
  const wish = { email: asked.value.email, browser, device, goTo: nextOf(url), locale: localeOf(request), now };
  const done = await transact((tx) => askToSignIn(tx, wish));
  if (!done.ok) return data({ errors: { form: done.reason }, values: asked.value }, 429);
  await leaveLinkOnServer(done.letter);
  const lang = url.searchParams.get("lang");
  return seeOther(paths.signInCode, [askingCookie(browser), ...(isLocale(lang) ? [keepLocale(lang)] : [])]);
}

export default function SignIn() {
  const { office, signedOut, doors } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(signInWords);
  const honours = useWords(honourWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const emailError = errors.email ? t.errors[errors.email] : undefined;
  return (
    <SignInSheet office={office} title={t.title} lead={t.lead}>
      {signedOut && !refused && <Notice tone="success">{t.signedOut}</Notice>}
      <ErrorSummary
        title={t.mend}
        errors={emailError ? [{ field: "email", text: emailError }] : errors.form ? [{ text: t.tooMany }] : []}
      />
      <form method="post" noValidate className="stack">
        <TextField
          name="email"
          type="email"
          label={t.email}
          error={emailError}
          required
          autoComplete="email"
          defaultValue={refused?.values.email}
        />
        <Button variant="primary" size="large" wide>
          {t.send}
        </Button>
      </form>
      <p className="cluster small">
        <a href={paths.honourRoll()}>{honours.roll}</a>
        <a href={paths.verifying}>{honours.verify}</a>
      </p>
      {doors.length > 0 && <DemoDoors doors={doors} />}
    </SignInSheet>
  );
}

type Door = ReturnType<typeof useLoaderData<typeof loader>>["doors"][number];

function DemoDoors({ doors }: { doors: Door[] }) {
  const t = useWords(signInWords);
  const { roles } = useWords(accountWords);
  return (
    <section className="stack" aria-labelledby="demo-doors">
      <div>
        <h2 id="demo-doors">{t.demoTitle}</h2>
        <p className="soft">{t.demoText}</p>
      </div>
      <form method="post" className="stack gap-2">
        {doors.map((door) => (
          <Button
            key={`${door.role} ${door.userId}`}
            name="as"
            value={door.userId}
            wide
            aria-label={t.enterAs(roles[door.role], [door.name, door.unitName].filter(Boolean).join(" · "))}
          >
            <b>{roles[door.role]}</b>
            <br />
            <span className="soft small">{[door.name, door.unitName].filter(Boolean).join(" · ")}</span>
          </Button>
        ))}
      </form>
    </section>
  );
}
