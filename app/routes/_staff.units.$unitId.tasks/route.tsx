import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/accounts/gate.server";
import { DoneOf } from "~/features/tasks/components/task-looks";
import { TaskRows } from "~/features/tasks/counts/components/task-rows";
import { TermDays } from "~/features/tasks/counts/components/term";
import { countWords } from "~/features/tasks/counts/messages";
import { Stat, Stats } from "~/ui/counter";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Tabs } from "~/ui/tabs";
import { notFound } from "~/web/http.server";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { loadUnitTasks, type UnitView } from "./load.server";

const views: UnitView[] = ["led", "coordinated", "appraised"];

export const meta = titleOf<(typeof countWords)["vi"], { unit: { name: string } }>(countWords, (t, data) =>
  t.unitTitle(data?.unit.name ?? ""),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams.get("view");
  const view = views.find((one) => one === asked) ?? "led";
  const found = await loadUnitTasks({ actor, unitId: params.unitId ?? "", view, now: new Date() });
  if (!found) throw notFound();
  return found;
}

export default function UnitTasks() {
  const { unit, view, counts, partial, toAccept, sizes, lastWord, mayOpenHeads, head, earlier, rows } =
    useLoaderData<typeof loader>();
  const t = useWords(countWords);
  const locale = useLocale();
  const nameOf = ({ personId, fullName }: { personId: string; fullName: string }) =>
    mayOpenHeads ? <Link href={paths.headTasks(personId)}>{fullName}</Link> : fullName;
  return (
    <Page
      title={t.unitTitle(unit.name)}
      breadcrumbs={[{ href: paths.unit(unit.id), label: unit.name }]}
      description={partial ? t.partial : undefined}
      tabs={
        <Tabs
          label={t.unitTasks}
          items={views.map((one) => ({
            href: one === "led" ? paths.unitTasks(unit.id) : `${paths.unitTasks(unit.id)}?view=${one}`,
            label: t[one],
            current: one === view,
            count: formatNumber(sizes[one], locale),
          }))}
        />
      }
    >
      <Stats>
        <Stat label={t.done} value={<DoneOf {...counts} />} />
        <Stat label={t.red} value={counts.red} tone={counts.red > 0 ? "danger" : undefined} />
        <Stat label={t.amber} value={counts.amber} tone={counts.amber > 0 ? "warning" : undefined} />
        <Stat label={t.onTime} value={counts.onTime} />
        <Stat label={t.late} value={counts.late} />
        <Stat
          label={`${t.waiting} (${t.appraised})`}
          value={toAccept}
          href={`${paths.unitTasks(unit.id)}?view=appraised`}
        />
      </Stats>
      <Panel title={t[view]} flush>
        <TaskRows
          caption={t[view]}
          rows={rows}
          more={[
            {
              ...{ key: "silent", head: t.sheet.silent, numeric: true },
              cell: ({ silent }) => (silent > 0 ? formatNumber(silent, locale) : "–"),
            },
          ]}
        />
      </Panel>
      <Panel title={t.head}>
        <DescriptionList
          items={[
            {
              term: t.head,
              detail: head ? (
                <>
                  {nameOf(head)}, {head.title} · <TermDays {...head} />
                </>
              ) : (
                t.noHead
              ),
            },
            { term: t.lastWord, detail: lastWord === null ? t.never : t.daysAgo(lastWord) },
            earlier.length > 0 && {
              term: t.earlierHeads,
              detail: earlier.map((one) => (
                <span key={`${one.personId} ${one.heldFrom}`} className="block">
                  {nameOf(one)}, {one.title} · <TermDays {...one} />
                </span>
              )),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
