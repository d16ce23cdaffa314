import { eventWords } from "~/features/events/messages";
import { programmeWords } from "~/features/events/programme/messages";
import type { EventPoint } from "~/features/events/reads.server";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Ltr } from "~/ui/text";
import { useWords } from "~/web/use-words";

interface Props {
  point: Omit<EventPoint, "search">;
  taken: number | null;
}

/** A point as those see it who do not run the event. */
export function PointFacts({ point, taken }: Props) {
  const t = useWords(eventWords);
  const { one: p } = useWords(programmeWords);
  const named = (name: string, more: string) => (
    <>
      <bdi>{name}</bdi>
      {more && <span className="soft">, {more}</span>}
    </>
  );
  return (
    <DescriptionList
      items={[
        { term: p.unit, detail: point.unit?.name ?? t.none },
        point.address !== "" && { term: p.address, detail: point.address },
        point.way !== "" && {
          term: p.way,
          detail: (
            <span className="lines" dir="auto">
              {point.way}
            </span>
          ),
        },
        point.meetingUrl !== "" && {
          term: p.meetingUrl,
          detail: (
            <Link href={point.meetingUrl} rel="noreferrer">
              {p.join}
            </Link>
          ),
        },
        {
          term: p.seats,
          detail: (
            <>
              {point.capacity === null ? t.noLimit : t.seats(point.capacity)}
              {taken !== null && ` · ${p.seatsTaken(taken)}`}
            </>
          ),
        },
        point.chairName !== "" && { term: p.chairTitle, detail: named(point.chairName, point.chairPosition) },
        point.contactName !== "" && {
          term: p.contactTitle,
          detail: (
            <>
              <bdi>{point.contactName}</bdi>
              {[point.contactPhone, point.contactEmail].filter(Boolean).map((one) => (
                <div key={one}>
                  <Ltr>{one}</Ltr>
                </div>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
