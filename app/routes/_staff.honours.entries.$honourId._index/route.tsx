import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { transactWhole } from "#db/client.server";
import { parseEntry, parseRevocation } from "~/features/awards/honours/forms";
import { honourToSee } from "~/features/awards/honours/gate.server";
import { honourWords } from "~/features/awards/honours/messages";
import { changeHonour, revokeHonour } from "~/features/awards/honours/writes.server";
import { awardWords } from "~/features/awards/messages";
import { Mend } from "~/features/units/components/mend";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Disclosure } from "~/ui/guest-page";
import { Page, Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { DateField, SelectField, TextArea, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { forbidden, seeOther } from "~/web/http.server";
import { localeNames, locales, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Meanwhile, saidBy } from "./meanwhile";

export const meta = titleOf(honourWords, (t) => t.entry);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { honour, manages } = await honourToSee(request, params.honourId);
  const { id, name, position, unitName, achievement, register, locale, category, form, year } = honour;
  const { decisionNumber, decidedOn, revokedOn, revocationNumber, revocationReason, version } = honour;
  return {
    ...{ manages, version },
    ...{ id, name, position, unitName, achievement, register, locale, category, form, year },
    ...{ decisionNumber, decidedOn, revokedOn, revocationNumber, revocationReason },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, honour, manages } = await honourToSee(request, params.honourId);
  if (!manages) throw forbidden();
  const body = await request.formData();
  const act = { honourId: honour.id, actor, now: new Date() };
  const t = wordsFor(honourWords, localeOf(request));
  const here = paths.honour(honour.id);
  if (body.get("do") === "revoke") {
    const form = parseRevocation(body);
    if (!form.ok) return data(form, 422);
    const { number, revokedOn, reason } = form.value;
    const done = await transactWhole((tx) => revokeHonour(tx, { ...act, number, on: revokedOn, reason }));
    if (done.ok) return seeOther(here, [flash(t.said.revoked)]);
    return data(
      fieldError(
        body,
        { future: "revokedOn", "before-decision": "revokedOn", "no-reason": "reason" }[done.reason as string] ?? "form",
        done.reason,
      ),
      409,
    );
  }
  const form = parseEntry(body);
  if (!form.ok) return data(form, 422);
  const done = await transactWhole((tx) => changeHonour(tx, { ...act, ...form.value }));
  if (done.ok) return seeOther(here, [flash(t.said.saved)]);
  const refused = fieldError(body, "form", done.reason);
  return data(done.reason === "changed-meanwhile" ? { ...refused, theirs: saidBy(done.theirs) } : refused, 409);
}

/** One award: what its certificate says, and, by a document of the authority, its revocation. */
export default function HonourPage() {
  const entry = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(honourWords);
  const w = useWords(awardWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const revoking = refused?.values.do === "revoke";
  const values: Record<string, string> = refused?.values ?? {};
  const theirs = refused && "theirs" in refused ? refused.theirs : undefined;
  const field = (name: "name" | "position" | "unitName" | "achievement" | "register") => ({
    ...{ name, label: t[name], defaultValue: refused && !revoking ? (values[name] ?? "") : entry[name] },
    error: !revoking && errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  const errorOf = (name: string) =>
    revoking && errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined;
  return (
    <Page
      title={entry.name}
      description={`${t.forms[entry.form]} · ${entry.category} · ${entry.year}`}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.honours, label: t.book.title },
      ]}
      status={entry.revokedOn ? <Status tone="danger">{t.revoked}</Status> : undefined}
      actions={
        !entry.revokedOn && (
          <ButtonLink href={paths.certificate(entry.id)} variant="primary" icon="print" plain>
            {t.certificate}
          </ButtonLink>
        )
      }
    >
      <Mend errors={errors} words={t} />
      <Panel title={t.entry}>
        <DescriptionList
          items={[
            { term: t.name, detail: <bdi>{entry.name}</bdi> },
            entry.position !== "" && { term: t.position, detail: <bdi>{entry.position}</bdi> },
            entry.unitName !== "" && { term: t.unitName, detail: <bdi>{entry.unitName}</bdi> },
            entry.achievement !== "" && { term: t.achievement, detail: <bdi>{entry.achievement}</bdi> },
            entry.decidedOn !== null && {
              term: t.number,
              detail: t.by(entry.decisionNumber, formatDay(entry.decidedOn)),
            },
            entry.revokedOn !== null && {
              term: t.revoked,
              detail: (
                <>
                  <Ltr>{`${entry.revocationNumber} · ${formatDay(entry.revokedOn)}`}</Ltr>
                  <span className="block">
                    <bdi>{entry.revocationReason}</bdi>
                  </span>
                </>
              ),
            },
          ]}
        />
      </Panel>
      {entry.manages && !entry.revokedOn && (
        <>
          <Disclosure summary={t.edit} open={refused !== undefined && !revoking}>
            <Form method="post" noValidate className="stack" key={theirs?.version}>
              {theirs && <Meanwhile theirs={theirs} yours={values} />}
              <input type="hidden" name="version" value={theirs?.version ?? values.version ?? entry.version} />
              <TextField {...field("name")} required autoComplete="off" />
              <TextField {...field("position")} optional autoComplete="off" />
              <TextField {...field("unitName")} optional autoComplete="off" />
              <TextArea {...field("achievement")} rows={2} optional />
              <div className="fields-2">
                <TextField {...field("register")} optional autoComplete="off" />
                <SelectField
                  name="locale"
                  label={t.language}
                  defaultValue={refused && !revoking ? values.locale : entry.locale}
                  choices={locales.map((value) => ({ value, label: localeNames[value] }))}
                />
              </div>
              <div>
                <Button variant="primary">{t.save}</Button>
              </div>
            </Form>
          </Disclosure>
          <Disclosure summary={t.revoke} open={revoking}>
            <Form method="post" noValidate className="stack">
              <p>{t.revokeText}</p>
              <div className="fields-2">
                <TextField
                  name="number"
                  label={t.revocationNumber}
                  defaultValue={revoking ? values.number : ""}
                  error={errorOf("number")}
                  required
                  autoComplete="off"
                />
                <DateField
                  name="revokedOn"
                  label={t.revokedOn}
                  defaultValue={revoking ? values.revokedOn : ""}
                  error={errorOf("revokedOn")}
                  required
                />
              </div>
              <TextArea
                name="reason"
                label={t.reason}
                rows={3}
                defaultValue={revoking ? values.reason : ""}
                error={errorOf("reason")}
                required
              />
              <div>
                <Button variant="danger" name="do" value="revoke">
                  {t.revoke}
                </Button>
              </div>
            </Form>
          </Disclosure>
        </>
      )}
    </Page>
  );
}
