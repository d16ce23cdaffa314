import { transact, type Tx } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { gatherOccasion, type Occasion } from "../invitation/letters.server";
import { moveGuest } from "../move.writes.server";
import { withdrawGuest } from "../withdraw.writes.server";
import { actPortion, addOutcome, type ManyAct, noOutcome, type Outcome } from "./rules";
import { answerForGuest } from "./writes.server";

interface Many {
  eventId: string;
  ids: string[];
  act: ManyAct;
  /** Where to, for "move". */
  pointId?: string;
  actor: Actor;
  now: Date;
}

/** Does one thing with many guests, a few in each transaction; each is looked at and refused on its own. */
export async function actOnMany({ ids, ...given }: Many): Promise<Outcome> {
  let outcome = noOutcome;
  for (let at = 0; at < ids.length; at += actPortion) {
    const some = ids.slice(at, at + actPortion);
    outcome = await transact(async (tx) => {
      const occasion = await gatherOccasion(tx, { eventId: given.eventId });
      let sum = outcome;
      for (const participantId of some)
        sum = addOutcome(sum, await actOnOne(tx, { ...given, participantId, occasion }));
      return sum;
    });
  }
  return outcome;
}

type One = Omit<Many, "ids" | "eventId"> & { participantId: string; occasion: Occasion | null };

async function actOnOne(
  tx: Tx,
  { act, participantId, pointId, occasion, actor, now }: One,
): Promise<{ ok: true; changed?: boolean } | { ok: false; reason: string }> {
  const one = { participantId, actor, now };
  if (act === "move")
    return pointId ? moveGuest(tx, { ...one, pointId, occasion }) : { ok: false, reason: "unknown-point" };
  if (act === "withdraw") return withdrawGuest(tx, { ...one, occasion });
  return answerForGuest(tx, { ...one, wish: { answer: act } });
}
