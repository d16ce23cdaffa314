import { eventWords } from "~/features/events/messages";
import { programmeWords } from "~/features/events/programme/messages";
import { agendaClock, agendaMinutes } from "~/features/events/rules";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { clockOf } from "~/web/time";
import { useWords } from "~/web/use-words";

interface Props {
  items: { title: string; speaker: string; minutes: number }[];
  event: { startsAt: Date; zone: string };
}

/** The agenda with the hour at which each item begins. */
export function AgendaTable({ items, event }: Props) {
  const t = useWords(eventWords);
  const { agenda: a } = useWords(programmeWords);
  const rows = agendaClock(items, event.startsAt).map((item, at) => ({ ...item, at }));
  return (
    <Table
      caption={a.title}
      hideCaption
      rows={rows}
      rowKey={(row) => String(row.at)}
      foot={{ title: a.total, minutes: t.minutes(agendaMinutes(items)) }}
      empty={<EmptyState title={a.empty[0]} level={3} />}
      columns={[
        {
          key: "clock",
          head: a.clock,
          nowrap: true,
          cell: (row) => <Ltr>{`${clockOf(row.from, event.zone)}–${clockOf(row.to, event.zone)}`}</Ltr>,
        },
        { key: "title", head: a.item, primary: true, cell: (row) => row.title },
        { key: "speaker", head: a.speaker, cell: (row) => row.speaker },
        { key: "minutes", head: a.minutes, numeric: true, cell: (row) => t.minutes(row.minutes) },
      ]}
    />
  );
}
