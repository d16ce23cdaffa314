import * as v from "valibot";
import { choice, line, optionalId, optionalLine, optionalText, type Parsed, parseForm } from "~/web/form";
import { locales } from "~/web/i18n";
import { isPlainAddress } from "~/web/mail-address";
import { cleanPhone, showPhone } from "~/web/phone";
import type { GuestData } from "./data.rules";
import { cleanName } from "./list/clean.rules";

const address = v.pipe(
  optionalLine(254),
  v.transform((text) => text.toLowerCase()),
  v.check((text) => text === "" || isPlainAddress(text), "bad-email"),
  v.transform((text) => text || null),
);

const phone = v.pipe(
  optionalLine(40),
  v.transform((text) => (text === "" ? "" : cleanPhone(text))),
  v.check((number) => number !== null, "bad-phone"),
  v.transform((number) => number ?? ""),
);

const person = {
  name: v.pipe(
    line(120),
    v.transform(cleanName),
    v.regex(/\p{L}/u, "bad-name"),
    v.check((name) => !name.includes("@"), "bad-name"),
  ),
  position: optionalLine(300),
  organization: optionalLine(300),
  unitId: optionalId,
  email: address,
  phone,
  note: optionalText(2000),
  locale: choice(locales),
};

const added = v.object({ ...person, pointId: line(64) });
const changed = v.object({ ...person, seen: line(64) });

/** A person to be put on the list. Codes: required, too-long, bad-name, bad-email, bad-phone. */
export const parseNewGuest = (form: FormData): Parsed<GuestData> => parseForm(form, added);

/** A person's data as corrected, and the mark of what the form showed. */
export function parseGuest(form: FormData): Parsed<{ guest: Omit<GuestData, "pointId">; seen: string }> {
  const parsed = parseForm(form, changed);
  if (!parsed.ok) return parsed;
  const { seen, ...guest } = parsed.value;
  return { ok: true, value: { guest, seen } };
}

/** A person's data as the form's fields show them. */
export const guestValues = (data: Omit<GuestData, "pointId">): Record<string, string> => ({
  name: data.name,
  position: data.position,
  organization: data.organization,
  unitId: data.unitId ?? "",
  email: data.email ?? "",
  phone: data.phone && showPhone(data.phone),
  note: data.note,
  locale: data.locale,
});

const bounced = v.object({ reason: optionalLine(500) });

export const parseBounce = (form: FormData): Parsed<{ reason: string }> => parseForm(form, bounced);
