import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { parseHandOver } from "~/features/awards/honours/forms";
import { honourWords } from "~/features/awards/honours/messages";
import { findDecision, honoursOf } from "~/features/awards/honours/reads.server";
import { handOver } from "~/features/awards/honours/decision.writes.server";
import { tellResults } from "~/features/awards/honours/results.writes.server";
import { awardWords } from "~/features/awards/messages";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { councilToRun } from "~/features/awards/gate.server";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { DateField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(honourWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight } = await councilToRun(request, params.roundId);
  const decision = await findDecision(read, { roundId: round.id, decisionId: params.decisionId ?? "" });
  if (!decision) throw notFound();
  const entries = await honoursOf(read, { decisionId: decision.id });
  return {
    ...{ decision, round: { id: round.id, title: round.title } },
    entries: entries
      .filter(({ nominationId }) => nominationId === null || sight.sees(nominationId))
      .map(({ id, name, unitName, category, form, register, handedOverOn, revokedOn }) => ({
        ...{ id, name, unitName, category, form, register, handedOverOn, revokedOn },
      })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const decisionId = params.decisionId ?? "";
  const act = { roundId: round.id, decisionId, actor, now: new Date() };
  const t = wordsFor(honourWords, localeOf(request));
  const here = paths.awardDecision(round.id, decisionId);
  if (body.get("do") === "tell") {
    const done = await transactWhole((tx) => tellResults(tx, act));
    return done.ok
      ? seeOther(here, [flash(t.said.told(String(done.letters)))])
      : data(fieldError(body, "form", done.reason), 409);
  }
  const form = parseHandOver(body);
  if (!form.ok) return data(form, 422);
  const done = await transactWhole((tx) => handOver(tx, { ...act, on: form.value.handedOverOn }));
  return done.ok ? seeOther(here, [flash(t.said.handed)]) : data(fieldError(body, "handedOverOn", done.reason), 409);
}

/** One decision: whom it awards, their certificates, and what follows. */
export default function DecisionPage() {
  const { decision, round, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(honourWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <Page
      title={<Ltr>{decision.number}</Ltr>}
      description={<bdi>{`${formatDay(decision.issuedOn)} · ${decision.signatoryTitle} ${decision.signatory}`}</bdi>}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.awardDecisions(round.id), label: t.title },
      ]}
      status={decision.toldAt ? <Status tone="success">{t.told}</Status> : undefined}
      actions={
        <ButtonLink href={paths.certificates(round.id, decision.id)} variant="primary" icon="print" plain>
          {t.certificates}
        </ButtonLink>
      }
    >
      {errors.form && <Notice tone="danger" title={t.errors[errors.form] ?? errors.form} />}
      <Panel title={t.awardees(formatNumber(entries.length, locale))} flush>
        <Table
          caption={t.title}
          hideCaption
          rows={entries}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "name",
              head: t.name,
              primary: true,
              cell: (row) => (
                <>
                  <Link href={paths.honour(row.id)}>{row.name}</Link>
                  <span className="soft small block">{row.unitName}</span>
                </>
              ),
            },
            { key: "category", head: w.category, cell: (row) => row.category },
            { key: "form", head: w.fields.forms, cell: (row) => t.forms[row.form] },
            {
              key: "state",
              head: t.handedOverOn,
              cell: (row) =>
                row.revokedOn ? (
                  <Status tone="danger">{t.revoked}</Status>
                ) : row.handedOverOn ? (
                  <Ltr>{formatDay(row.handedOverOn)}</Ltr>
                ) : (
                  "–"
                ),
            },
          ]}
        />
      </Panel>
      {!decision.toldAt && (
        <Panel title={t.tell} description={t.tellText}>
          <Form method="post">
            <Button name="do" value="tell" icon="letter">
              {t.tell}
            </Button>
          </Form>
        </Panel>
      )}
      <Disclosure summary={t.handOver} open={errors.handedOverOn !== undefined}>
        <Form method="post" noValidate className="stack gap-3">
          <DateField
            name="handedOverOn"
            label={t.handedOverOn}
            defaultValue={refused?.values.handedOverOn ?? ""}
            error={errors.handedOverOn ? (t.errors[errors.handedOverOn] ?? t.errors.required) : undefined}
            required
          />
          <div>
            <Button>{t.save}</Button>
          </div>
        </Form>
      </Disclosure>
    </Page>
  );
}
