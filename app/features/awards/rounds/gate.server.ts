import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Actor } from "~/features/accounts/rules";
import { notFound } from "~/web/http.server";
import { findRoundFor, type Round, type RoundAccess } from "./reads.server";

/** Who is signed in, and a round they may see. Throws 404 where it does not exist for them. */
export async function roundToSee(
  request: Request,
  roundId = "",
): Promise<{ actor: Actor; round: Round; access: RoundAccess }> {
  const actor = await requireActor(request);
  const found = await findRoundFor(read, { roundId, actor });
  if (!found) throw notFound();
  return { actor, ...found };
}

/** The same for who runs it. Throws 404 also where they only see it. */
export async function roundToRun(request: Request, roundId = "") {
  const found = await roundToSee(request, roundId);
  if (!found.access.manages) throw notFound();
  return found;
}
