import * as v from "valibot";
import { choice, fieldError, line, optionalLine, optionalText, type Parsed, parseForm } from "~/web/form";
import { isPlainAddress } from "~/web/mail-address";
import { cleanPhone } from "~/web/phone";
import { type Wish, wishes } from "./rules";

const answerField = v.object({ answer: choice(wishes) });

const yes = v.object({ point: optionalLine(64) });

const no = v.object({ reason: optionalText(500) });

// One letter at least: an emoji alone cannot be read out at the door.
const name = v.pipe(line(120), v.regex(/\p{L}/u, "bad-name"));

const address = v.pipe(
  optionalLine(254),
  v.transform((text) => text.toLowerCase()),
  v.check((text) => text === "" || isPlainAddress(text), "bad-email"),
);

const phone = v.pipe(
  optionalLine(40),
  v.transform((text) => (text === "" ? "" : cleanPhone(text))),
  v.check((number) => number !== null, "bad-phone"),
  v.transform((number) => number ?? ""),
);

const substitute = v.object({ name, position: optionalLine(200), email: address, phone });

/**
 * Reads what a guest answers: `answer` is yes, no or substitute; then `point`, `reason`, or `name`, `position`,
 * `email`, `phone`. Codes by field: required, too-long, bad-name, bad-email, bad-phone, and no-contact on `email`.
 */
export function parseAnswer(form: FormData): Parsed<Wish> {
  const chosen = parseForm(form, answerField);
  if (!chosen.ok) return chosen;
  const { answer } = chosen.value;
  if (answer === "yes")
    return parsed(parseForm(form, yes), ({ point }) => ({ answer, ...(point && { pointId: point }) }));
  if (answer === "no") return parsed(parseForm(form, no), ({ reason }) => ({ answer, reason }));
  const named = parseForm(form, substitute);
  if (named.ok && !named.value.email && !named.value.phone) return fieldError(form, "email", "no-contact");
  return parsed(named, ({ email, ...rest }) => ({ answer, substitute: { ...rest, email: email || null } }));
}

const parsed = <T>(form: Parsed<T>, toWish: (value: T) => Wish): Parsed<Wish> =>
  form.ok ? { ok: true, value: toWish(form.value) } : form;
