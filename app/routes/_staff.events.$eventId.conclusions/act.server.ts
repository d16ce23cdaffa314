import { data } from "@remix-run/node";
import { transact, transactWhole } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import type { EventFacts } from "~/features/events/reads.server";
import { parseLine, parseLines, parseLineTask } from "~/features/tasks/conclusions/forms";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import {
  addConclusions,
  changeConclusion,
  makeTaskOfLine,
  moveConclusion,
  removeConclusion,
} from "~/features/tasks/conclusions/writes.server";
import { flash } from "~/web/flash.server";
import { type FormErrors, fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { formatNumber, type Locale, wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { dayOf } from "~/web/time";

interface Press {
  form: FormData;
  actor: Actor;
  event: EventFacts;
  locale: Locale;
}

const fieldOf: Record<string, string> = {
  "no-such-unit": "leadUnitId",
  "unit-closed": "leadUnitId",
  "own-appraiser": "appraiserUnitId",
  "no-such-person": "responsibleId",
};

/** What a press on the page does: adding, pasting, wording, moving, removing, and making a task of a line. */
export async function act({ form, actor, event, locale }: Press) {
  const t = wordsFor(conclusionWords, locale);
  const at = { eventId: event.id, actor, now: new Date() };
  const line = { ...at, lineId: String(form.get("line")) };
  const home = paths.eventConclusions(event.id);
  const mend = (refused: FormErrors, status = 422) => data(refused, status);
  const end = (done: { ok: true } | { ok: false; reason: string }, said?: string, to = home) => {
    if (!done.ok) return mend(fieldError(form, fieldOf[done.reason] ?? "form", done.reason), 409);
    return seeOther(to, said ? [flash(said)] : []);
  };
  switch (form.get("do")) {
    case "paste": {
      const read = parseLines(form);
      if (!read.ok) return mend(read);
      const { texts } = read.value;
      const press = String(form.get("press"));
      const done = await transact((tx) => addConclusions(tx, { ...at, texts, press }));
      return end(done, done.ok ? t.added(formatNumber(done.added || texts.length, locale)) : "");
    }
    case "edit": {
      const read = parseLine(form);
      if (!read.ok) return mend(read);
      const seen = new Date(Number(form.get("seen")));
      return end(await transact((tx) => changeConclusion(tx, { ...line, ...read.value, seen })), t.changed);
    }
    case "up":
    case "down": {
      const step = form.get("do") === "up" ? "up" : "down";
      return end(await transact((tx) => moveConclusion(tx, { ...line, step })));
    }
    case "remove":
      return end(await transact((tx) => removeConclusion(tx, line)), t.removed);
    case "task": {
      const read = parseLineTask(form, { year: Number(dayOf(event.startsAt, event.zone).slice(0, 4)) });
      if (!read.ok) return mend(read);
      const done = await transactWhole((tx) => makeTaskOfLine(tx, { ...line, task: read.value }));
      return end(done, done.ok && !done.assigned && !done.again ? t.drafted : t.assigned);
    }
    default: {
      const read = parseLine(form);
      if (!read.ok) return mend(read);
      const press = String(form.get("press"));
      return end(await transact((tx) => addConclusions(tx, { ...at, texts: [read.value.text], press })));
    }
  }
}
