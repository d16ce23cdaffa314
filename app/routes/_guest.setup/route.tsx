import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { sessionCookie } from "~/features/accounts/gate.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { parseSetUpCode, parseSetUpOrganization, parseSetUpPerson } from "~/features/accounts/set-up/forms";
import { forgetSetUpCode, isSetUpCode, mailFacts } from "~/features/accounts/set-up/jobs.server";
import { setUpWords } from "~/features/accounts/set-up/messages";
import { type Draft, stepOf, steps } from "~/features/accounts/set-up/rules";
import { placeOrganization, sendTestLetter, setUp } from "~/features/accounts/set-up/writes.server";
import { deviceOf } from "~/features/accounts/sign-in/rules";
import { findLetter } from "~/features/outbox/reads.server";
import { createUnit } from "~/features/units/writes.server";
import { ErrorSummary } from "~/ui/error-summary";
import { GuestPage } from "~/ui/guest-page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { languageLinks } from "~/web/language-links";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { defaultZone } from "~/web/time";
import { titleOf } from "~/web/title";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";
import { rememberZone } from "~/web/zone.server";
import { draftOf, forgetDraft, keepDraft } from "./draft.server";
import { FinishStep, MailStep, OrganizationStep, PersonStep, StartStep } from "./steps";

export const meta = titleOf(setUpWords, (t) => t.title);

const onlyOnce = async () => {
  if (await findOrganization(read)) throw notFound();
};

export async function loader({ request }: LoaderFunctionArgs) {
  await onlyOnce();
  const draft = draftOf(request);
  const step = stepOf(draft, new URL(request.url).searchParams.get("step"));
  const letter = step === "mail" && draft.letterId ? await findLetter(read, { letterId: draft.letterId }) : null;
  return {
    step,
    organization: draft.organization ?? { name: "", kind: "province", zone: defaultZone, locale: localeOf(request) },
    person: draft.person ?? { name: "", position: "", email: "" },
    mail: mailFacts(),
    test: letter && { state: letter.state, response: letter.response },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  await onlyOnce();
  const form = await request.formData();
  const draft = draftOf(request);
  // A page left open from an earlier step must not get past what is still to be told.
  const step = stepOf(draft, String(form.get("step")));
  if (step === "start") {
    const typed = parseSetUpCode(form);
    if (!typed.ok) return data(typed, 422);
    return isSetUpCode(typed.value.code)
      ? go(request, { proved: true })
      : data(fieldError(form, "code", "wrong-set-up-code"), 422);
  }
  if (step === "organization") {
    const typed = parseSetUpOrganization(form);
    return typed.ok ? go(request, { ...draft, organization: typed.value }) : data(typed, 422);
  }
  if (step === "person") {
    const typed = parseSetUpPerson(form);
    return typed.ok ? go(request, { ...draft, person: typed.value }) : data(typed, 422);
  }
  if (step === "mail") return form.has("test") ? await test(request, draft) : go(request, { ...draft, mailSeen: true });
  return await finish(request, draft);
}

function go(request: Request, draft: Draft, step?: string): Response {
  const query = new URLSearchParams();
  const lang = new URL(request.url).searchParams.get("lang");
  if (lang) query.set("lang", lang);
  if (step) query.set("step", step);
  return seeOther(`${paths.setup}?${query}`, [keepDraft(draft)]);
}

async function test(request: Request, draft: Draft) {
  const { organization, person } = draft;
  if (!organization || !person) return go(request, draft);
  const { server } = mailFacts();
  const letterId = await transact((tx) =>
    sendTestLetter(tx, {
      to: { name: person.name, address: person.email },
      office: organization.name,
      zone: organization.zone,
      locale: organization.locale,
      server: server ?? "",
      now: new Date(),
    }),
  );
  return go(request, { ...draft, letterId: letterId ?? undefined, mailSeen: undefined }, "mail");
}

// The organization is the first unit of the tree; what else is known of it, its people fill in later.
const topUnit = { parentId: "", shortName: "", code: "", activeFrom: "", rural: false, border: false };

async function finish(request: Request, { organization, person }: Draft) {
  if (!organization || !person) return seeOther(paths.setup);
  const now = new Date();
  const device = deviceOf(request.headers.get("user-agent"));
  const { kind, ...facts } = organization;
  const done = await transact(async (tx) => {
    const founded = await setUp(tx, { ...facts, person, device, now });
    if (!founded.ok) return founded;
    const grants = [{ role: "organizer" as const, unitId: null, unitPath: null }];
    const actor = { ...person, userId: founded.userId, locale: facts.locale, grants };
    const unit = await createUnit(tx, { ...topUnit, name: organization.name, kind, now, actor });
    if (unit.ok) await placeOrganization(tx, { unitId: unit.unitId });
    return founded;
  });
  if (!done.ok) throw notFound();
  rememberZone(organization.zone);
  await forgetSetUpCode();
  const welcome = wordsFor(setUpWords, localeOf(request)).welcome;
  return seeOther(paths.home, [sessionCookie(done.token), forgetDraft(), flash(welcome)]);
}

type Words = (typeof setUpWords)["vi"];
const labelOf = (step: string, field: string, t: Words): string =>
  ({
    code: t.code,
    name: step === "person" ? t.personName : t.name,
    kind: t.kind,
    zone: t.zone,
    locale: t.language,
    position: t.position,
    email: t.email,
  })[field] ?? field;

export default function SetUp() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(setUpWords);
  const locale = useLocale();
  const { path, query } = useAddress();
  const codes: Record<string, string> = refused?.errors ?? {};
  const errors = Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, t.errors[code] ?? code]));
  const props = { ...facts, errors, values: refused?.values ?? null };
  const at = steps.indexOf(facts.step);
  return (
    <GuestPage
      organizer="TenTen"
      kicker={`${t.kicker} · ${t.step(at + 1, steps.length)}`}
      title={at === 0 ? t.title : t.steps[facts.step]}
      languagesLabel={t.languages}
      languages={languageLinks(path + query, locale)}
    >
      <ErrorSummary
        title={t.mend}
        errors={Object.entries(errors).map(([field, text]) => ({
          field,
          text: `${labelOf(facts.step, field, t)}: ${text}`,
        }))}
      />
      {facts.step === "start" && <StartStep {...props} />}
      {facts.step === "organization" && <OrganizationStep {...props} />}
      {facts.step === "person" && <PersonStep {...props} />}
      {facts.step === "mail" && <MailStep {...props} />}
      {facts.step === "finish" && <FinishStep {...props} />}
    </GuestPage>
  );
}
