import * as v from "valibot";
import { choice, emailField, line, optionalEmail, optionalLine, optionalPhone, parseForm } from "~/web/form";
import { locales } from "~/web/i18n";
import { fold } from "~/web/text";
import { fitsBinding, roles } from "./rules";

export const zoneField = v.pipe(v.string("required"), v.trim(), v.nonEmpty("required"), v.check(isZone, "bad-zone"));

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}

const person = {
  name: line(120),
  position: optionalLine(200),
  phone: optionalPhone,
  locale: choice(locales),
};
const grant = {
  role: choice(roles),
  unitId: v.pipe(
    optionalLine(60),
    v.transform((text) => text || null),
  ),
};
const bound = <T extends { role: (typeof roles)[number]; unitId: string | null }>(value: T) =>
  fitsBinding(value.role, value.unitId);

const Grant = v.pipe(v.object(grant), v.forward(v.check(bound, "unit-does-not-fit"), ["unitId"]));
const Invite = v.pipe(
  v.object({ email: emailField, ...person, ...grant }),
  v.forward(v.partialCheck([["role"], ["unitId"]], bound, "unit-does-not-fit"), ["unitId"]),
);
const Account = v.object({ email: emailField, ...person });
const Profile = v.object(person);
const unitOrNone = v.pipe(
  optionalLine(60),
  v.transform((text) => text || null),
);
const Organization = v.object({
  name: line(200),
  unitId: unitOrNone,
  steeringUnitId: unitOrNone,
  contactEmail: optionalEmail,
  contactPhone: optionalPhone,
  zone: zoneField,
  locale: choice(locales),
});

/** Codes: required, too-long, bad-email, bad-phone, unit-does-not-fit; the write adds email-taken, unknown-unit. */
export const parseInvite = (form: FormData) => parseForm(form, Invite);
/** Codes: required, too-long, bad-email, bad-phone; the write adds email-taken. */
export const parseAccount = (form: FormData) => parseForm(form, Account);
/** Codes: required, unit-does-not-fit; the write adds already-held, unknown-unit. */
export const parseGrant = (form: FormData) => parseForm(form, Grant);
/** What people may change of themselves: all but the address they sign in with. */
export const parseProfile = (form: FormData) => parseForm(form, Profile);
/** Codes: required, too-long, bad-email, bad-phone, bad-zone. */
export const parseOrganization = (form: FormData) => parseForm(form, Organization);

/** What a person or an account can be found by. */
export const searchKeyOf = ({ name, email, position }: { name: string; email: string; position: string }): string =>
  fold(`${name} ${email} ${position}`);
