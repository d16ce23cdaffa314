import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { listCampaigns } from "~/features/campaigns/reads.server";
import { StateBadge } from "~/features/events/components/state-badge";
import { ShortWhen } from "~/features/events/components/when";
import { eventWords } from "~/features/events/messages";
import { eventListWords } from "~/features/events/messages/list";
import { listEvents } from "~/features/events/reads.server";
import { eventKinds } from "~/features/events/rules";
import { countAnswersByEvent } from "~/features/participants/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { Counter } from "~/ui/counter";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Page } from "~/ui/page";
import { type Column, Table } from "~/ui/table";
import { Tabs } from "~/ui/tabs";
import { SelectField, TextField } from "~/ui/text-field";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(eventWords, (t) => t.events);

const views = ["upcoming", "past", "drafts"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const when = views.find((view) => view === asked.get("when")) ?? "upcoming";
  const kind = eventKinds.find((known) => known === asked.get("kind"));
  const campaignId = asked.get("campaign") ?? "";
  const term = (asked.get("q") ?? "").slice(0, 200);
  const mine = asked.get("mine") === "on";
  const found = await listEvents(read, { actor, when, kind, campaignId, term, mine, now: new Date() });
  const counts = await countAnswersByEvent(read, { eventIds: found.map((event) => event.id) });
  const locale = localeOf(request);
  return {
    when,
    filter: { kind: kind ?? "", campaignId, term, mine },
    events: found.map((event) => {
      const {
        id,
        title,
        kind: what,
        state,
        startsAt,
        endsAt,
        zone,
        dateOpen,
        mainPlace,
        pointCount,
        moved,
        hostUnit,
      } = event;
      const { invited = 0, silent = 0 } = counts.get(id) ?? {};
      return {
        id,
        title,
        kind: what,
        state,
        startsAt,
        endsAt,
        zone,
        dateOpen,
        mainPlace,
        pointCount,
        moved,
        host: hostUnit.name,
        invited,
        answered: invited - silent,
      };
    }),
    campaigns: (await listCampaigns(read, { actor })).map(({ id, title }) => ({
      value: id,
      label: inLanguage(title, locale),
    })),
    mayCreate: may(actor, "events.manage"),
  };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["events"][number];

export default function Events() {
  const { when, filter, events, campaigns, mayCreate } = useLoaderData<typeof loader>();
  const t = useWords(eventWords);
  const list = useWords(eventListWords);
  const locale = useLocale();
  const filtered = Boolean(filter.kind || filter.campaignId || filter.term || filter.mine);
  const [emptyTitle, emptyText] = filtered ? list.noMatch : list.empty[when];
  const create = mayCreate && (
    <ButtonLink href={paths.eventNew()} variant="primary" icon="add">
      {list.newEvent}
    </ButtonLink>
  );
  const columns: Column<Row>[] = [
    {
      key: "title",
      head: t.event,
      primary: true,
      cell: (event) => (
        <>
          <Link href={paths.event(event.id)}>{inLanguage(event.title, locale)}</Link>
          <div className="soft small">
            {t.kinds[event.kind]} · {event.host}
          </div>
        </>
      ),
    },
    { key: "when", head: t.when, nowrap: true, cell: (event) => <ShortWhen event={event} /> },
    {
      key: "where",
      head: t.where,
      cell: (event) => (
        <div>
          {event.mainPlace ?? <span className="soft">{t.none}</span>}
          {event.pointCount > 1 && <div className="soft small">{t.linkedPoints(event.pointCount - 1)}</div>}
        </div>
      ),
    },
    {
      key: "state",
      head: t.state,
      cell: (event) => (
        <div className="cluster gap-1">
          <StateBadge state={event.state} moved={event.moved} />
        </div>
      ),
    },
    {
      key: "answered",
      head: list.answered,
      numeric: true,
      cell: (event) =>
        event.invited > 0 ? (
          <Counter done={event.answered} total={event.invited} digits={0} />
        ) : (
          <span className="soft">—</span>
        ),
    },
  ];
  return (
    <Page
      title={t.events}
      actions={create}
      tabs={
        <Tabs
          label={list.views}
          items={views.map((view) => ({
            href: view === "upcoming" ? paths.events : `${paths.events}?when=${view}`,
            label: list[view],
            current: view === when,
          }))}
        />
      }
    >
      <div className="stack">
        <Form method="get" role="search">
          <FilterBar>
            <input type="hidden" name="when" value={when} />
            <TextField name="q" type="search" label={list.term} defaultValue={filter.term} />
            <SelectField
              name="campaign"
              label={t.campaign}
              choices={campaigns}
              placeholder={list.allCampaigns}
              defaultValue={filter.campaignId}
            />
            <SelectField
              name="kind"
              label={t.kind}
              choices={eventKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
              placeholder={list.allKinds}
              defaultValue={filter.kind}
            />
            <CheckboxField name="mine" label={list.mine} defaultChecked={filter.mine} />
            <Button icon="filter">{list.filter}</Button>
            {filtered && (
              <ButtonLink variant="quiet" href={`${paths.events}?when=${when}`}>
                {list.clear}
              </ButtonLink>
            )}
          </FilterBar>
        </Form>
        <Table
          caption={`${t.events}: ${list[when]}`}
          hideCaption
          rows={events}
          rowKey={(event) => event.id}
          rowTone={(event) => (event.state === "cancelled" ? "muted" : undefined)}
          columns={columns}
          empty={
            <EmptyState title={emptyTitle} action={filtered ? undefined : create}>
              <p>{emptyText}</p>
            </EmptyState>
          }
        />
      </div>
    </Page>
  );
}
