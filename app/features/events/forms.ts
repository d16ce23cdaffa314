import * as v from "valibot";
import {
  choice,
  type FormErrors,
  fieldError,
  line,
  optionalClock,
  optionalDay,
  optionalEmail,
  optionalLine,
  optionalText,
  type Parsed,
  parseForm,
  textFields,
  tick,
} from "~/web/form";
import { locales } from "~/web/i18n";
import { type Localized, trimmed } from "~/web/localized";
import { clockOf, dayOf, instantOf } from "~/web/time";
import { mostSeats } from "./programme/rules";
import { endOfOffice, type EventKind, eventKinds, timesRefused } from "./rules";

const usualMinutes = 150;

/** A telephone number as it is printed, kept as typed (an extension may follow), or "". Code: bad-phone. */
export const printedPhone = v.pipe(
  optionalLine(40),
  v.check((text) => text === "" || /^\+?[\d\s().-]{3,}$/.test(text), "bad-phone"),
);

/** A number of seats, or null when left empty. Codes: bad-number, out-of-range. */
export const optionalSeats = v.pipe(
  v.optional(v.string(), ""),
  v.transform((text) => text.replace(/[\s.,]/g, "")),
  v.check((text) => /^(-?\d{1,12})?$/.test(text), "bad-number"),
  v.transform((text) => (text === "" ? null : Number(text))),
  v.check((seats) => seats === null || (seats >= 1 && seats <= mostSeats), "out-of-range"),
);

const Id = optionalLine(64);
const Texts = {
  title: line(300),
  titleEn: optionalLine(300),
  titleAr: optionalLine(300),
  titleHi: optionalLine(300),
  description: optionalText(4000),
  descriptionEn: optionalText(4000),
  descriptionAr: optionalText(4000),
  descriptionHi: optionalText(4000),
};
const Content = v.object({
  ...Texts,
  kind: choice(eventKinds),
  hostUnitId: line(64),
  campaignId: Id,
  parentId: Id,
  replyDay: optionalDay,
  replyClock: optionalClock,
  invitationNumber: optionalLine(60),
  composition: optionalText(3000),
  note: optionalText(3000),
  contactName: optionalLine(120),
  contactPhone: printedPhone,
  contactEmail: optionalEmail,
  isPublic: tick,
  guestsChoosePoint: tick,
});
const Dates = v.object({ day: optionalDay, from: optionalClock, endDay: optionalDay, to: optionalClock });

export interface EventInput {
  kind: EventKind;
  title: Localized;
  description: Localized | null;
  hostUnitId: string;
  campaignId: string | null;
  parentId: string | null;
  startsAt: Date;
  endsAt: Date;
  replyBy: Date | null;
  invitationNumber: string;
  composition: string;
  note: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  isPublic: boolean;
  guestsChoosePoint: boolean;
}

interface Span {
  startsAt: Date;
  endsAt: Date;
}

/**
 * Reads the event form. Days and clocks are on the wall of `zone`; an end left empty is two and a half hours after the
 * start. `fixed` are the dates of an announced event, whose form has no date fields.
 */
export function parseEvent(form: FormData, { zone, fixed }: { zone: string; fixed?: Span }): Parsed<EventInput> {
  const content = parseForm(form, Content);
  const span = fixed ? ({ ok: true, value: fixed } as const) : parseSpan(form, zone);
  if (!content.ok || !span.ok) return merged(form, content, span);
  const { title, titleEn, titleAr, titleHi, description, descriptionEn, descriptionAr, descriptionHi, ...rest } =
    content.value;
  const { replyDay, replyClock, ...plain } = rest;
  const replyBy = replyMoment(replyDay, replyClock, zone);
  const refused = timesRefused({ ...span.value, replyBy });
  if (refused) return fieldError(form, refused === "reply-by-after-start" ? "replyDay" : "to", refused);
  const described = trimmed({ vi: description, en: descriptionEn, ar: descriptionAr, hi: descriptionHi });
  return {
    ok: true,
    value: {
      ...plain,
      ...span.value,
      title: trimmed({ vi: title, en: titleEn, ar: titleAr, hi: titleHi }),
      description: locales.some((locale) => described[locale]) ? described : null,
      campaignId: plain.campaignId || null,
      parentId: plain.parentId || null,
      replyBy,
    },
  };
}

