import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact, transactWhole } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { parseLineTest, parsePoint } from "~/features/events/programme/forms";
import { programmeWords } from "~/features/events/programme/messages";
import { type PointContent, pointMark } from "~/features/events/programme/rules";
import { changePoint, noteLineTests, removePoint } from "~/features/events/programme/writes.server";
import { findEventFor, findPoint } from "~/features/events/reads.server";
import { isAnnounced } from "~/features/events/rules";
import { sortAudience } from "~/features/participants/invitation/reads.server";
import { tellGuestsDetailsChanged } from "~/features/participants/invitation/writes.server";
import { countSeatsTaken } from "~/features/participants/reads.server";
import { unitOptions } from "~/features/units/reads.server";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { eventFormWords } from "~/features/events/messages/form";
import { Section } from "~/ui/page";
import { Link } from "~/ui/link";
import { EditPoint } from "./edit-point";
import { PointFacts } from "./point-facts";
import { TestLine } from "./test-line";
import { toldPointChanges } from "./told-changes";

async function pointToSee(request: Request, { eventId = "", pointId = "" }: { eventId?: string; pointId?: string }) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  const point = event && (await findPoint(read, { pointId, eventId }));
  if (!event || !point) throw notFound();
  const own = point.unit !== null && may(actor, "points.operate", point.unit.path);
  return { actor, event, point, own, manages: event.access === "manage" };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, event, point, own, manages } = await pointToSee(request, params);
  const near = manages || own || (point.unit !== null && may(actor, "contacts.read", point.unit.path));
  const { search: _, ...all } = point;
  const units = manages
    ? (await unitOptions(read, { reach: { all: true } })).map(({ value, label }) => ({ value, label }))
    : [];
  if (manages && point.unit && !units.some(({ value }) => value === point.unitId))
    units.unshift({ value: point.unit.id, label: point.unit.name });
  const told =
    manages && isAnnounced(event)
      ? (await sortAudience(read, { eventId: event.id, kind: "details", pointId: point.id })).included.length
      : 0;
  return {
    eventId: event.id,
    zone: event.zone,
    point: near ? all : { ...all, meetingUrl: "", contactName: "", contactPhone: "", contactEmail: "" },
    taken: event.access === "outline" ? null : await countSeatsTaken(read, { pointId: point.id }),
    seen: pointMark(point),
    told,
    units,
    manages,
    mayTest: (manages || own) && event.state !== "cancelled",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event, point } = await pointToSee(request, params);
  const form = await request.formData();
  const act = { eventId: event.id, pointId: point.id, actor, now: new Date() };
  const locale = localeOf(request);
  const words = wordsFor(programmeWords, locale).one;
  const pressed = form.get("do");

  if (pressed === "test") {
    const parsed = parseLineTest(form);
    if (!parsed.ok) return data({ ...parsed, part: "test", n: 0 }, 422);
    const done = await transact((tx) => noteLineTests(tx, { ...act, ...parsed.value, pointIds: [point.id] }));
    if (!done.ok) return data({ ...fieldError(form, "form", done.reason), part: "test", n: 0 }, 409);
    return seeOther(paths.eventPoint(event.id, point.id), [flash(words.tested)]);
  }
  if (pressed === "remove") {
    const done = await transact((tx) => removePoint(tx, act));
    if (!done.ok)
      return data({ ...fieldError(form, "form", done.reason), part: "remove", n: "n" in done ? done.n : 0 }, 409);
    return seeOther(paths.eventPoints(event.id), [flash(words.removed(done.name))]);
  }
  const parsed = parsePoint(form);
  if (!parsed.ok) return data({ ...parsed, part: "edit", n: 0 }, 422);
  const done = await transactWhole(async (tx) => {
    const changed = await changePoint(tx, { ...act, seen: String(form.get("seen")), content: parsed.value });
    const changes = changed.ok && form.get("tell") === "on" ? toldPointChanges(changed.changed) : [];
    const told = changes.length > 0 ? await tellGuestsDetailsChanged(tx, { ...act, changes }) : { letters: 0 };
    return { ...changed, letters: told.letters };
  });
  if (!done.ok)
    return data(
      { ...fieldError(form, fieldOf(done.reason), done.reason), part: "edit", n: "n" in done ? done.n : 0 },
      409,
    );
  const said = [words.saved, wordsFor(eventFormWords, locale).told(done.letters)];
  return seeOther(paths.eventPoint(event.id, point.id), [flash(said.filter(Boolean).join(" "))]);
}

const fieldOf = (reason: string): keyof PointContent | "form" =>
  reason === "name-taken"
    ? "name"
    : reason === "no-such-unit"
      ? "unitId"
      : reason === "below-seats-taken"
        ? "capacity"
        : "form";

export default function EventPointPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { points } = useWords(programmeWords);
  const refusedIn = (part: string) => (refused?.part === part ? refused : undefined);
  return (
    <Section title={page.point.name} actions={<Link href={paths.eventPoints(page.eventId)}>{points.all}</Link>}>
      <div className="columns-2">
        {page.manages ? (
          <EditPoint key={page.seen} {...page} refused={refusedIn("edit")} removal={refusedIn("remove")} />
        ) : (
          <PointFacts {...page} />
        )}
        <TestLine {...page} refused={refusedIn("test")} />
      </div>
    </Section>
  );
}
