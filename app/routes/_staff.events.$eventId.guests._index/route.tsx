import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { findEventFor, pointsOf } from "~/features/events/reads.server";
import { AnswersHead } from "~/features/participants/guests/components/answers-head";
import { parseMany } from "~/features/participants/guests/forms";
import { actOnMany } from "~/features/participants/guests/jobs.server";
import { guestWords } from "~/features/participants/guests/messages";
import { isFiltered, listAddress, parseListQuery } from "~/features/participants/guests/query.rules";
import {
  countGuests,
  type GuestFilter,
  guestIds,
  namesOfKept,
  pageOfGuests,
} from "~/features/participants/guests/reads.server";
import { pageSize } from "~/features/participants/guests/rules";
import { seesGuests, seesWholeList } from "~/features/participants/guests/sight.reads.server";
import { tallyGuests } from "~/features/participants/guests/tally.reads.server";
import { mayKeepGuest } from "~/features/participants/rules";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Menu, MenuLink } from "~/ui/menu";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Tabs } from "~/ui/tabs";
import { flash } from "~/web/flash.server";
import { notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { compareVi } from "~/web/text";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { CountsView } from "./counts-view";
import { GuestList } from "./guest-list";
import { outcomeText } from "./outcome-text";
import { Sure } from "./sure";

export const meta = titleOf(guestWords, (t) => t.title);

async function listFor(request: Request, eventId = "") {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event || !seesGuests(actor, event.hostUnit.path)) throw notFound();
  const query = parseListQuery(new URL(request.url).searchParams);
  const filter: GuestFilter = {
    eventId: event.id,
    actor,
    term: query.term,
    pointId: query.pointId,
    unitId: query.unitId,
    organization: query.organization,
    ...(query.category && { category: query.category }),
    ...(query.mail && { mail: query.mail }),
  };
  return { actor, event, query, filter };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, event, query, filter } = await listFor(request, params.eventId);
  const { hostUnit, id: eventId } = event;
  const tally = await tallyGuests(read, { eventId, actor });
  const points = await pointsOf(read, { eventId });
  const page =
    query.view === "list"
      ? await pageOfGuests(read, { ...filter, limit: pageSize, after: query.after, before: query.before })
      : null;
  const all = tally.total.invited + tally.total.notInvited;
  const named = tally.byUnit.filter(({ unitId }) => unitId !== null).sort((a, b) => compareVi(a.name, b.name));
  return {
    eventId,
    query,
    total: tally.total,
    found: page && isFiltered(query) ? await countGuests(read, filter) : all,
    page,
    points: points
      .filter(({ id }) => tally.byPoint.has(id) || seesWholeList(actor, hostUnit.path))
      .map(({ id, name }) => ({ value: id, label: name })),
    units: named.map(({ unitId, name }) => ({ value: unitId ?? "", label: name })),
    pointRows:
      query.view === "points"
        ? points.flatMap(({ id, name, capacity }) => ({ id, name, capacity, counts: tally.byPoint.get(id) ?? null }))
        : [],
    unitRows: query.view === "units" ? tally.byUnit.sort((a, b) => compareVi(a.name, b.name)) : [],
    rights: {
      whole: seesWholeList(actor, hostUnit.path),
      keepsAll: mayKeepGuest(actor, { hostPath: hostUnit.path, unitPath: null }),
      keepsSome: may(actor, "guests.manage"),
      contacts: may(actor, "contacts.read"),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event, query, filter } = await listFor(request, params.eventId);
  const many = parseMany(await request.formData());
  if (!many.act || !may(actor, "guests.manage")) throw new Response("Bad request", { status: 400 });
  const ids = many.every ? await guestIds(read, filter) : many.ids;
  const { act, pointId } = many;
  const refuse = (refused: "nobody" | "noPoint") => data({ refused, sure: null }, 422);
  if (ids.length === 0) return refuse("nobody");
  if (act === "move" && !pointId) return refuse("noPoint");
  if (act === "withdraw" && !many.sure) {
    const guests = await namesOfKept(read, { eventId: event.id, ids, actor });
    if (guests.length === 0) return refuse("nobody");
    return data({
      refused: null,
      sure: {
        ids: guests.map(({ id }) => id),
        names: guests.slice(0, 20).map(({ fullName }) => fullName),
        told: guests.filter(({ told }) => told).length,
      },
    });
  }
  const outcome = await actOnMany({ eventId: event.id, ids, act, pointId, actor, now: new Date() });
  const said = outcomeText(wordsFor(guestWords, localeOf(request)), act, outcome);
  const back = `${paths.guests(event.id)}${listAddress(query)}`;
  return seeOther(back, [flash(said, outcome.done > 0 ? "success" : "warning")]);
}

export default function GuestsOfEvent() {
  const { eventId, query, total, found, page, points, units, pointRows, unitRows, rights } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useWords(guestWords);
  const locale = useLocale();
  const here = paths.guests(eventId);
  const all = total.invited + total.notInvited;
  const to = (change: Parameters<typeof listAddress>[0]) => `${here}${listAddress(change)}`;
  if (answered?.sure) return <Sure {...answered.sure} back={to(query)} />;
  const add = rights.keepsSome && (
    <ButtonLink href={paths.guestNew(eventId)} icon="add">
      {t.add}
    </ButtonLink>
  );
  const importing = rights.keepsAll && (
    <ButtonLink href={paths.guestImport(eventId)} icon="upload" variant={all === 0 ? "primary" : "secondary"}>
      {t.import}
    </ButtonLink>
  );
  const actions = (
    <>
      {add}
      {importing}
      <Menu label={t.more} icon="download" variant="quiet">
        <MenuLink href={paths.guestExport(eventId)} icon="spreadsheet" plain>
          {t.workbook}
        </MenuLink>
        <MenuLink href={paths.guestPrint(eventId)} icon="print">
          {t.print}
        </MenuLink>
      </Menu>
    </>
  );
  if (all === 0)
    return (
      <EmptyState
        title={t.emptyTitle}
        action={
          <>
            {importing}
            {add}
          </>
        }
      >
        {rights.whole ? t.emptyText : t.emptyOwn}
      </EmptyState>
    );
  const views = (["list", "points", "units"] as const).map((view) => ({
    href: to({ view }),
    label: t.views[view],
    current: query.view === view,
    ...(view === "list" && { count: formatNumber(all, locale) }),
  }));
  return (
    <Section title={t.answers} description={rights.whole ? undefined : t.ownOnly} actions={actions}>
      {total.invited > 0 && <AnswersHead counts={total} hrefOf={(category) => to({ category })} />}
      {total.notInvited > 0 && (
        <Notice
          action={
            rights.keepsAll && (
              <ButtonLink href={paths.invite(eventId)} size="small">
                {t.invite}
              </ButtonLink>
            )
          }
        >
          <a href={to({ category: "not-invited" })}>{t.notInvitedYet(total.notInvited)}</a>
        </Notice>
      )}
      <Tabs label={t.views.label} items={views} />
      {answered?.refused && (
        <Notice tone="danger">{answered.refused === "nobody" ? t.many.nobody : t.many.noPoint}</Notice>
      )}
      {page ? (
        <GuestList
          eventId={eventId}
          query={query}
          page={page}
          found={found}
          points={points}
          units={units}
          rights={rights}
        />
      ) : (
        <CountsView eventId={eventId} view={query.view} points={pointRows} units={unitRows} />
      )}
    </Section>
  );
}
