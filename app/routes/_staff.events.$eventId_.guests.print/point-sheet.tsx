import { EventWhen } from "~/features/events/components/when";
import { guestWords } from "~/features/participants/guests/messages";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { inLanguage, type Localized } from "~/web/localized";
import { useLocale, useWords } from "~/web/use-words";

interface Signer {
  id: string;
  name: string;
  insteadOf: string | null;
  position: string;
  unit: string;
}

interface Props {
  event: { title: Localized; startsAt: Date; endsAt: Date; zone: string; dateOpen: boolean; host: string };
  sheet: { name: string; address: string; chair: string; guests: Signer[] };
  newPage: boolean;
  madeAt: string;
}

/** The page of one point: what, when, where, and who signs. */
export function PointSheet({ event, sheet, newPage, madeAt }: Props) {
  const t = useWords(guestWords);
  const locale = useLocale();
  const numbered = sheet.guests.map((guest, n) => ({ ...guest, number: n + 1 }));
  return (
    <section className={newPage ? "stack gap-4 page-break" : "stack gap-4"}>
      <div>
        <p className="small soft">{event.host}</p>
        <h2>{t.sheet.heading}</h2>
        <p>
          <strong>{inLanguage(event.title, locale)}</strong>
        </p>
        <p>
          <EventWhen event={event} />
        </p>
        <p>
          {t.point}: <strong>{sheet.name}</strong>
          {sheet.address && `, ${sheet.address}`}
        </p>
        {sheet.chair && (
          <p>
            {t.sheet.chair}: {sheet.chair}
          </p>
        )}
      </div>
      {numbered.length === 0 ? (
        <p className="soft">{t.sheet.none}</p>
      ) : (
        <Table
          caption={`${t.sheet.heading}: ${sheet.name}`}
          hideCaption
          rows={numbered}
          rowKey={(guest) => guest.id}
          columns={[
            { key: "number", head: t.sheet.number, numeric: true, cell: (guest) => guest.number },
            {
              key: "name",
              head: t.name,
              primary: true,
              nowrap: true,
              cell: (guest) => (
                <>
                  <bdi>{guest.name}</bdi>
                  {guest.insteadOf && <span className="soft small block">({t.sheet.insteadOf(guest.insteadOf)})</span>}
                </>
              ),
            },
            {
              key: "position",
              head: t.sheet.position,
              cell: (guest) => (
                <div>
                  {guest.position}
                  {guest.unit && <span className="soft block">{guest.unit}</span>}
                </div>
              ),
            },
            {
              key: "sign",
              head: t.sheet.signature,
              cell: () => <span style={{ display: "inline-block", minInlineSize: "9rem", minBlockSize: "1.5rem" }} />,
            },
          ]}
        />
      )}
      <p className="small">
        {t.sheet.count(numbered.length)}{" "}
        <span className="soft">
          {t.sheet.madeAt("")}
          <Ltr>{madeAt}</Ltr>
        </span>
      </p>
    </section>
  );
}
