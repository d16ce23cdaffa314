import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { type Actor, may } from "~/features/accounts/rules";
import { LineBadge } from "~/features/events/components/line-badge";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { eventWords } from "~/features/events/messages";
import { programmeWords } from "~/features/events/programme/messages";
import { parseLineTest } from "~/features/events/programme/forms";
import { lineTests } from "~/features/events/programme/rules";
import { noteLineTests } from "~/features/events/programme/writes.server";
import { type EventPoint, findEventFor, pointsOf } from "~/features/events/reads.server";
import { seatsByPoint } from "~/features/participants/reads.server";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Counter } from "~/ui/counter";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { type Column, Table } from "~/ui/table";
import { SelectField, TextField } from "~/ui/text-field";
import { Ltr } from "~/ui/text";
import { flash } from "~/web/flash.server";
import { allValues } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { fold } from "~/web/text";
import { useWords } from "~/web/use-words";

function filtered(points: EventPoint[], asked: URLSearchParams) {
  const words = fold((asked.get("q") ?? "").slice(0, 200)).split(" ");
  const test = lineTests.find((known) => known === asked.get("line")) ?? "";
  return {
    test,
    found: points.filter(
      (point) => (!test || point.lineTest === test) && words.every((word) => point.search.includes(word)),
    ),
  };
}

