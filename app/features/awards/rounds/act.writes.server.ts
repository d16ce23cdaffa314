import type { Tx } from "#db/client.server";
import { type By, type Doer, doerMay } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { findRound } from "./reads.server";
import { hasEnded } from "./rules";

export interface RoundAct extends By {
  roundId: string;
}

/** Keeps in the audit log what was done in a round: the verb is `<noun>.<what>`. */
export const notedAs =
  (noun: "award-round" | "scoring" | "council") =>
  (tx: Tx, { roundId, actor, now }: RoundAct, what: string, detail: Detail = {}) =>
    record(tx, { actor, verb: `${noun}.${what}`, subject: `award-round:${roundId}`, detail, now });

export const noted = notedAs("award-round");

/** The round when the doer runs it; otherwise why not. */
export async function roundToManage(tx: Tx, { roundId, actor }: { roundId: string; actor: Doer }) {
  const round = await findRound(tx, { roundId });
  if (!round || !doerMay(actor, "awards.manage", round.owner.path)) return refuse("not-allowed");
  return { ok: true, round } as const;
}

/** The same while the round has not ended: what is in it is as it was decided on. Refused also: "ended". */
export async function roundToChange(tx: Tx, act: { roundId: string; actor: Doer }) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  return hasEnded(asked.round.state) ? refuse("ended") : asked;
}
