import type { Locale } from "~/web/i18n";
import { showPhone } from "~/web/phone";
import type { Category, Counts } from "../rules";
import type { Words } from "./messages";

type Kind = "text" | "int" | "percent" | "date" | "moment";
interface Column {
  key: string;
  header: string;
  width: number;
  kind: Kind;
}

/** A sheet of the workbook, as `writeWorkbook` takes it. */
export interface Sheet {
  name: string;
  title: string;
  rtl: boolean;
  columns: Column[];
  rows: Record<string, unknown>[];
}

export interface BookGuest {
  fullName: string;
  position: string;
  organization: string;
  unitName: string | null;
  pointId: string;
  pointName: string;
  category: Category;
  declineReason: string;
  email: string | null;
  phone: string;
  note: string;
  answeredAt: Date | null;
  invitedAt: Date | null;
  bouncedAt: Date | null;
  bounceReason: string;
  contacts: boolean;
  standIn: { fullName: string; position: string; email: string | null; phone: string } | null;
}

interface Book {
  title: string;
  guests: BookGuest[];
  points: { id: string; name: string; counts: Counts }[];
  units: { name: string; counts: Counts }[];
  t: Words;
  locale: Locale;
}

/** The workbook of an event's list: the figures by point and by unit, everybody by name, and everybody by point. */
export function sheetsOf({ title, guests, points, units, t, locale }: Book): Sheet[] {
  const { book } = t;
  const rtl = locale === "ar";
  const columns = guestColumns(t, guests);
  const rows = guests.map((guest) => guestRow(guest, t));
  const numbered = (some: Record<string, unknown>[]) => some.map((row, n) => ({ ...row, number: n + 1 }));
  const order = new Map(points.map(({ id }, n) => [id, n]));
  const byPoint = guests
    .map((guest, n) => ({ row: rows[n] as Record<string, unknown>, pointId: guest.pointId }))
    .sort((a, b) => (order.get(a.pointId) ?? 0) - (order.get(b.pointId) ?? 0));
  const count = new Map<string, number>();
  const inPoint = byPoint.map(({ row, pointId }) => {
    const number = (count.get(pointId) ?? 0) + 1;
    count.set(pointId, number);
    return { ...row, number };
  });
  return [
    figures({ name: book.summary, title: book.summaryOf(title), head: t.point, rtl }, points, t),
    { name: book.all, title: book.listOf(title), rtl, columns, rows: numbered(rows) },
    { name: book.byPoint, title: book.listOf(title), rtl, columns, rows: inPoint },
    figures(
      { name: book.byUnit, title: book.summaryOf(title), head: t.unit, rtl },
      units.map((unit) => ({ ...unit, name: unit.name || t.unknownUnit })),
      t,
    ),
  ];
}

function figures(
  sheet: { name: string; title: string; head: string; rtl: boolean },
  rows: { name: string; counts: Counts }[],
  t: Words,
): Sheet {
  const { head, ...rest } = sheet;
  const figure = (key: string, header: string): Column => ({ key, header, width: 12, kind: "int" });
  const line = ({ name, counts }: { name: string; counts: Counts }) => ({ name, ...counts });
  const sum = (key: keyof Counts) => rows.reduce((total, { counts }) => total + counts[key], 0);
  const total = Object.fromEntries(
    (["invited", "confirmed", "substitute", "declined", "silent", "notInvited", "coming"] as const).map((key) => [
      key,
      sum(key),
    ]),
  );
  return {
    ...rest,
    columns: [
      { key: "name", header: head, width: 42, kind: "text" },
      figure("invited", t.invited),
      figure("confirmed", t.states.confirmed),
      figure("substitute", t.states.substitute),
      figure("declined", t.states.declined),
      figure("silent", t.states.silent),
      figure("coming", t.coming),
      figure("notInvited", t.states["not-invited"]),
    ],
    rows: [...rows.map(line), { name: t.total, ...total }],
  };
}

function guestColumns(t: Words, guests: BookGuest[]): Column[] {
  const { book } = t;
  const text = (key: string, header: string, width: number): Column => ({ key, header, width, kind: "text" });
  const moment = (key: string, header: string): Column => ({ key, header, width: 17, kind: "moment" });
  const contacts = guests.some((guest) => guest.contacts);
  return [
    { key: "number", header: book.number, width: 6, kind: "int" },
    text("name", t.name, 28),
    text("position", t.position, 30),
    text("organization", t.unit, 32),
    text("point", t.point, 28),
    text("state", t.state, 18),
    ...(contacts ? [text("email", t.email, 30), text("phone", t.phone, 15)] : []),
    text("standIn", book.standIn, 26),
    text("standInPosition", book.standInPosition, 24),
    ...(contacts
      ? [text("standInContact", book.standInContact, 32), text("reason", t.reason, 26), text("bounced", t.bounced, 26)]
      : []),
    moment("invitedAt", book.invitedAt),
    moment("answeredAt", book.answeredAt),
    ...(contacts ? [text("note", t.note, 26)] : []),
  ];
}

function guestRow(guest: BookGuest, t: Words): Record<string, unknown> {
  const { standIn } = guest;
  const call = (phone: string) => phone && showPhone(phone);
  return {
    name: guest.fullName,
    position: guest.position,
    organization: guest.organization || guest.unitName || "",
    point: guest.pointName,
    state: t.states[guest.category],
    email: guest.email ?? "",
    phone: call(guest.phone),
    standIn: standIn?.fullName ?? "",
    standInPosition: standIn?.position ?? "",
    standInContact: standIn ? [standIn.email, call(standIn.phone)].filter(Boolean).join(", ") : "",
    reason: guest.declineReason,
    bounced: guest.bouncedAt ? guest.bounceReason || t.bounced : "",
    invitedAt: guest.invitedAt,
    answeredAt: guest.answeredAt,
    note: guest.note,
  };
}
