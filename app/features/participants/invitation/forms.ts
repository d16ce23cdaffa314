import * as v from "valibot";
import { allValues, optionalText, type Parsed, parseForm } from "~/web/form";
import { type Audience, audiences } from "./rules";

const fields = v.object({
  to: v.picklist(audiences, "required"),
  note: optionalText(1000),
  press: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "required"))),
});

export interface InviteForm {
  to: Audience;
  note: string;
  /** The name of this press, made with the preview. */
  press: string | undefined;
  /** The ticked people; undefined when nobody was ticked. */
  only: string[] | undefined;
}

/** To whom invitations are to go and with which words; `guest` is repeated for ticked people. */
export function parseInvite(form: FormData): Parsed<InviteForm> {
  const parsed = parseForm(form, fields);
  if (!parsed.ok) return parsed;
  const ids = [...new Set(allValues(form, "guest"))].filter((id) => /^[\w-]{1,64}$/.test(id));
  return {
    ok: true,
    value: { ...parsed.value, press: parsed.value.press, only: parsed.value.to === "chosen" ? ids : undefined },
  };
}
