import type { ReactNode } from "react";
import { Status } from "~/ui/badge";
import { Link } from "~/ui/link";
import { type Column, Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { paths } from "~/web/paths";
import { showPhone } from "~/web/phone";
import { useWords } from "~/web/use-words";
import type { Category } from "../../rules";
import { guestWords } from "../messages";
import { GuestState } from "./state";

export interface ShownGuest {
  id: string;
  fullName: string;
  position: string;
  organization: string;
  unitName: string | null;
  pointName: string;
  category: Category;
  declineReason: string;
  email: string | null;
  phone: string;
  contacts: boolean;
  hasAddress: boolean;
  bouncedAt: Date | null;
  bounceReason: string;
  keeps: boolean;
  standIn: {
    fullName: string;
    position: string;
    email: string | null;
    phone: string;
    bouncedAt: Date | null;
    bounceReason: string;
  } | null;
}

interface Props {
  eventId: string;
  guests: ShownGuest[];
  /** Rows can be ticked; the table stands in the form that acts. */
  ticked: boolean;
  showPoint: boolean;
  empty: ReactNode;
}

/** The people of an event's list, a substitute under whom they stand in for. */
export function GuestTable({ eventId, guests, ticked, showPoint, empty }: Props) {
  const t = useWords(guestWords);
  const contacts = guests.some((guest) => guest.contacts);
  const columns: Column<ShownGuest>[] = [
    {
      key: "name",
      head: t.name,
      primary: true,
      cell: (guest) => (
        <>
          <Link href={paths.guest(eventId, guest.id)}>
            <bdi>{guest.fullName}</bdi>
          </Link>
          {guest.position && <span className="soft small block">{guest.position}</span>}
        </>
      ),
    },
    { key: "unit", head: t.unit, cell: (guest) => guest.organization || guest.unitName || "–" },
    { key: "state", head: t.state, cell: (guest) => <Answer guest={guest} /> },
  ];
  if (showPoint) columns.splice(2, 0, { key: "point", head: t.point, cell: (guest) => guest.pointName });
  if (contacts) columns.push({ key: "contact", head: t.contact, cell: (guest) => <Contact guest={guest} /> });
  return (
    <Table
      caption={t.title}
      hideCaption
      columns={columns}
      rows={guests}
      rowKey={(guest) => guest.id}
      select={ticked ? { name: "guest", value: (guest) => guest.id, label: (guest) => guest.fullName } : undefined}
      empty={empty}
    />
  );
}

function Answer({ guest }: { guest: ShownGuest }) {
  const t = useWords(guestWords);
  const { category, standIn, declineReason } = guest;
  return (
    <div>
      <GuestState category={category} />
      {standIn && (
        <span className="small block">
          <span className="soft">{t.substituteIs}</span> <bdi>{standIn.fullName}</bdi>
          {standIn.position && <span className="soft"> · {standIn.position}</span>}
        </span>
      )}
      {category === "declined" && declineReason && <span className="soft small block">{declineReason}</span>}
    </div>
  );
}

function Contact({ guest }: { guest: ShownGuest }) {
  const t = useWords(guestWords);
  // Letters go to the one who comes.
  const { email, phone, bouncedAt, bounceReason } = guest.standIn ?? guest;
  if (!guest.contacts) return <>{guest.bouncedAt ? <Status tone="danger">{t.bounced}</Status> : "–"}</>;
  return (
    <div>
      {email ? <Ltr>{email}</Ltr> : <span className="soft">{t.noAddress}</span>}
      {phone && (
        <span className="soft small block">
          <Ltr>{showPhone(phone)}</Ltr>
        </span>
      )}
      {bouncedAt && (
        <span className="small block">
          <Status tone="danger">{t.bounced}</Status> <span className="soft">{bounceReason}</span>
        </span>
      )}
    </div>
  );
}
