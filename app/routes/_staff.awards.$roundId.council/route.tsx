import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { listAccounts } from "~/features/accounts/reads.server";
import { awardWords } from "~/features/awards/messages";
import { parseException, parseSeat } from "~/features/awards/rounds/forms";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { exceptionsOf, membersOf } from "~/features/awards/rounds/reads.server";
import { grantLateException } from "~/features/awards/rounds/calendar.writes.server";
import { seatMember } from "~/features/awards/rounds/council.writes.server";
import { councilRoles } from "~/features/awards/terms.rules";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { DateField, SelectField, TextArea, TextField, TimeField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { leftToRight, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(awardWords, (t) => t.council);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round } = await roundToRun(request, params.roundId);
  const roundId = round.id;
  const units = (await unitOptions(read)).map(({ value, label }) => ({ value, label }));
  const accounts = await listAccounts(read, { state: "active" });
  return {
    ...{ id: roundId, title: round.title, units },
    members: (await membersOf(read, { roundId })).map(({ id, name, title, role, unitName }) => ({
      ...{ id, name, title, role, unitName },
    })),
    accounts: accounts.map(({ id, name, position }) => ({
      value: id,
      label: [name, position].filter(Boolean).join(", "),
    })),
    exceptions: await exceptionsOf(read, { roundId }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const act = { roundId: round.id, actor, now: new Date() };
  const t = wordsFor(awardWords, localeOf(request));
  const back = (said: string) => seeOther(paths.awardCouncil(round.id), [flash(said)]);
  const refuse = (field: string, reason: string) => data(fieldError(body, field, reason), 409);
  if (body.get("do") === "except") {
    const form = parseException(body, zoneOf());
    if (!form.ok) return data(form, 422);
    const done = await transactWhole((tx) => grantLateException(tx, { ...act, ...form.value }));
    if (done.ok) return back(t.said.excepted);
    return refuse(
      { past: "untilOn", "no-reason": "reason", ended: "form" }[done.reason as string] ?? "unitId",
      done.reason,
    );
  }
  const form = parseSeat(body);
  if (!form.ok) return data(form, 422);
  const { memberTitle, ...seat } = form.value;
  const done = await transactWhole((tx) => seatMember(tx, { ...act, ...seat, title: memberTitle }));
  if (done.ok) return back(t.said.seated);
  return refuse(done.reason === "chair-taken" ? "role" : "userId", done.reason);
}

/** Who sits in the council, and which units may hand in late. */
export default function CouncilPage() {
  const { id, title, members, accounts, units, exceptions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const locale = useLocale();
  const zone = useZone();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  const excepting = values.do === "except";
  const field = (name: keyof typeof t.fields, of: boolean) => ({
    ...{ name, label: t.fields[name], defaultValue: of ? (values[name] ?? "") : "" },
    error: of && errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  const lateField = (name: string, label: string) => ({
    ...{ name, label, id: `late-${name}`, defaultValue: excepting ? (values[name] ?? "") : "" },
    error: excepting && errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  return (
    <Page
      title={t.council}
      breadcrumbs={[
        { href: paths.awards, label: t.title },
        { href: paths.award(id), label: inLanguage(title, locale) },
      ]}
    >
      <Mend errors={errors} words={t} />
      <Panel title={t.council} flush={members.length > 0}>
        {members.length === 0 ? (
          <p className="soft">{t.councilNone}</p>
        ) : (
          <Table
            caption={t.council}
            hideCaption
            rows={members}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                head: t.member,
                primary: true,
                cell: (row) => (
                  <>
                    <bdi>{row.name}</bdi>
                    <span className="soft small block">{[row.title, row.unitName].filter(Boolean).join(", ")}</span>
                  </>
                ),
              },
              { key: "role", head: t.fields.role, cell: (row) => t.roles[row.role] },
              {
                key: "acts",
                head: t.unseat,
                actions: true,
                cell: (row) => (
                  <ButtonLink
                    href={paths.awardMember(id, row.id)}
                    size="small"
                    variant="quiet"
                    aria-label={`${t.unseat}: ${row.name}`}
                  >
                    {t.unseat}
                  </ButtonLink>
                ),
              },
            ]}
          />
        )}
      </Panel>
      <div className="columns-2">
        <Panel title={t.seat}>
          <Form method="post" noValidate className="stack">
            <SelectField {...field("userId", !excepting)} choices={accounts} placeholder="" required />
            <SelectField
              {...field("role", !excepting)}
              defaultValue={(!excepting && values.role) || "member"}
              choices={councilRoles.map((value) => ({ value, label: t.roles[value] }))}
            />
            <SelectField {...field("unitId", !excepting)} hint={t.hints.unit} choices={units} placeholder="–" />
            <TextField {...field("memberTitle", !excepting)} optional autoComplete="off" />
            <div>
              <Button variant="primary" name="do" value="seat">
                {t.save}
              </Button>
            </div>
          </Form>
        </Panel>
        <Panel title={t.exceptions}>
          {exceptions.length === 0 ? (
            <p className="soft">{t.exceptionNone}</p>
          ) : (
            <ul className="plain-list">
              {exceptions.map((one) => (
                <li key={one.id}>
                  {one.unitName}
                  <span className="soft small block">
                    {t.until(leftToRight(formatMoment(one.until, zone)))} · <bdi>{one.reason}</bdi>
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Form method="post" noValidate className="stack">
            <SelectField {...lateField("unitId", t.fields.unitId)} choices={units} placeholder="" required />
            <div className="grid grid-narrow align-end">
              <DateField {...lateField("untilOn", t.fields.until)} required />
              <TimeField {...lateField("untilAt", t.fields.endsAt)} />
            </div>
            <TextArea {...lateField("reason", t.fields.reason)} rows={2} required />
            <div>
              <Button name="do" value="except">
                {t.exceptionAdd}
              </Button>
            </div>
          </Form>
        </Panel>
      </div>
    </Page>
  );
}
