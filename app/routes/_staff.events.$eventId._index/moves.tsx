import { At, spanText } from "~/features/events/components/when";
import { eventWords } from "~/features/events/messages";
import { Section } from "~/ui/page";
import { Table } from "~/ui/table";
import { Time } from "~/ui/text";
import { useLocale, useWords } from "~/web/use-words";

interface Move {
  id: string;
  fromStartsAt: Date;
  fromEndsAt: Date;
  toStartsAt: Date | null;
  toEndsAt: Date | null;
  reason: string;
  movedAt: Date;
}

/** Every date the event once had. */
export function Moves({ moves, zone }: { moves: Move[]; zone: string }) {
  const t = useWords(eventWords);
  const locale = useLocale();
  return (
    <Section title={t.move.history}>
      <Table
        caption={t.move.history}
        hideCaption
        rows={moves}
        rowKey={(move) => move.id}
        columns={[
          {
            key: "from",
            head: t.move.from,
            primary: true,
            cell: ({ fromStartsAt, fromEndsAt }) => (
              <Time at={fromStartsAt}>
                <s>{spanText({ startsAt: fromStartsAt, endsAt: fromEndsAt, zone }, locale)}</s>
              </Time>
            ),
          },
          {
            key: "to",
            head: t.move.to,
            cell: ({ toStartsAt, toEndsAt }) =>
              toStartsAt && toEndsAt ? (
                <Time at={toStartsAt}>{spanText({ startsAt: toStartsAt, endsAt: toEndsAt, zone }, locale)}</Time>
              ) : (
                t.dateOpen
              ),
          },
          { key: "reason", head: t.reason, cell: (move) => move.reason },
          { key: "at", head: t.move.at, nowrap: true, cell: (move) => <At at={move.movedAt} zone={zone} /> },
        ]}
      />
    </Section>
  );
}
