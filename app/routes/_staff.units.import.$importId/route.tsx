import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { covers, reachOf } from "~/features/accounts/rules";
import { unitImportWords } from "~/features/units/import/messages";
import { findUnitImport, knownUnits } from "~/features/units/import/reads.server";
import { planUnits, type PlannedUnit, type UnitFate, unitFates } from "~/features/units/import/rules";
import { applyUnitImport } from "~/features/units/import/writes.server";
import { unitWords } from "~/features/units/messages";
import { Status, type Tone } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Stat, Stats } from "~/ui/counter";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { flash } from "~/web/flash.server";
import { notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(unitImportWords, (t) => t.title);

const mostShown = 300;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "units.manage");
  const kept = await findUnitImport(read, { importId: params.importId ?? "", actor });
  if (!kept) throw notFound();
  const reach = reachOf(actor, "units.manage");
  const plan = planUnits({
    rows: kept.rows,
    known: await knownUnits(read),
    underId: kept.underId,
    mayWrite: (path) => covers(reach, path),
  });
  if (!plan) throw notFound();
  const fate = unitFates.find((known) => known === new URL(request.url).searchParams.get("fate")) ?? null;
  // Rows to mend come first, then those that would be written: they are why somebody reads this page.
  const wanted = plan.rows.filter((row) => !fate || row.fate === fate);
  const sorted = wanted.sort((a, b) => weight[a.fate] - weight[b.fate] || a.row - b.row);
  return {
    ...{ fileName: kept.fileName, applied: kept.appliedAt !== null, counts: plan.counts, fate, total: wanted.length },
    rows: sorted.slice(0, mostShown),
  };
}

const tones: Partial<Record<UnitFate, Tone>> = {
  new: "success",
  updated: "info",
  unchanged: "neutral",
  above: "neutral",
};
const weight = Object.fromEntries(
  unitFates.map((fate) => [fate, !tones[fate] ? 0 : fate === "new" || fate === "updated" ? 1 : 2]),
) as Record<UnitFate, number>;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireMay(request, "units.manage");
  const done = await transact((tx) => applyUnitImport(tx, { importId: params.importId ?? "", actor, now: new Date() }));
  if (!done.ok) return data({ gone: true }, 409);
  const locale = localeOf(request);
  const said = wordsFor(unitImportWords, locale).done(
    formatNumber(done.counts.new, locale),
    formatNumber(done.counts.updated, locale),
  );
  return seeOther(paths.units, [flash(said)]);
}

export default function TryUnits() {
  const { fileName, applied, counts, fate, total, rows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(unitImportWords);
  const unit = useWords(unitWords);
  const locale = useLocale();
  const number = (n: number) => formatNumber(n, locale);
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const writes = counts.new + counts.updated;
  const faulty = unitFates.some((one) => !tones[one] && counts[one] > 0);
  const crumbs = [
    { href: paths.units, label: unit.title },
    { href: paths.unitImport, label: t.title },
  ];
  return (
    <Page title={t.tryTitle(fileName)} breadcrumbs={crumbs} description={applied ? undefined : t.tryLead}>
      {refused?.gone && <Notice tone="danger">{t.gone}</Notice>}
      {applied ? (
        <Notice tone="success">{t.applied}</Notice>
      ) : (
        writes === 0 && <Notice title={t.nothing}>{t.nothingAdvice}</Notice>
      )}
      <Stats label={t.counts}>
        <Stat label={t.all} value={all} href="?" current={fate === null} />
        {unitFates
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <Stat
              key={one}
              label={t.fates[one]}
              value={counts[one]}
              href={`?fate=${one}`}
              current={fate === one}
              tone={tones[one] ? (one === "new" ? "success" : undefined) : "warning"}
            />
          ))}
      </Stats>
      {faulty && <Notice tone="warning">{t.mendHint}</Notice>}
      <Form method="post">
        <FormActions>
          {!applied && writes > 0 && <Button variant="primary">{t.apply(number(writes))}</Button>}
          <ButtonLink href={paths.unitImport} variant={writes > 0 ? "quiet" : "secondary"}>
            {t.again}
          </ButtonLink>
        </FormActions>
      </Form>
      <Panel flush title={t.rowsShown(number(rows.length), number(total))}>
        <Table
          caption={t.title}
          hideCaption
          rows={rows}
          rowKey={(row) => String(row.row)}
          columns={[
            { key: "row", head: t.row, numeric: true, cell: (row) => number(row.row) },
            { key: "name", head: t.name, primary: true, cell: (row) => row.name || "–" },
            { key: "code", head: t.code, nowrap: true, cell: (row) => <Ltr>{row.code || "–"}</Ltr> },
            { key: "kind", head: t.kind, cell: (row) => (row.kind ? unit.kinds[row.kind] : row.kindText || "–") },
            { key: "parent", head: t.parent, cell: (row) => row.parentText || "–" },
            { key: "fate", head: t.fate, cell: (row) => <Fate row={row} /> },
          ]}
        />
      </Panel>
    </Page>
  );
}

function Fate({ row }: { row: PlannedUnit }) {
  const t = useWords(unitImportWords);
  const detail =
    row.fate === "updated"
      ? row.changes.map((change) => t.changed[change]).join(", ")
      : row.fate === "twice"
        ? String(row.otherRow)
        : row.fate === "bad-kind"
          ? row.kindText
          : row.parentText;
  const why = t.why(row.fate, detail);
  return (
    <>
      <Status tone={tones[row.fate] ?? "warning"}>{t.fates[row.fate]}</Status>
      {why && <span className="soft small block">{why}</span>}
    </>
  );
}
