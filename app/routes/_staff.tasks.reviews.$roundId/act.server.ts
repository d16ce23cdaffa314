import { transact } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { isId } from "~/features/tasks/query.rules";
import { parseJudgement } from "~/features/tasks/review/forms";
import { reviewWords } from "~/features/tasks/review/messages";
import type { Round } from "~/features/tasks/review/reads.server";
import { parseSeen, type UnseenVerdict } from "~/features/tasks/review/rules";
import { applyVerdicts, closeRound, giveVerdict } from "~/features/tasks/review/writes.server";
import { flash } from "~/web/flash.server";
import { type FormErrors, fieldError } from "~/web/form";
import { forbidden, seeOther } from "~/web/http.server";
import { formatNumber, type Locale, wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";

interface Press {
  form: FormData;
  actor: Actor;
  round: Round;
  locale: Locale;
}

type Refused = FormErrors & { unseen?: UnseenVerdict[] };

const fieldOf: Record<string, string> = {
  "no-reason": "reason",
  "needs-date": "due",
  "starts-after-due": "due",
  "needs-task": "intoTaskId",
  "no-such-task": "intoTaskId",
  itself: "intoTaskId",
};

/** What a press on the page of a round does: a verdict, applying one or all, closing. */
export async function act({
  form,
  actor,
  round,
  locale,
}: Press): Promise<Response | { refused: Refused; status: number }> {
  const t = wordsFor(reviewWords, locale);
  const at = { roundId: round.id, actor, now: new Date() };
  const taskId = [String(form.get("task") ?? "")].find(isId) ?? "";
  const refuse = (reason: string) => {
    if (reason === "not-allowed") throw forbidden();
    return { refused: fieldError(form, fieldOf[reason] ?? "form", reason), status: 409 };
  };
  const what = form.get("do");
  const home = `${paths.taskReview(round.id)}${taskId ? `#task-${taskId}` : ""}`;
  if (what === "close") {
    const done = await transact((tx) => closeRound(tx, at));
    return done.ok ? seeOther(home, [flash(t.said.closed)]) : refuse(done.reason);
  }
  if (what === "apply" || what === "apply-all") {
    const taskIds = what === "apply" ? [taskId] : undefined;
    const seen = parseSeen(String(form.get("seen")));
    const done = await transact((tx) => applyVerdicts(tx, { ...at, taskIds, seen }));
    // Nothing was typed, so that no verdict's form is to open.
    if (!done.ok && "unseen" in done)
      return { refused: { ...fieldError(form, "form", done.reason), values: {}, unseen: done.unseen }, status: 409 };
    if (!done.ok) return refuse(done.reason);
    const said = t.appliedCount(formatNumber(done.applied, locale), formatNumber(done.left, locale));
    return seeOther(home, [flash(said, done.left > 0 ? "warning" : "success")]);
  }
  const read = parseJudgement(form, { taskId, year: at.now.getUTCFullYear() });
  if (!read.ok) return { refused: read, status: 422 };
  const seen = parseSeen(String(form.get("seen")));
  const done = await transact((tx) => giveVerdict(tx, { ...at, taskId, judgement: read.value, seen }));
  if (!done.ok && "unseen" in done)
    return { refused: { ...fieldError(form, "form", done.reason), unseen: done.unseen }, status: 409 };
  return done.ok ? seeOther(home, [flash(t.said.given)]) : refuse(done.reason);
}
