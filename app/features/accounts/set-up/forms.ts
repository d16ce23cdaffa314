import * as v from "valibot";
import { choice, emailField, line, optionalLine, parseForm } from "~/web/form";
import { locales } from "~/web/i18n";
import { zoneField } from "../forms";
import { organizationKinds, plainCode } from "./rules";

const Organization = v.object({
  name: line(200),
  kind: choice(organizationKinds),
  zone: zoneField,
  locale: choice(locales),
});
const Person = v.object({ name: line(120), position: optionalLine(200), email: emailField });
const Code = v.object({
  code: v.pipe(
    v.string("required"),
    v.transform(plainCode),
    v.nonEmpty("required"),
    v.maxLength(40, "wrong-set-up-code"),
  ),
});

export const parseSetUpCode = (form: FormData) => parseForm(form, Code);
export const parseSetUpOrganization = (form: FormData) => parseForm(form, Organization);
export const parseSetUpPerson = (form: FormData) => parseForm(form, Person);
