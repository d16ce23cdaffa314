import { transact } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { parseReason } from "~/features/awards/forms";
import { parseMeeting } from "~/features/awards/voting/forms";
import { votingWords } from "~/features/awards/voting/messages";
import { closePoll, giveCastingVote, openPoll, voidPoll } from "~/features/awards/voting/polls.writes.server";
import { type Attendance, attendances } from "~/features/awards/voting/rules";
import { changeMeeting, closeMeeting, markAttendance, openMeeting } from "~/features/awards/voting/writes.server";
import { flash } from "~/web/flash.server";
import { allValues, type FormErrors, fieldError, textFields } from "~/web/form";
import { forbidden, seeOther } from "~/web/http.server";
import { type Locale, wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { zoneOf } from "~/web/zone.server";

interface Press {
  form: FormData;
  roundId: string;
  meetingId: string;
  actor: Actor;
  now: Date;
  locale: Locale;
}
type Refused = { refused: FormErrors; status: number };

const fieldOf: Record<string, string> = {
  "no-reason": "reason",
  "no-category": "categoryId",
  "no-nominations": "categoryId",
};

/** The marks of the form: one radio for each seat. */
const marksIn = (form: FormData): Map<string, Attendance> =>
  new Map(
    Object.entries(textFields(form)).flatMap(([name, value]) => {
      const attendance = attendances.find((known) => known === value);
      return name.startsWith("at.") && attendance ? [[name.slice(3), attendance] as const] : [];
    }),
  );

/** What a press on the page of a meeting does. */
export async function act({ form, locale, ...at }: Press): Promise<Response | Refused> {
  const t = wordsFor(votingWords, locale);
  const pollId = String(form.get("poll") ?? "");
  const answer = (done: { ok: true } | { ok: false; reason: string }, said: string): Response | Refused => {
    if (done.ok) return seeOther(paths.councilMeeting(at.roundId, at.meetingId), [flash(said)]);
    if (done.reason === "not-allowed") throw forbidden();
    return { refused: fieldError(form, fieldOf[done.reason] ?? "form", done.reason), status: 409 };
  };
  switch (form.get("do")) {
    case "attendance":
    case "attendance-present": {
      const others = form.get("do") === "attendance-present" ? ("present" as const) : undefined;
      const marks = { ...at, attendance: marksIn(form), others };
      return answer(await transact((tx) => markAttendance(tx, marks)), t.said.changed);
    }
    case "open":
      return answer(await transact((tx) => openMeeting(tx, at)), t.said.opened);
    case "close":
      return answer(await transact((tx) => closeMeeting(tx, at)), t.said.closed);
    case "poll":
    case "run-off": {
      const among = form.get("do") === "run-off" ? allValues(form, "among") : null;
      const press = String(form.get("press"));
      const categoryId = String(form.get("categoryId") ?? "");
      return answer(await transact((tx) => openPoll(tx, { ...at, press, categoryId, among })), t.said.polled);
    }
    case "count":
      return answer(await transact((tx) => closePoll(tx, { ...at, pollId })), t.said.counted);
    case "void": {
      const read = parseReason(form);
      if (!read.ok) return { refused: read, status: 422 };
      return answer(await transact((tx) => voidPoll(tx, { ...at, pollId, ...read.value })), t.said.voided);
    }
    case "cast": {
      const nominationId = String(form.get("nominationId") ?? "");
      return answer(await transact((tx) => giveCastingVote(tx, { ...at, pollId, nominationId })), t.said.cast);
    }
  }
  const read = parseMeeting(form, zoneOf());
  if (!read.ok) return { refused: read, status: 422 };
  return answer(await transact((tx) => changeMeeting(tx, { ...at, ...read.value })), t.said.changed);
}
