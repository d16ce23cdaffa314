import { transact } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { parseAnswer } from "~/features/participants/answer/forms";
import { guestValues, parseBounce, parseGuest } from "~/features/participants/forms";
import { guestWords } from "~/features/participants/guests/messages";
import { answerForGuest, renewGuestLink } from "~/features/participants/guests/writes.server";
import { markOfGuest } from "~/features/participants/data.rules";
import { changeGuest, clearBounce, markBounced, moveGuest, withdrawGuest } from "~/features/participants/writes.server";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";

/** What was not done, and what the page needs to say so where it was pressed. */
export interface Refused {
  about: "data" | "answer" | "move" | "link" | "bounce" | "withdraw";
  status: number;
  /** By field; "form" is the whole act. */
  errors: Record<string, string>;
  values: Record<string, string>;
  /** What stands now where somebody else was faster, and its mark. */
  current?: Record<string, string>;
  seen?: string;
  /** A new link for somebody without an address, shown once. */
  link?: string;
  /** The consequences are to be read first. */
  sure?: boolean;
}

interface Act {
  request: Request;
  actor: Actor;
  event: { id: string };
  guest: { id: string; fullName: string; standIn: { id: string } | null };
  now: Date;
}

const refuse = (about: Refused["about"], reason: string, status = 409): Refused => ({
  about,
  status,
  errors: { form: reason },
  values: {},
});

/** Does what was pressed on a guest's page: a redirect when it is done, else what to show. */
export async function runAct(act: Act): Promise<Response | Refused> {
  const form = await act.request.formData();
  const wish = String(form.get("do"));
  const pressed = Object.hasOwn(acts, wish) ? acts[wish] : undefined;
  if (!pressed) throw new Response("Bad request", { status: 400 });
  return pressed(act, form);
}

const wordsOf = (act: Act) => wordsFor(guestWords, localeOf(act.request)).page;
const back = (act: Act, said: string) => seeOther(paths.guest(act.event.id, act.guest.id), [flash(said)]);
const on = ({ guest, actor, now }: Act) => ({ participantId: guest.id, actor, now });

const acts: Record<string, (act: Act, form: FormData) => Promise<Response | Refused>> = {
  save,
  answer,
  move,
  renew: (act) => renew(act, act.guest.id),
  "renew-stand-in": (act) => renew(act, act.guest.standIn?.id ?? ""),
  bounced: bounce,
  unbounced: unbounce,
  withdraw,
};

async function save(act: Act, form: FormData): Promise<Response | Refused> {
  const parsed = parseGuest(form);
  if (!parsed.ok) return { ...parsed, about: "data", status: 422 };
  const done = await transact((tx) => changeGuest(tx, { ...on(act), ...parsed.value }));
  if (done.ok) {
    const words = wordsFor(guestWords, localeOf(act.request)).form;
    return back(act, done.changed && done.newAddress ? words.savedNewAddress : words.saved);
  }
  if (done.reason === "changed-meanwhile") {
    const seen = { current: guestValues(done.current), seen: markOfGuest(done.current) };
    return { ...fieldError(form, "form", done.reason), ...seen, about: "data", status: 409 };
  }
  const field = done.reason === "already-on-list" ? "name" : done.reason === "not-allowed" ? "unitId" : "form";
  return { ...fieldError(form, field, done.reason), about: "data", status: 409 };
}

async function answer(act: Act, form: FormData): Promise<Response | Refused> {
  const parsed = parseAnswer(form);
  if (!parsed.ok) return { ...parsed, about: "answer", status: 422 };
  const done = await transact((tx) => answerForGuest(tx, { ...on(act), wish: parsed.value }));
  if (!done.ok) return { ...fieldError(form, "form", done.reason), about: "answer", status: 409 };
  const t = wordsOf(act);
  return back(act, done.changed ? t.noted : t.unchanged);
}

async function move(act: Act, form: FormData): Promise<Response | Refused> {
  const done = await transact((tx) => moveGuest(tx, { ...on(act), pointId: String(form.get("to") ?? "") }));
  return done.ok ? back(act, wordsOf(act).moved) : refuse("move", done.reason);
}

async function renew(act: Act, participantId: string): Promise<Response | Refused> {
  const done = await transact((tx) => renewGuestLink(tx, { ...on(act), participantId }));
  if (!done.ok) return refuse("link", done.reason);
  // The link is a secret: it stands on this one page and in no address, cookie or log.
  if (done.link) return { about: "link", status: 200, errors: {}, values: {}, link: done.link };
  return back(act, wordsOf(act).renewed);
}

async function bounce(act: Act, form: FormData): Promise<Response | Refused> {
  const parsed = parseBounce(form);
  if (!parsed.ok) return { ...parsed, about: "bounce", status: 422 };
  const done = await transact((tx) => markBounced(tx, { ...on(act), reason: parsed.value.reason }));
  return done.ok ? back(act, wordsOf(act).bounceMarked) : refuse("bounce", done.reason);
}

async function unbounce(act: Act): Promise<Response | Refused> {
  const done = await transact((tx) => clearBounce(tx, on(act)));
  return done.ok ? back(act, wordsOf(act).unbounced) : refuse("bounce", done.reason);
}

async function withdraw(act: Act, form: FormData): Promise<Response | Refused> {
  if (form.get("sure") !== "1") return { about: "withdraw", status: 200, errors: {}, values: {}, sure: true };
  const done = await transact((tx) => withdrawGuest(tx, on(act)));
  if (!done.ok) return refuse("withdraw", done.reason);
  return seeOther(paths.guests(act.event.id), [flash(wordsOf(act).withdrawn(act.guest.fullName))]);
}
