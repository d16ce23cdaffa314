import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { History } from "~/features/audit/components/history";
import { auditWords } from "~/features/audit/messages";
import { historyOf } from "~/features/audit/reads.server";
import { countWords } from "~/features/tasks/counts/messages";
import { unitToManage } from "~/features/units/gate.server";
import { unitWords } from "~/features/units/messages";
import { findUnit, holdersOf, listUnits, unitsAbove } from "~/features/units/reads.server";
import { isActive, isHeld } from "~/features/units/rules";
import { successionsOf } from "~/features/units/succession/reads.server";
import { unlinkSuccessor } from "~/features/units/succession/writes.server";
import { reopenUnit } from "~/features/units/close.writes.server";
import { Status } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { flash } from "~/web/flash.server";
import { forbidden, notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";
import { Below, People, Successions, UnitAct } from "./sections";

export const meta = titleOf<(typeof unitWords)["vi"], { unit: { name: string } }>(
  unitWords,
  (t, data) => data?.unit.name ?? t.title,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const unit = await findUnit(read, { unitId: params.unitId ?? "" });
  if (!unit) throw notFound();
  const today = dayOf(new Date(), zoneOf());
  const seesContacts = may(actor, "contacts.read", unit.path);
  const holders = (await holdersOf(read, { unitId: unit.id })).map((one) =>
    seesContacts ? one : { ...one, email: null, phone: "" },
  );
  const below = await listUnits(read, { parentId: unit.id });
  return {
    unit,
    today,
    mayManage: may(actor, "units.manage", unit.path),
    above: (await unitsAbove(read, unit)).map(({ id, name }) => ({ id, name })),
    holders: holders.filter((one) => isHeld(one, today) || one.heldFrom > today),
    former: holders.filter((one) => one.heldTo !== null && one.heldTo < today),
    successions: await successionsOf(read, { unitId: unit.id }),
    history: (["units.manage", "everything.read"] as const).some((act) => may(actor, act, unit.path))
      ? await historyOf(read, { subject: `unit:${unit.id}`, limit: 30 })
      : [],
    below: below.filter((one) => isActive(one, today)).map(({ id, name, kind }) => ({ id, name, kind })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, unit } = await unitToManage(request, params.unitId);
  const form = await request.formData();
  const t = wordsFor(unitWords, localeOf(request));
  const now = new Date();
  if (form.get("do") === "reopen") {
    const done = await transact((tx) => reopenUnit(tx, { unitId: unit.id, actor, now }));
    if (!done.ok) throw notFound();
    return seeOther(paths.unit(unit.id), [flash(t.reopened(unit.name))]);
  }
  const { before, after } = await successionsOf(read, { unitId: unit.id });
  const successionId = [...before, ...after].find((one) => one.successionId === form.get("unlink"))?.successionId;
  if (!successionId) return data(null, 422);
  const done = await transact((tx) => unlinkSuccessor(tx, { successionId, actor, now }));
  if (!done.ok) throw forbidden();
  return seeOther(paths.unit(unit.id), [flash(t.unlinked)]);
}

export default function UnitPage() {
  const { unit, mayManage, above, holders, former, successions, history, below, today } =
    useLoaderData<typeof loader>();
  const t = useWords(unitWords);
  const { history: historyTitle } = useWords(auditWords);
  const { unitTasks } = useWords(countWords);
  const locale = useLocale();
  const active = isActive(unit, today);
  const crumbs = [
    { href: paths.units, label: t.title },
    ...above.map(({ id, name }) => ({ href: paths.unit(id), label: name })),
  ];
  return (
    <Page
      title={unit.name}
      breadcrumbs={crumbs}
      status={active ? <Status tone="success">{t.active}</Status> : <Status icon="history">{t.closedState}</Status>}
      description={t.kinds[unit.kind]}
      actions={
        <>
          <ButtonLink href={paths.unitTasks(unit.id)} icon="tasks">
            {unitTasks}
          </ButtonLink>
          {mayManage && (
            <>
              <ButtonLink href={paths.unitEdit(unit.id)} icon="edit">
                {t.edit}
              </ButtonLink>
              {active && (
                <ButtonLink href={`${paths.unitNew}?under=${unit.id}`} icon="add">
                  {t.addBelow}
                </ButtonLink>
              )}
              <ButtonLink href={paths.unitClose(unit.id)} variant="quiet">
                {active ? t.close : t.addSuccessor}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      {unit.activeTo && (
        <Notice title={t.closedNotice(formatDay(unit.activeTo))}>
          {successions.after.length > 0 && (
            <>
              {t.followedBy}{" "}
              {successions.after.map(({ successionId, unit: next }, index) => (
                <span key={successionId}>
                  {index > 0 && ", "}
                  <Link href={paths.unit(next.id)}>{next.name}</Link>
                </span>
              ))}
            </>
          )}
        </Notice>
      )}
      <div className="columns-2">
        <div className="stack gap-6">
          {(active || holders.length + former.length > 0) && (
            <People
              holders={holders}
              former={former}
              manageHref={mayManage && active ? paths.unitPeople(unit.id) : null}
            />
          )}
          {below.length > 0 && (
            <Panel
              title={t.below(formatNumber(below.length, locale))}
              actions={
                <Link href={`${paths.units}?under=${unit.id}`} className="small">
                  {t.tree}
                </Link>
              }
            >
              <Below units={below} />
            </Panel>
          )}
          {history.length > 0 && (
            <Panel title={historyTitle} flush>
              <History entries={history} say={(entry) => <UnitAct {...entry} />} />
            </Panel>
          )}
        </div>
        <div className="stack gap-6">
          <Panel title={t.facts}>
            <DescriptionList
              items={[
                { term: t.kind, detail: t.kinds[unit.kind] },
                { term: t.code, detail: <Ltr>{unit.code ?? "–"}</Ltr> },
                unit.shortName && { term: t.shortName, detail: unit.shortName },
                { term: t.parent, detail: above.length > 0 ? above.at(-1)?.name : t.noParent },
                { term: t.period, detail: <Period from={unit.activeFrom} to={unit.activeTo} /> },
                (unit.rural || unit.border) && {
                  term: t.traits,
                  detail: [unit.rural && t.rural, unit.border && t.border].filter(Boolean).join(", "),
                },
              ].map((item) => item || null)}
            />
          </Panel>
          <Successions {...successions} mayManage={mayManage} reopen={mayManage && !active} />
        </div>
      </div>
    </Page>
  );
}

function Period({ from, to }: { from: string | null; to: string | null }) {
  const t = useWords(unitWords);
  if (from && to) return <Ltr>{t.fromTo(formatDay(from), formatDay(to))}</Ltr>;
  return <>{from ? t.since(formatDay(from)) : to ? t.until(formatDay(to)) : t.notKnown}</>;
}
