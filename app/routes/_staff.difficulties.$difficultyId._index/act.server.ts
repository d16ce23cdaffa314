import { transact, transactWhole } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { parseTaskTitle, parseWord } from "~/features/difficulties/forms";
import { difficultyWords } from "~/features/difficulties/messages";
import type { Difficulty } from "~/features/difficulties/reads.server";
import {
  dropDifficulty,
  makeTaskOfDifficulty,
  putOnAgenda,
  reopenDifficulty,
  solveDifficulty,
} from "~/features/difficulties/writes.server";
import { parseLineTask } from "~/features/tasks/conclusions/forms";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { flash } from "~/web/flash.server";
import { type FormErrors, fieldError } from "~/web/form";
import { forbidden, localPath, seeOther } from "~/web/http.server";
import { type Locale, wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";

interface Press {
  form: FormData;
  actor: Actor;
  difficulty: Difficulty;
  locale: Locale;
}
interface Refused {
  refused: FormErrors;
  status: number;
}

const steps = { solve: solveDifficulty, drop: dropDifficulty, reopen: reopenDifficulty };
const said = { solve: "resolved", drop: "dropped", reopen: "reopened" } as const;
const fieldOf: Record<string, string> = {
  "no-such-event": "eventId",
  "own-appraiser": "appraiserUnitId",
  "no-such-person": "responsibleId",
  "no-such-unit": "leadUnitId",
  "unit-closed": "leadUnitId",
};

/** What a press on the page does: solving, dropping, reopening, the agenda, and making a task. */
export async function act({ form, actor, difficulty, locale }: Press): Promise<Response | Refused> {
  const t = wordsFor(difficultyWords, locale);
  const at = { difficultyId: difficulty.id, actor, now: new Date() };
  const home = paths.difficulty(difficulty.id);
  const end = (done: { ok: true } | { ok: false; reason: string }, words: string, to = home): Response | Refused => {
    if (done.ok) return seeOther(to, [flash(words)]);
    if (done.reason === "not-allowed") throw forbidden();
    return { refused: fieldError(form, fieldOf[done.reason] ?? "form", done.reason), status: 409 };
  };
  const what = form.get("do");
  if (what === "solve" || what === "drop" || what === "reopen") {
    const read = parseWord(form);
    if (!read.ok) return { refused: read, status: 422 };
    return end(await transact((tx) => steps[what](tx, { ...at, ...read.value })), t.said[said[what]]);
  }
  if (what === "agenda") {
    const eventId = String(form.get("eventId") ?? "") || null;
    const done = await transact((tx) => putOnAgenda(tx, { ...at, eventId }));
    return end(done, t.said[eventId ? "on-agenda" : "off-agenda"], localPath(String(form.get("back") ?? ""), home));
  }
  if (what === "task") {
    const named = parseTaskTitle(form);
    if (!named.ok) return { refused: named, status: 422 };
    const read = parseLineTask(form, { year: at.now.getUTCFullYear() });
    if (!read.ok) return { refused: read, status: 422 };
    const done = await transactWhole((tx) => makeTaskOfDifficulty(tx, { ...at, ...named.value, task: read.value }));
    const words = wordsFor(conclusionWords, locale);
    return end(done, done.ok && !done.assigned && !done.again ? words.drafted : words.assigned);
  }
  return { refused: fieldError(form, "form", "wrong-state"), status: 422 };
}
