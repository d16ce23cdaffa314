import { addHours, addMinutes } from "date-fns";
import { pageOf } from "~/web/paging";

/** What a letter is about, as the outbox keeps it; it knows no feature. */
export const topicOf = {
  event: (eventId: string) => `event:${eventId}`,
  sign: "sign-in",
  accounts: "accounts",
  tasks: "tasks",
  awards: (roundId: string) => `awards:${roundId}`,
};
/** Whom a letter is for. */
export const recipientOf = {
  participant: (participantId: string) => `participant:${participantId}`,
  user: (userId: string) => `user:${userId}`,
  person: (personId: string) => `person:${personId}`,
};

/** Scope of a pause that holds every letter. */
export const everyLetter = "all";

export type Failure = "permanent" | "temporary" | "throttled" | "auth" | "connection" | "unreadable";

const waitsInMinutes = [1, 2, 5, 15, 30, 60];
/** For so long a letter is tried; five days is what mail servers themselves do (RFC 5321, 4.5.4.1). */
const triedForHours = 120;

export interface Attempt {
  failure: Failure;
  /** Attempts made so far, this one included. */
  attempts: number;
  writtenAt: Date;
  sendBy: Date | null;
  now: Date;
  /** 0 … 1, to spread the next tries so that they do not come all at once. */
  chance: number;
}

/** What becomes of a letter that the server did not take: another try at a moment, or the end. */
export function afterFailure({
  failure,
  attempts,
  writtenAt,
  sendBy,
  now,
  chance,
}: Attempt): { state: "queued"; dueAt: Date } | { state: "failed" | "expired" } {
  if (failure === "permanent" || failure === "unreadable") return { state: "failed" };
  const minutes = waitsInMinutes[attempts - 1] ?? 60;
  const dueAt = addMinutes(now, Math.max(1, minutes * (0.75 + chance / 2)));
  if (sendBy && dueAt >= sendBy) return { state: "expired" };
  if (dueAt > addHours(writtenAt, triedForHours)) return { state: "failed" };
  return { state: "queued", dueAt };
}

/** How long the whole relay rests after it could not be reached `times` times in a row, in milliseconds. */
export const relayRest = (times: number): number => Math.min(60_000, 2_000 * 2 ** Math.min(times, 5));

/** How many letters leave at once: halved when the relay says "too many", one more after each quiet batch. */
export const nextConcurrency = (now: number, most: number, throttled: boolean): number =>
  throttled ? Math.max(1, Math.floor(now / 2)) : Math.min(most, now + 1);

export const letterStates = ["queued", "claimed", "sent", "failed", "cancelled", "expired"] as const;
export type LetterState = (typeof letterStates)[number];

/** A letter can be sent again when it has ended; a waiting one is on its way already. */
export const canResend = (state: LetterState): boolean => state !== "queued" && state !== "claimed";
export const canCancel = (state: LetterState): boolean => state === "queued" || state === "claimed";

/** Letters whose words open a door; nobody but their reader sees them. */
export const isSecret = (kind: string): boolean => kind === "sign-in";

/** The event a letter is about, or null. */
export const eventOfTopic = (topic: string): string | null => (topic.startsWith("event:") ? topic.slice(6) : null);

/** Minutes by which the oldest waiting letter is late, once that is worth an alarm; else null. */
export function lateness(oldestDueAt: Date | null, now: Date): number | null {
  const minutes = oldestDueAt ? Math.floor((now.getTime() - oldestDueAt.getTime()) / 60_000) : 0;
  return minutes >= 5 ? minutes : null;
}

/** The filter of a list of letters as its address holds it. */
export function filterOf(search: URLSearchParams) {
  const state = letterStates.find((known) => known === search.get("state"));
  return {
    state,
    kind: (search.get("kind") ?? "").slice(0, 40),
    term: (search.get("q") ?? "").slice(0, 200),
    page: pageOf(search),
  };
}
