import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor, requireMay } from "~/features/accounts/gate.server";
import { may, reachOf } from "~/features/accounts/rules";
import { listCampaigns } from "~/features/campaigns/reads.server";
import { parseRound } from "~/features/tasks/review/forms";
import { reviewWords } from "~/features/tasks/review/messages";
import { listRounds } from "~/features/tasks/review/reads.server";
import { openRound } from "~/features/tasks/review/writes.server";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Page } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { DateField, SelectField, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(reviewWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const mayOpen = may(actor, "tasks.manage");
  const locale = localeOf(request);
  return {
    mayOpen,
    press: newPress(),
    rounds: await listRounds(read, { actor }),
    owners: mayOpen
      ? (await unitOptions(read, { reach: reachOf(actor, "tasks.manage") })).map(({ value, label }) => ({
          value,
          label,
        }))
      : [],
    campaigns: mayOpen
      ? (await listCampaigns(read, { actor }))
          .filter(({ state }) => state === "running")
          .map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) }))
      : [],
  };
}

const fieldOf: Record<string, string> = { "no-such-unit": "ownerUnitId", "no-such-campaign": "campaignId" };

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "tasks.manage");
  const body = await request.formData();
  const form = parseRound(body);
  if (!form.ok) return data(form, 422);
  const press = String(body.get("press"));
  const done = await transact((tx) => openRound(tx, { ...form.value, press, actor, now: new Date() }));
  if (!done.ok) return data(fieldError(body, fieldOf[done.reason] ?? "form", done.reason), 409);
  return seeOther(paths.taskReview(done.roundId), [flash(wordsFor(reviewWords, localeOf(request)).said.opened)]);
}

/** The looks over plans in mid-period, and the form that opens one. */
export default function Reviews() {
  const { mayOpen, press, rounds, owners, campaigns } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(reviewWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  const words: Record<string, string> = t.errors;
  const field = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: errors[name] ? words[errors[name]] : undefined,
  });
  return (
    <Page title={t.title} description={t.lead}>
      <Mend errors={errors} words={t} />
      <Table
        caption={t.title}
        hideCaption
        rows={rounds}
        rowKey={(round) => round.id}
        empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
        columns={[
          {
            key: "title",
            head: t.name,
            primary: true,
            cell: (round) => (
              <>
                <Link href={paths.taskReview(round.id)}>{round.title}</Link>
                <span className="soft small block">
                  {[round.owner.name, round.campaign && inLanguage(round.campaign.title, locale)]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </>
            ),
          },
          {
            key: "state",
            head: t.state,
            cell: (round) =>
              round.closedAt ? <Status icon="check">{t.closed}</Status> : <Status tone="accent">{t.running}</Status>,
          },
          {
            key: "closesOn",
            head: t.closesOn,
            nowrap: true,
            cell: (round) => (round.closesOn ? <Ltr>{formatDay(round.closesOn)}</Ltr> : "–"),
          },
          {
            key: "progress",
            head: t.progress,
            numeric: true,
            cell: (round) => (
              <Ltr>
                {round.reviewed}/{round.total}
              </Ltr>
            ),
          },
        ]}
      />
      {mayOpen && (
        <Disclosure summary={t.open} open={rounds.length === 0 || refused !== undefined}>
          <Form method="post" action="?index" noValidate className="stack gap-4">
            <input type="hidden" name="press" value={values.press ?? press} />
            <TextField {...field("title")} label={t.name} hint={t.nameHint} required autoComplete="off" />
            <div className="fields-2">
              <SelectField {...field("ownerUnitId")} label={t.owner} choices={owners} />
              <SelectField {...field("campaignId")} label={t.campaign} placeholder={t.wholePlan} choices={campaigns} />
            </div>
            <DateField {...field("closesOn")} label={t.closesOn} optional />
            <div>
              <Button variant="primary">{t.open}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Page>
  );
}
