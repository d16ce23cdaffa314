import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { listAccounts } from "~/features/accounts/reads.server";
import { memberColumns } from "~/features/awards/components/member-columns";
import { awardWords } from "~/features/awards/messages";
import { parseSeat } from "~/features/awards/rounds/forms";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { membersOf } from "~/features/awards/rounds/reads.server";
import { seatMember } from "~/features/awards/rounds/council.writes.server";
import { councilRoles } from "~/features/awards/terms.rules";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { SelectField, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(awardWords, (t) => t.council);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round } = await roundToRun(request, params.roundId);
  const roundId = round.id;
  const units = (await unitOptions(read)).map(({ value, label }) => ({ value, label }));
  const members = await membersOf(read, { roundId });
  const asked = new URL(request.url).searchParams.get("member");
  const changed = members.find(({ id }) => id === asked);
  const accounts = await listAccounts(read, { state: "active" });
  return {
    ...{ id: roundId, title: round.title, units },
    members: members.map(({ id, name, title, role, unitName }) => ({ ...{ id, name, title, role, unitName } })),
    changed: changed && {
      name: changed.name,
      values: {
        ...{ userId: changed.userId, role: changed.role },
        ...{ unitId: changed.unitId ?? "", memberTitle: changed.title },
      } as Record<string, string>,
    },
    // Who sits already is changed from their own line: chosen here, they would lose unit and title unasked.
    accounts: accounts
      .filter(({ id }) => (changed ? id === changed.userId : members.every(({ userId }) => userId !== id)))
      .map(({ id, name, position }) => ({ value: id, label: [name, position].filter(Boolean).join(", ") })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const act = { roundId: round.id, actor, now: new Date() };
  const t = wordsFor(awardWords, localeOf(request));
  const back = (said: string) => seeOther(paths.awardCouncil(round.id), [flash(said)]);
  const refuse = (field: string, reason: string) => data(fieldError(body, field, reason), 409);
  const form = parseSeat(body);
  if (!form.ok) return data(form, 422);
  const { memberTitle, ...seat } = form.value;
  const done = await transactWhole((tx) => seatMember(tx, { ...act, ...seat, title: memberTitle }));
  if (done.ok) return back(t.said.seated);
  return refuse(done.reason === "chair-taken" ? "role" : "userId", done.reason);
}

/** Who sits in the council; one member is changed with what is known of them in the form. */
export default function CouncilPage() {
  const { id, title, members, accounts, units, changed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values = refused?.values ?? changed?.values ?? {};
  const field = (name: keyof typeof t.fields) => ({
    ...{ name, label: t.fields[name], defaultValue: values[name] ?? "" },
    error: errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
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
              ...memberColumns(t),
              {
                key: "acts",
                head: t.edit,
                actions: true,
                cell: (row) => (
                  <>
                    <ButtonLink
                      href={`${paths.awardCouncil(id)}?member=${row.id}#seat`}
                      size="small"
                      variant="quiet"
                      aria-label={`${t.edit}: ${row.name}`}
                    >
                      {t.edit}
                    </ButtonLink>
                    <ButtonLink
                      href={paths.awardMember(id, row.id)}
                      size="small"
                      variant="quiet"
                      aria-label={`${t.unseat}: ${row.name}`}
                    >
                      {t.unseat}
                    </ButtonLink>
                  </>
                ),
              },
            ]}
          />
        )}
      </Panel>
      <div className="columns-2">
        <Panel title={changed ? t.seatChange(changed.name) : t.seat} id="seat">
          <Form method="post" noValidate className="stack" key={JSON.stringify([changed, members])}>
            <SelectField {...field("userId")} choices={accounts} placeholder={changed ? undefined : "–"} required />
            <SelectField
              {...field("role")}
              defaultValue={values.role || "member"}
              choices={councilRoles.map((value) => ({ value, label: t.roles[value] }))}
            />
            <SelectField {...field("unitId")} hint={t.hints.unit} choices={units} placeholder="–" />
            <TextField {...field("memberTitle")} optional autoComplete="off" />
            <FormActions>
              <Button variant="primary" name="do" value="seat">
                {changed ? t.save : t.seat}
              </Button>
              {changed && (
                <ButtonLink href={paths.awardCouncil(id)} variant="quiet">
                  {t.cancel}
                </ButtonLink>
              )}
            </FormActions>
          </Form>
        </Panel>
      </div>
    </Page>
  );
}
