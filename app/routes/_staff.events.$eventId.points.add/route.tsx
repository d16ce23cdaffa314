import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { eventToManage } from "~/features/events/gate.server";
import { parseLines, parsePoint, parseUnitPoints } from "~/features/events/programme/forms";
import { programmeWords } from "~/features/events/programme/messages";
import type { PointContent } from "~/features/events/programme/rules";
import { addPoint, addPoints } from "~/features/events/programme/writes.server";
import { pointsOf } from "~/features/events/reads.server";
import { listUnits, unitOptions, unitsByIds } from "~/features/units/reads.server";
import type { UnitKind } from "~/features/units/rules";
import { Section } from "~/ui/page";
import { Tabs } from "~/ui/tabs";
import { flash } from "~/web/flash.server";
import { allValues, fieldError, textFields } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { dayOf } from "~/web/time";
import { useWords } from "~/web/use-words";
import { FromUnits, OnePoint, PastedLines } from "./ways";

const ways = ["one", "units", "paste"] as const;
const kinds = {
  communes: ["commune", "ward", "special-zone"],
  departments: [
    "department",
    "sector",
    "office",
    "committee",
    "party",
    "council",
    "front",
    "union",
    "service-centre",
    "school",
    "enterprise",
  ],
  groups: ["residential-group", "team"],
} satisfies Record<string, UnitKind[]>;
export type UnitGroup = keyof typeof kinds;

type Known = Awaited<ReturnType<typeof eventToManage>>;

/** Living units of a group that have no point of this event yet. */
async function unitsWithout({ event }: Known, group: UnitGroup) {
  // All of a province's communes, also for a department that hosts: it runs the event, not the communes.
  const found = await listUnits(read, { kinds: kinds[group], activeOn: dayOf(new Date(), event.zone) });
  const taken = new Set((await pointsOf(read, { eventId: event.id })).map((point) => point.unitId));
  return found.filter((unit) => !taken.has(unit.id)).slice(0, 1000);
}

const groupOf = (text: string | null): UnitGroup =>
  text !== null && Object.hasOwn(kinds, text) ? (text as UnitGroup) : "communes";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const known = await eventToManage(request, params.eventId);
  const asked = new URL(request.url).searchParams;
  const way = ways.find((one) => one === asked.get("way")) ?? "one";
  const group = groupOf(asked.get("group"));
  const offered = way === "units" ? await unitsWithout(known, group) : [];
  const points = await pointsOf(read, { eventId: known.event.id });
  return {
    eventId: known.event.id,
    way,
    group,
    noMain: !points.some((point) => point.isMain),
    offered: offered.map(({ id, name }) => ({ id, name })),
    units:
      way === "one"
        ? (await unitOptions(read, { reach: { all: true } })).map(({ value, label }) => ({ value, label }))
        : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const known = await eventToManage(request, params.eventId);
  const form = await request.formData();
  const act = { eventId: known.event.id, actor: known.actor, now: new Date() };
  const words = wordsFor(programmeWords, localeOf(request)).add;
  const asked = new URL(request.url).searchParams;

  if (asked.get("way") !== "units" && asked.get("way") !== "paste") {
    const parsed = parsePoint(form);
    if (!parsed.ok) return data({ ...parsed, chosen: [] as string[] }, 422);
    const done = await transactWhole((tx) => addPoint(tx, { ...act, ...parsed.value }));
    if (!done.ok)
      return data(
        {
          ...fieldError(form, done.reason === "no-such-unit" ? "unitId" : "name", done.reason),
          chosen: [] as string[],
        },
        409,
      );
    return seeOther(paths.eventPoints(act.eventId), [flash(words.added(1))]);
  }

  const points = await manyPoints(known, form, asked);
  const chosen = allValues(form, "unit");
  if (!points.ok) return data({ ...points, chosen }, 422);
  const done = await transactWhole((tx) => addPoints(tx, { ...act, points: points.value }));
  if (!done.ok)
    return data(
      { ok: false as const, errors: { form: done.reason } as Record<string, string>, values: textFields(form), chosen },
      409,
    );
  return seeOther(paths.eventPoints(act.eventId), [
    flash(`${words.added(done.added)} ${words.skipped(done.skipped)}`.trim()),
  ]);
}

async function manyPoints(known: Known, form: FormData, asked: URLSearchParams) {
  if (asked.get("way") === "paste") {
    const parsed = parseLines(form);
    return parsed.ok
      ? ({ ok: true, value: parsed.value.points as (Partial<PointContent> & { name: string })[] } as const)
      : parsed;
  }
  const offered = await unitsWithout(known, groupOf(asked.get("group")));
  const parsed = parseUnitPoints(
    form,
    offered.map((unit) => unit.id),
  );
  if (!parsed.ok) return parsed;
  const { unitIds, capacity } = parsed.value;
  const units = await unitsByIds(read, unitIds);
  return {
    ok: true,
    value: unitIds.map((unitId) => ({ name: units.get(unitId)?.name ?? unitId, unitId, capacity })),
  } as const;
}

export default function AddPoints() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { add } = useWords(programmeWords);
  const here = `${paths.eventPoints(page.eventId)}/add`;
  const form = { errors: refused?.errors ?? {}, values: refused?.values ?? {}, back: paths.eventPoints(page.eventId) };
  return (
    <Section title={add.title}>
      <Tabs
        label={add.ways}
        items={ways.map((way) => ({
          href: way === "one" ? here : `${here}?way=${way}`,
          label: add[way],
          current: way === page.way,
        }))}
      />
      {page.way === "one" && <OnePoint key="one" {...form} {...page} />}
      {page.way === "units" && (
        <FromUnits key={page.group} {...form} {...page} here={here} chosen={refused?.chosen ?? []} />
      )}
      {page.way === "paste" && <PastedLines key="paste" {...form} />}
    </Section>
  );
}
