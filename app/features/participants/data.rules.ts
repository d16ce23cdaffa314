import { markOf } from "~/features/events/rules";
import type { Locale } from "~/web/i18n";
import { fold, nameSortKey } from "~/web/text";
import { identityOf } from "./list/rules";

/** A person as the list knows them. */
export interface GuestData {
  name: string;
  position: string;
  organization: string;
  unitId: string | null;
  pointId: string;
  /** One plain address, lower case. */
  email: string | null;
  /** E.164 or "". */
  phone: string;
  note: string;
  locale: Locale;
}

/** The columns of a row that hold a person's data, with the keys the list is sorted, searched and compared by. */
export const columnsOf = (data: GuestData) => ({
  fullName: data.name,
  position: data.position,
  organization: data.organization,
  unitId: data.unitId,
  pointId: data.pointId,
  email: data.email,
  phone: data.phone,
  note: data.note,
  locale: data.locale,
  identity: identityOf(data),
  search: searchTextOf(data),
  sortKey: nameSortKey(data.name),
});

type GuestColumns = Omit<ReturnType<typeof columnsOf>, "identity" | "search" | "sortKey">;

export const dataOf = (row: GuestColumns): GuestData => ({
  name: row.fullName,
  position: row.position,
  organization: row.organization,
  unitId: row.unitId,
  pointId: row.pointId,
  email: row.email,
  phone: row.phone,
  note: row.note,
  locale: row.locale,
});

/** What a term is looked for in. After the bar stand the contacts: not everybody who searches may know them. */
export const searchTextOf = (
  data: Pick<GuestData, "name" | "position" | "organization" | "email" | "phone">,
): string => {
  const plain = (text: string) => fold(text).replaceAll("|", " ");
  return `${plain(`${data.name} ${data.position} ${data.organization}`)} | ${plain(`${data.email ?? ""} ${data.phone} ${localPhone(data.phone)}`)}`;
};

// People type a number as it is dialled at home.
const localPhone = (phone: string): string => (phone.startsWith("+84") ? `0${phone.slice(3)}` : "");

/** A short mark of a person's data as a form shows it: an answer that comes in meanwhile does not change it. */
export const markOfGuest = (data: Omit<GuestData, "pointId">): string =>
  markOf([data.name, data.position, data.organization, data.unitId, data.email, data.phone, data.note, data.locale]);
