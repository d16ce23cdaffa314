import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { OverQuota } from "~/features/awards/components/over-quota";
import { RoundTabs } from "~/features/awards/components/round-tabs";
import { parseDecision } from "~/features/awards/honours/forms";
import { honourWords } from "~/features/awards/honours/messages";
import { decisionsOf, proposedIn } from "~/features/awards/honours/reads.server";
import { recordDecision } from "~/features/awards/honours/decision.writes.server";
import { awardWords } from "~/features/awards/messages";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { hasReached } from "~/features/awards/rounds/phases.rules";
import { placesOfRound } from "~/features/awards/voting/places.reads.server";
import { councilToRun } from "~/features/awards/gate.server";
import { Mend } from "~/features/units/components/mend";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField, CheckboxGroup } from "~/ui/choice-field";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { DateField, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { allValues, fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(honourWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, access, sight } = await councilToRun(request, params.roundId);
  const proposed = (await proposedIn(read, { roundId: round.id })).filter(({ nomination }) =>
    sight.sees(nomination.id),
  );
  const places = await placesOfRound(read, { round, sight });
  const placeOf = (nominationId: string) => places.get(nominationId) ?? null;
  return {
    ...{ access, press: newPress(), round: { id: round.id, title: round.title, authority: round.authority } },
    cancelled: round.state === "cancelled",
    early: !hasReached(round.phases, "decision", new Date()),
    decisions: await decisionsOf(read, { roundId: round.id }),
    proposed: proposed.map(({ nomination: { id, nomineeName }, unitName }) => ({
      ...{ id, unitName, name: nomineeName, place: placeOf(id) },
    })),
    limits: round.categories.map(({ id, title, quota, quotaPerUnit }) => ({
      ...{ id, title, quota, quotaPerUnit },
      places: proposed.flatMap(({ nomination }) =>
        nomination.categoryId === id ? (placeOf(nomination.id) ?? []) : [],
      ),
    })),
  };
}

const fields: Record<string, string> = {
  ...{
    future: "issuedOn",
    "number-taken": "number",
    "over-quota": "overQuota",
    nobody: "nominationIds",
    "not-proposed": "nominationIds",
  },
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const nominationIds = allValues(body, "nominationIds");
  const form = parseDecision(body);
  if (!form.ok) return data({ ...form, chosen: nominationIds }, 422);
  const press = String(body.get("press"));
  const overQuota = body.has("overQuota");
  const facts = { ...form.value, press, nominationIds, overQuota };
  const done = await transactWhole((tx) => recordDecision(tx, { ...facts, roundId: round.id, actor, now: new Date() }));
  if (!done.ok)
    return data({ ...fieldError(body, fields[done.reason] ?? "form", done.reason), chosen: nominationIds }, 409);
  return seeOther(paths.awardDecision(round.id, done.decisionId), [
    flash(wordsFor(honourWords, localeOf(request)).said.decided(String(done.awarded))),
  ]);
}

/** The decisions of a round, and the form that notes one. */
export default function Decisions() {
  const { access, press, round, cancelled, early, decisions, proposed, limits } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(honourWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? { authority: round.authority };
  const field = (name: "number" | "issuedOn" | "signatory" | "signatoryTitle" | "authority") => ({
    ...{ name, label: t[name], defaultValue: values[name] ?? "" },
    error: errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  return (
    <Page
      title={inLanguage(round.title, locale)}
      description={t.lead}
      breadcrumbs={[{ href: paths.awards, label: w.title }]}
      tabs={<RoundTabs roundId={round.id} current="decisions" access={access} />}
    >
      {decisions.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <Panel title={t.title} flush>
          <Table
            caption={t.title}
            hideCaption
            rows={decisions}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "number",
                head: t.number,
                primary: true,
                cell: (row) => (
                  <Link href={paths.awardDecision(round.id, row.id)}>
                    <Ltr>{row.number}</Ltr>
                  </Link>
                ),
              },
              { key: "on", head: t.issuedOn, cell: (row) => <Ltr>{formatDay(row.issuedOn)}</Ltr> },
              { key: "by", head: t.signatory, cell: (row) => <bdi>{`${row.signatoryTitle} ${row.signatory}`}</bdi> },
              {
                key: "told",
                head: t.tell,
                cell: (row) => (row.toldAt ? <Status tone="success">{t.told}</Status> : "–"),
              },
            ]}
          />
        </Panel>
      )}
      <Panel title={t.add}>
        {cancelled || proposed.length === 0 ? (
          <p className="soft">{cancelled ? t.errors.cancelled : t.noProposed}</p>
        ) : early ? (
          <>
            <p>{t.errors["not-decision-phase"]}</p>
            <ButtonLink href={paths.awardCalendar(round.id)} size="small" icon="edit">
              {w.calendarEdit}
            </ButtonLink>
          </>
        ) : (
          <Form method="post" noValidate className="stack">
            <input type="hidden" name="press" value={refused?.values.press ?? press} />
            <Mend errors={errors} words={t} />
            <div className="fields-2">
              <TextField {...field("number")} required autoComplete="off" />
              <DateField {...field("issuedOn")} required />
            </div>
            <div className="fields-2">
              <TextField {...field("signatory")} required autoComplete="off" />
              <TextField {...field("signatoryTitle")} required autoComplete="off" />
            </div>
            <TextField {...field("authority")} required autoComplete="off" />
            {limits.map(({ id, title, ...category }) => (
              <OverQuota key={id} {...category} title={inLanguage(title, locale)} />
            ))}
            <CheckboxGroup
              name="nominationIds"
              label={t.proposed}
              error={errors.nominationIds ? t.errors[errors.nominationIds] : undefined}
              defaultValues={refused?.chosen ?? proposed.map(({ id }) => id)}
              choices={proposed.map(({ id, name, unitName, place }) => ({
                ...{ value: id, label: name === unitName ? name : `${name} (${unitName})` },
                hint: place && place !== "within" ? w.places[place] : undefined,
              }))}
            />
            {(errors.overQuota || values.overQuota) && (
              <CheckboxField
                name="overQuota"
                label={t.overQuota}
                error={errors.overQuota ? t.errors[errors.overQuota] : undefined}
                defaultChecked={Boolean(values.overQuota)}
              />
            )}
            <div>
              <Button variant="primary">{t.add}</Button>
            </div>
          </Form>
        )}
      </Panel>
    </Page>
  );
}