/** Reads day, from, endDay and to. Codes by field: required, bad-day, bad-clock, ends-before-start, lasts-too-long. */
function parseSpan(form: FormData, zone: string): Parsed<Span> {
  const read = parseForm(form, Dates);
  if (!read.ok) return read;
  const { day, from, endDay, to } = read.value;
  if (!day) return fieldError(form, "day", "required");
  if (!from) return fieldError(form, "from", "required");
  if (endDay && !to) return fieldError(form, "to", "required");
  const startsAt = instantOf(day, from, zone);
  const endsAt = to ? instantOf(endDay || day, to, zone) : new Date(startsAt.getTime() + usualMinutes * 60_000);
  const refused = timesRefused({ startsAt, endsAt, replyBy: null });
  return refused ? fieldError(form, endDay ? "endDay" : "to", refused) : { ok: true, value: { startsAt, endsAt } };
}

const replyMoment = (day: string, clock: string, zone: string): Date | null =>
  day ? instantOf(day, clock || endOfOffice, zone) : null;

function merged(form: FormData, ...parts: Parsed<unknown>[]): FormErrors {
  const errors = Object.assign({}, ...parts.map((part) => (part.ok ? {} : part.errors)));
  return { ...fieldError(form, "form", ""), errors };
}

const Venue = v.object({
  placeName: optionalLine(200),
  placeAddress: optionalLine(500),
  placeSeats: optionalSeats,
});

/** The main venue asked for on the page that makes an event; null when no name was given. */
export function parseVenue(
  form: FormData,
): Parsed<{ venue: { name: string; address: string; capacity: number | null } | null }> {
  const read = parseForm(form, Venue);
  if (!read.ok) return read;
  const { placeName: name, placeAddress: address, placeSeats: capacity } = read.value;
  if (!name && (address || capacity !== null)) return fieldError(form, "placeName", "required");
  return { ok: true, value: { venue: name ? { name, address, capacity } : null } };
}

const Move = v.object({
  how: v.picklist(["date", "open"], "required"),
  reason: line(500),
  replyDay: optionalDay,
  replyClock: optionalClock,
});

/** Reads the page that moves an event: to a span and a reply-by moment, or (null) to a date to be announced. */
export function parseMove(
  form: FormData,
  zone: string,
): Parsed<{ reason: string; to: (Span & { replyBy: Date | null }) | null }> {
  const read = parseForm(form, Move);
  const span = textFields(form).how === "date" ? parseSpan(form, zone) : null;
  if (!read.ok || (span && !span.ok)) return merged(form, read, span ?? read);
  const { reason, replyDay, replyClock } = read.value;
  if (!span) return { ok: true, value: { reason, to: null } };
  const replyBy = replyMoment(replyDay, replyClock, zone);
  if (timesRefused({ ...span.value, replyBy })) return fieldError(form, "replyDay", "reply-by-after-start");
  return { ok: true, value: { reason, to: { ...span.value, replyBy } } };
}

/** Reads why an event is called off. */
export const parseCancel = (form: FormData) => parseForm(form, v.object({ reason: line(500) }));

interface Stored extends Omit<EventInput, "description"> {
  description?: Localized | null;
  zone: string;
}

/** What the event form shows of a stored event. */
export function eventValues(event: Stored): Record<string, string> {
  const { title, description, zone, startsAt, endsAt, replyBy } = event;
  const [day, endDay] = [dayOf(startsAt, zone), dayOf(endsAt, zone)];
  const text = (written: Localized | null | undefined, name: string) => ({
    [name]: written?.vi ?? "",
    [`${name}En`]: written?.en ?? "",
    [`${name}Ar`]: written?.ar ?? "",
    [`${name}Hi`]: written?.hi ?? "",
  });
  return {
    ...text(title, "title"),
    ...text(description, "description"),
    day,
    from: clockOf(startsAt, zone),
    to: clockOf(endsAt, zone),
    endDay: endDay === day ? "" : endDay,
    replyDay: replyBy ? dayOf(replyBy, zone) : "",
    replyClock: replyBy ? clockOf(replyBy, zone) : "",
    kind: event.kind,
    hostUnitId: event.hostUnitId,
    campaignId: event.campaignId ?? "",
    parentId: event.parentId ?? "",
    invitationNumber: event.invitationNumber,
    composition: event.composition,
    note: event.note,
    contactName: event.contactName,
    contactPhone: event.contactPhone,
    contactEmail: event.contactEmail,
    isPublic: event.isPublic ? "on" : "",
    guestsChoosePoint: event.guestsChoosePoint ? "on" : "",
  };
}
