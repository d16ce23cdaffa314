import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Act, Actor } from "~/features/accounts/rules";
import { letterFor } from "~/features/outbox/reads.server";
import { forbidden, notFound } from "~/web/http.server";
import { lettersHidden } from "./letters.reads.server";
import { roundToSee } from "./rounds/gate.server";
import type { Round, RoundAccess } from "./rounds/reads.server";
import { type RoundSight, sightOf } from "./sight.reads.server";

export interface Council {
  actor: Actor;
  round: Round;
  access: RoundAccess;
  sight: RoundSight;
  /** The moment of which the rest tells. */
  now: Date;
}

/** Who is signed in, and the council's side of a round as they see it. Throws 404 where they have none, 403 where they oversee the round. */
export async function councilToSee(request: Request, roundId = ""): Promise<Council> {
  const { actor, round, access } = await roundToSee(request, roundId);
  const now = new Date();
  const sight = await sightOf(read, { actor, roundId: round.id, now });
  if (!sight) throw access.oversees ? forbidden() : notFound();
  return { actor, round, access, sight, now };
}

/** The same for who runs the round. Throws 404 to its council too. */
export async function councilToRun(request: Request, roundId = ""): Promise<Council> {
  const found = await councilToSee(request, roundId);
  if (!found.access.manages) throw notFound();
  return found;
}

/** Who is signed in, and a letter with which they may do `act`. Throws 404 where it does not exist for them: a conflict looks like nothing. */
export async function letterToSee(request: Request, act: Act, letterId = "") {
  const actor = await requireActor(request);
  const found = await letterFor(read, { letterId, actor, act });
  if (!found || (await lettersHidden(read, { actor, now: new Date() })).includes(letterId)) throw notFound();
  return { actor, ...found };
}
