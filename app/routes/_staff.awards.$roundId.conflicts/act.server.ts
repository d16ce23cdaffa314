import type { Tx } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import type { DeclarationLine } from "~/features/awards/conflicts/declared.reads.server";
import { parseDeclaration, parseLift, parsePin } from "~/features/awards/conflicts/forms";
import { conflictWords } from "~/features/awards/conflicts/messages";
import { declareConflicts, liftConflict, pinConflict } from "~/features/awards/conflicts/writes.server";
import { flash } from "~/web/flash.server";
import { type FormErrors, fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { type Locale, wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";

interface Act {
  roundId: string;
  actor: Actor;
  now: Date;
  body: FormData;
  lines: readonly DeclarationLine[];
  locale: Locale;
}
type Done = { ok: true; to: Response } | { ok: false; refused: FormErrors };

/** What a button of the page asks for: to set a conflict, to lift one, or to declare the own. */
export async function act(tx: Tx, { body, lines, locale, ...at }: Act): Promise<Done> {
  const { said } = wordsFor(conflictWords, locale);
  const here = paths.awardConflicts(at.roundId);
  const what = body.get("do");
  if (what === "pin") {
    const form = parsePin(body);
    if (!form.ok) return { ok: false, refused: form };
    const done = await pinConflict(tx, { ...at, ...form.value });
    if (done.ok) return { ok: true, to: seeOther(here, [flash(said.pinned)]) };
    const field = done.reason === "no-member" ? "memberId" : done.reason === "no-nomination" ? "nominationId" : "form";
    return { ok: false, refused: fieldError(body, field, done.reason) };
  }
  if (what === "lift") {
    const form = parseLift(body);
    if (!form.ok) return { ok: false, refused: form };
    const [memberId = "", nominationId = ""] = form.value.pair.split(":");
    const done = await liftConflict(tx, { ...at, memberId, nominationId, reason: form.value.why });
    if (done.ok) return { ok: true, to: seeOther(here, [flash(said.lifted)]) };
    return {
      ok: false,
      refused: fieldError(
        body,
        done.reason === "not-allowed" || done.reason === "ended" ? "form" : "pair",
        done.reason,
      ),
    };
  }
  const form = parseDeclaration(body);
  if (!form.ok) return { ok: false, refused: form };
  const named = form.value;
  // A box that cannot be unticked is not sent along.
  for (const { key, kept, reason } of lines) if (kept) named.set(key, reason ?? "");
  const chosen = lines.filter(({ key }) => named.has(key));
  const conflicts = new Map(
    chosen.flatMap(({ key, nominationIds }) => nominationIds.map((id) => [id, named.get(key) ?? ""] as const)),
  );
  const done = await declareConflicts(tx, { ...at, conflicts });
  if (done.ok) return { ok: true, to: seeOther(paths.award(at.roundId), [flash(said.declared)]) };
  const missing = "nominationId" in done ? chosen.find((line) => line.nominationIds.includes(done.nominationId)) : null;
  return { ok: false, refused: fieldError(body, missing ? `reason.${missing.key}` : "form", done.reason) };
}
