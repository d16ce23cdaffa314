import { GuestTable, type ShownGuest } from "~/features/participants/guests/components/guest-table";
import { ListFilter } from "~/features/participants/guests/components/list-filter";
import { guestWords } from "~/features/participants/guests/messages";
import { isFiltered, type ListQuery, listAddress } from "~/features/participants/guests/query.rules";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import type { Choice } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { TickedForm } from "./ticked-form";

interface Props {
  eventId: string;
  query: ListQuery;
  page: { guests: ShownGuest[]; previous: string | null; next: string | null };
  found: number;
  points: Choice[];
  units: Choice[];
  rights: { keepsAll: boolean; keepsSome: boolean; contacts: boolean };
}

/** A page of people, its filter, and what can be done with the ticked ones. */
export function GuestList({ eventId, query, page, found, points, units, rights }: Props) {
  const t = useWords(guestWords);
  const here = paths.guests(eventId);
  const at = (change: Partial<ListQuery>) => `${here}${listAddress({ ...query, after: "", before: "", ...change })}`;
  const { guests, previous, next } = page;
  const ticked = rights.keepsSome && guests.some(({ keeps }) => keeps);
  const table = (
    <GuestTable
      eventId={eventId}
      guests={guests}
      ticked={ticked}
      showPoint={points.length > 1 && !query.pointId}
      empty={
        <EmptyState title={t.noMatch} level={3}>
          {t.noMatchText}
        </EmptyState>
      }
    />
  );
  return (
    <Panel
      flush
      title={t.found(found)}
      actions={
        isFiltered(query) && (
          <ButtonLink href={here} variant="quiet" size="small" icon="close">
            {t.clear}
          </ButtonLink>
        )
      }
    >
      <ListFilter query={query} points={points} units={units} here={here} contacts={rights.contacts} />
      {ticked ? (
        // A new page of the list starts with nothing ticked.
        <TickedForm
          key={JSON.stringify(query)}
          points={rights.keepsAll ? points : []}
          every={previous || next ? found : 0}
          inviteAt={rights.keepsAll ? `${paths.invite(eventId)}${listAddress(query)}` : null}
        >
          {table}
        </TickedForm>
      ) : (
        table
      )}
      {(previous || next) && (
        <Pagination
          previous={previous && at({ before: previous })}
          next={next && at({ after: next })}
          summary={t.found(found)}
        />
      )}
    </Panel>
  );
}
