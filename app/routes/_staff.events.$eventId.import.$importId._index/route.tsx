import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor, pointsOf } from "~/features/events/reads.server";
import { decisionsIn, outcome } from "~/features/participants/list/choices.rules";
import { ImportSteps } from "~/features/participants/list/components/import-steps";
import { parseDecisions } from "~/features/participants/list/forms";
import { listWords } from "~/features/participants/list/messages";
import { findImport, planOf } from "~/features/participants/list/reads.server";
import { fates } from "~/features/participants/list/fates.rules";
import type { Fate } from "~/features/participants/list/rules";
import { applyImport, decideRows } from "~/features/participants/list/writes.server";
import { mayKeepGuest } from "~/features/participants/rules";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { forbidden, notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { PlannedRows } from "./planned-rows";
import { TakeOver } from "./take-over";
import { UnknownPoints } from "./unknown-points";

export const meta = titleOf(listWords, (t) => t.dryTitle);

async function importOf(request: Request, { eventId = "", importId = "" }) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event) throw notFound();
  if (!mayKeepGuest(actor, { hostPath: event.hostUnit.path, unitPath: null })) throw forbidden();
  const kept = await findImport(read, { importId, eventId: event.id, actor });
  if (!kept) throw seeOther(paths.guestImport(event.id));
  return { actor, event, kept };
}

const pageSize = 100;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, kept } = await importOf(request, params);
  const plan = await planOf(read, kept);
  const asked = new URL(request.url).searchParams;
  const fate = fates.find((known) => known === asked.get("fate")) ?? null;
  // Rows that want a human come first: they are why somebody reads this page.
  const weight = (row: { fate: Fate }) => fates.indexOf(row.fate);
  const chosen = fate
    ? plan.rows.filter((row) => row.fate === fate)
    : [...plan.rows].sort((a, b) => weight(a) - weight(b) || a.row - b.row);
  const from = Math.min(
    Math.max(0, Number.parseInt(asked.get("from") ?? "0", 10) || 0),
    Math.max(0, chosen.length - 1),
  );
  const { choices, pointOf } = decisionsIn(kept.choices);
  return {
    eventId: event.id,
    importId: kept.id,
    fileName: kept.fileName,
    applied: kept.appliedAt !== null,
    people: plan.people,
    rowCount: plan.rows.length,
    skipped: plan.skipped.length,
    counts: plan.counts,
    outcome: outcome(plan),
    unknownPoints: plan.unknownPoints.slice(0, 200).map(({ text, rows }) => ({ text, rows: rows.length })),
    knownPoints: Object.keys(pointOf).length,
    points: (await pointsOf(read, { eventId: event.id })).map(({ id, name }) => ({ value: id, label: name })),
    fate,
    from,
    total: chosen.length,
    choices,
    rows: chosen.slice(from, from + pageSize).map(({ person, ...row }) => ({
      ...row,
      name: person.name || row.raw.name.slice(0, 120),
      position: person.position.slice(0, 300),
      email: person.email ?? row.raw.email.slice(0, 120),
      phone: person.phone,
      pointId: person.pointId,
      raw: { ...row.raw, name: "", email: row.raw.email.slice(0, 120), point: row.raw.point.slice(0, 120) },
    })),
    pageSize,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event, kept } = await importOf(request, params);
  const mine = { importId: kept.id, eventId: event.id, actor };
  const form = await request.formData();
  const t = wordsFor(listWords, localeOf(request));
  const here = paths.guestImportOf(event.id, kept.id);
  if (form.get("do") === "decide") {
    const { rows, points, all } = parseDecisions(form);
    if (all) for (const row of (await planOf(read, kept)).rows) if (row.act === "ask") rows[String(row.row)] ||= all;
    await transact((tx) => decideRows(tx, { ...mine, rows, points }));
    return seeOther(
      `${here}${new URL(request.url).searchParams.get("fate") === "at-two-points" ? "?fate=at-two-points" : ""}`,
      [flash(t.choicesKept)],
    );
  }
  if (form.get("do") !== "take") throw new Response("Bad request", { status: 400 });
  const done = await transact((tx) => applyImport(tx, { ...mine, now: new Date() }));
  if (!done.ok) return data({ gone: true }, 409);
  const said = [
    t.done(done.added, done.updated),
    done.refused > 0 && t.refused(done.refused),
    done.left > 0 && t.held(done.left),
  ];
  // With rows left to mend the page stays: it offers them as a file. Else the list itself is what comes next.
  return seeOther(done.left > 0 ? here : paths.guests(event.id), [flash(said.filter(Boolean).join(" "))]);
}

export default function TryList() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(listWords);
  const { eventId, importId, applied, fileName, people, rowCount, skipped } = page;
  return (
    <Section
      title={`${t.dryTitle}: ${fileName}`}
      description={`${t.dryLead(people, rowCount)} ${skipped > 0 ? t.skipped(skipped) : ""}`}
    >
      <ImportSteps eventId={eventId} importId={importId} current={applied ? "done" : "dry"} />
      {refused?.gone && <Notice tone="danger">{t.errors.gone}</Notice>}
      <TakeOver {...page} />
      {page.unknownPoints.length > 0 && <UnknownPoints unknown={page.unknownPoints} points={page.points} />}
      <PlannedRows {...page} />
    </Section>
  );
}
