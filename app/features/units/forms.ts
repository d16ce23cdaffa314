import * as v from "valibot";
import {
  choice,
  dayField,
  line,
  optionalDay,
  optionalEmail,
  optionalLine,
  optionalPhone,
  parseForm,
  tick,
} from "~/web/form";
import { duties, successionKinds, unitKinds } from "./rules";

const unitEntries = {
  name: line(300),
  shortName: optionalLine(80),
  code: v.pipe(
    optionalLine(40),
    v.check((code) => /^[\p{L}\p{N}._/-]*$/u.test(code), "bad-code"),
  ),
  kind: choice(unitKinds),
  parentId: optionalLine(40),
  activeFrom: optionalDay,
  rural: tick,
  border: tick,
};

/** A new unit. Codes: required, too-long, bad-code, bad-day. */
export const parseUnit = (form: FormData) => parseForm(form, v.object(unitEntries));

/** Changes of a unit. `naming` says whether a new name is a real renaming (then from when) or a mended slip. */
export const parseUnitChange = (form: FormData) =>
  parseForm(
    form,
    v.pipe(
      v.object({
        ...unitEntries,
        naming: v.optional(choice(["correction", "renamed"]), "correction"),
        renamedOn: optionalDay,
      }),
      v.forward(
        v.partialCheck(
          [["naming"], ["renamedOn"]],
          ({ naming, renamedOn }) => naming !== "renamed" || renamedOn !== "",
          "required",
        ),
        ["renamedOn"],
      ),
    ),
  );

/** The end of a unit. Codes: required, bad-day. */
export const parseClosing = (form: FormData) =>
  parseForm(
    form,
    v.object({
      lastDay: dayField,
      successorId: optionalLine(40),
      kind: v.optional(choice(successionKinds), "merged"),
      moveBelow: tick,
    }),
  );

/** A unit that followed. Codes: required, bad-day. */
export const parseSuccession = (form: FormData) =>
  parseForm(form, v.object({ successorId: line(40), kind: choice(successionKinds), on: dayField }));

/** Who takes up which position. Codes: required, too-long, bad-email, bad-phone, bad-day. */
export const parseAppointment = (form: FormData) =>
  parseForm(
    form,
    v.object({
      fullName: line(120),
      title: line(200),
      duty: choice(duties),
      email: optionalEmail,
      phone: optionalPhone,
      from: dayField,
    }),
  );

/** Until when somebody held a position. */
export const parseEnding = (form: FormData) => parseForm(form, v.object({ holdingId: line(40), until: dayField }));
