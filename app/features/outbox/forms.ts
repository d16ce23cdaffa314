import * as v from "valibot";
import { choice } from "~/web/form";

/** What may be pressed on the pages of letters. */
export const queueForm = v.object({ act: choice(["pause", "resume"]) });
export const letterForm = v.object({ act: choice(["resend", "cancel"]) });
