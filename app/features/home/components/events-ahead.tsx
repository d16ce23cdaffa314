import { ButtonLink } from "~/ui/button";
import { Counter } from "~/ui/counter";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { StackedBar } from "~/ui/stacked-bar";
import { Table } from "~/ui/table";
import { Ltr, Time } from "~/ui/text";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useWords } from "~/web/use-words";
import { homeWords } from "../messages";
import type { AheadEvent } from "../rules";

type Row = AheadEvent & { place: string | null; pointCount: number; zone: string; countsSeen: boolean };

/** The next events with how many of the invited have answered. */
export function EventsAhead({ events }: { events: Row[] }) {
  const t = useWords(homeWords);
  return (
    <Section
      title={t.ahead}
      actions={
        <ButtonLink href={paths.events} variant="quiet">
          {t.allEvents}
        </ButtonLink>
      }
    >
      <Table
        caption={t.ahead}
        hideCaption
        rows={events}
        rowKey={(event) => event.id}
        empty={
          <EmptyState title={t.noneAhead} level={3}>
            {t.noneAheadText}
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            head: t.event,
            primary: true,
            cell: (event) => (
              <>
                <Link href={paths.event(event.id)}>{event.title}</Link>
                <Place event={event} />
              </>
            ),
          },
          {
            key: "start",
            head: t.start,
            nowrap: true,
            cell: (event) => (event.dateOpen ? t.dateOpen : <Moment at={event.startsAt} zone={event.zone} />),
          },
          { key: "answered", head: t.answered, cell: (event) => <Answered event={event} /> },
          {
            key: "replyBy",
            head: t.replyBy,
            nowrap: true,
            cell: (event) => event.replyBy && <Moment at={event.replyBy} zone={event.zone} />,
          },
        ]}
      />
    </Section>
  );
}

function Place({ event: { place, pointCount } }: { event: Row }) {
  const t = useWords(homeWords);
  const linked = pointCount - (place ? 1 : 0);
  return (
    <div className="soft small">
      {place && <bdi>{place}</bdi>}
      {place && linked > 0 && " · "}
      {linked > 0 && <bdi>{t.pointCount(linked)}</bdi>}
    </div>
  );
}

const Moment = ({ at, zone }: { at: Date; zone: string }) => (
  <Time at={at}>
    <Ltr>{formatMoment(at, zone)}</Ltr>
  </Time>
);

function Answered({ event: { counts, countsSeen } }: { event: Row }) {
  const t = useWords(homeWords);
  if (!countsSeen) return <span className="soft">–</span>;
  if (counts.invited === 0) return <span className="soft">{t.notYetInvited}</span>;
  return (
    <div className="stack gap-1">
      <Counter done={counts.invited - counts.silent} total={counts.invited} digits={0} />
      <StackedBar
        compact
        label={t.answered}
        parts={[
          { key: "confirmed", label: t.answers.confirmed, value: counts.confirmed, fill: "full" },
          { key: "substitute", label: t.answers.substitute, value: counts.substitute, fill: "striped" },
          { key: "declined", label: t.answers.declined, value: counts.declined, fill: "grey" },
          { key: "silent", label: t.answers.silent, value: counts.silent, fill: "open" },
        ]}
      />
    </div>
  );
}
