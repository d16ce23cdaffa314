import type { Tx } from "#db/client.server";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { postAward } from "../letters.server";
import { type RoundAct, roundToManage } from "./act.writes.server";
import { roundMessage } from "./letters.server";
import type { Round } from "./reads.server";
import { askedBy } from "./reminders.reads.server";
import { type AskingMatter, isLeftInPeace, notNow } from "./reminders.rules";

/** An asking by the clock: `occasion` names it in words, and whoever was written to since `quietSince` is left in peace. */
export interface Wave {
  occasion: string;
  quietSince: Date;
}

interface Asking {
  round: Round;
  matter: AskingMatter;
  now: Date;
  wave?: Wave;
}

/** Writes to those whom a round asks about a matter; gives how many letters are new. No rights are asked. */
export async function postAsking(tx: Tx, { round, matter, now, wave }: Asking): Promise<number> {
  const zone = zoneOf();
  const { readers } = await askedBy(tx, { roundId: round.id, matter, now });
  const occasion = wave?.occasion ?? `by-hand:${dayOf(now, zone)}`;
  const key = matter === "call" ? `award-call:${round.id}` : `award-${matter}:${round.id}:${occasion}`;
  let letters = 0;
  for (const reader of readers) {
    const { hadAt, count } = reader;
    const rests = wave ? hadAt !== null && hadAt >= wave.quietSince : isLeftInPeace(matter, hadAt, { now, zone });
    if (rests) continue;
    const message = roundMessage(round, { matter, count });
    letters += await postAward(tx, { ...message, roundId: round.id, readers: [reader], key, now });
  }
  return letters;
}

/**
 * Asks those whom a round waits for, as they are now; without a wave it is a press of the button. Refused: "not-allowed",
 * and why it is not the time, see `notNow`. Gives how many letters were written.
 */
export async function remindRound(tx: Tx, { matter, wave, ...act }: RoundAct & { matter: AskingMatter; wave?: Wave }) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const why = notNow(matter, asked.round, act.now);
  if (why) return refuse(why);
  const letters = await postAsking(tx, { round: asked.round, matter, now: act.now, wave });
  if (letters > 0)
    await record(tx, {
      ...{ actor: act.actor, actorName: "TenTen", verb: "award-round.reminded", now: act.now },
      ...{ subject: `award-round:${act.roundId}`, detail: { kind: matter, letters } },
    });
  return { ok: true, letters } as const;
}