const isOwn = (actor: Actor, { unit }: EventPoint) => unit !== null && may(actor, "points.operate", unit.path);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event) throw notFound();
  const asked = new URL(request.url).searchParams;
  const all = await pointsOf(read, { eventId: event.id });
  const { found, test } = filtered(all, asked);
  const taken = await seatsByPoint(read, { eventId: event.id });
  const manages = event.access === "manage";
  const counts = event.access !== "outline";
  return {
    eventId: event.id,
    zone: event.zone,
    filter: { term: asked.get("q") ?? "", test },
    total: all.length,
    seats: all.reduce((sum, point) => sum + (point.capacity ?? 0), 0),
    mayManage: manages,
    points: found.map((point) => {
      const { id, name, isMain, unit, capacity, lineTest, lineTestedAt, lineNote, contactName, contactPhone } = point;
      const own = isOwn(actor, point);
      const near = manages || own || (unit !== null && may(actor, "contacts.read", unit.path));
      return {
        id,
        name,
        isMain,
        unit: unit?.name ?? "",
        capacity,
        lineTest,
        lineTestedAt,
        lineNote,
        taken: counts ? (taken.get(id) ?? 0) : null,
        contact: near ? { name: contactName, phone: contactPhone } : null,
        mayTest: (manages || own) && event.state !== "cancelled",
      };
    }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const eventId = params.eventId ?? "";
  const event = await findEventFor(read, { eventId, actor });
  if (!event) throw notFound();
  const form = await request.formData();
  const parsed = parseLineTest(form);
  const shown = () =>
    pointsOf(read, { eventId }).then((points) => filtered(points, new URL(request.url).searchParams).found);
  const pointIds =
    form.get("do") === "all"
      ? (await shown()).filter((point) => event.access === "manage" || isOwn(actor, point)).map((point) => point.id)
      : allValues(form, "point");
  if (!parsed.ok) return data({ errors: parsed.errors, none: false, chosen: pointIds, values: parsed.values }, 422);
  const again = {
    chosen: pointIds,
    values: { result: parsed.value.result, note: parsed.value.note } as Record<string, string>,
  };
  if (pointIds.length === 0) return data({ errors: {}, none: true, ...again }, 422);
  const done = await transact((tx) =>
    noteLineTests(tx, { eventId, pointIds, ...parsed.value, actor, now: new Date() }),
  );
  if (!done.ok) return data({ errors: { form: done.reason } as Record<string, string>, none: false, ...again }, 409);
  return seeOther(`${paths.eventPoints(eventId)}${new URL(request.url).search}`, [
    flash(wordsFor(programmeWords, localeOf(request)).points.noted(done.n)),
  ]);
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["points"][number];

export default function EventPoints() {
  const { eventId, zone, filter, total, seats, mayManage, points } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(eventWords);
  const { points: p, lineTests: tests, one } = useWords(programmeWords);
  const { error } = useFieldErrors(refused?.errors);
  const add = mayManage && (
    <ButtonLink href={`${paths.eventPoints(eventId)}/add`} variant="primary" icon="add">
      {p.add}
    </ButtonLink>
  );
  if (total === 0)
    return (
      <EmptyState title={p.empty[0]} action={add}>
        <p>{p.empty[1]}</p>
      </EmptyState>
    );
  const chosen = new Set(refused?.chosen);
  const maySelect = points.some((point) => point.mayTest);
  const columns: Column<Row>[] = [
    {
      key: "name",
      head: p.name,
      primary: true,
      cell: (point) => (
        <>
          <Link href={paths.eventPoint(eventId, point.id)}>{point.name}</Link>{" "}
          {point.isMain && <Badge tone="accent">{p.main}</Badge>}
          {point.unit && point.unit !== point.name && <div className="soft small">{point.unit}</div>}
        </>
      ),
    },
    {
      key: "seats",
      head: p.seatsTaken,
      numeric: true,
      cell: ({ taken, capacity }) => {
        if (taken === null) return capacity === null ? t.noLimit : capacity;
        return capacity === null ? (
          <span>
            <strong>{taken}</strong> <span className="soft">· {t.noLimit}</span>
          </span>
        ) : (
          <Counter done={taken} total={capacity} digits="none" />
        );
      },
    },
    {
      key: "contact",
      head: p.contact,
      cell: ({ contact }) =>
        contact?.name || contact?.phone ? (
          <div>
            <bdi>{contact.name}</bdi>
            {contact.phone && (
              <div className="soft small">
                <Ltr>{contact.phone}</Ltr>
              </div>
            )}
          </div>
        ) : (
          <span className="soft">{contact ? t.none : "—"}</span>
        ),
    },
    { key: "line", head: p.line, cell: (point) => <LineBadge point={point} zone={zone} /> },
  ];
  return (
    <Section title={p.title} description={p.summary(total, seats)} actions={add}>
      {total > 8 && (
        <Form method="get" role="search">
          <FilterBar>
            <TextField name="q" type="search" label={p.term} defaultValue={filter.term} />
            <SelectField
              name="line"
              label={p.line}
              choices={lineTests.map((value) => ({ value, label: tests[value] }))}
              placeholder={p.allTests}
              defaultValue={filter.test}
            />
            <Button icon="filter">{p.filter}</Button>
          </FilterBar>
        </Form>
      )}
      <Form method="post" noValidate className="stack">
        {(error("form") || refused?.none) && <Notice tone="danger" title={error("form") ?? p.noneChosen} />}
        <Table
          key={refused ? "again" : "first"}
          caption={p.title}
          hideCaption
          rows={points}
          rowKey={(point) => point.id}
          columns={columns}
          rowTone={(point) => (point.lineTest === "failed" ? "danger" : undefined)}
          select={
            maySelect
              ? {
                  name: "point",
                  value: (point) => point.id,
                  label: (point) => point.name,
                  chosen: (point) => chosen.has(point.id),
                }
              : undefined
          }
          empty={
            <EmptyState title={p.noMatch[0]} level={3}>
              <p>{p.noMatch[1]}</p>
            </EmptyState>
          }
        />
        {maySelect && (
          <FilterBar>
            <SelectField
              name="result"
              label={p.chosenTest}
              choices={lineTests
                .filter((value) => value !== "untested")
                .map((value) => ({ value, label: tests[value] }))}
              defaultValue={refused?.values.result ?? "passed"}
              error={error("result")}
            />
            <TextField name="note" label={one.testNote} defaultValue={refused?.values.note} error={error("note")} />
            <Button icon="check" name="do" value="chosen">
              {p.noteChosen}
            </Button>
            <Button variant="quiet" name="do" value="all">
              {p.noteAll(points.filter((point) => point.mayTest).length)}
            </Button>
          </FilterBar>
        )}
      </Form>
    </Section>
  );
}
