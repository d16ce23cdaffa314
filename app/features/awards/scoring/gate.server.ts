import { read } from "#db/client.server";
import { notFound, seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
import { type Council, councilToSee } from "../gate.server";
import type { Seat } from "../conflicts/reads.server";
import { queueOf } from "./reads.server";

interface ScoreParams {
  roundId?: string;
  nominationId?: string;
}

/** The council's side of a round for a member of it; who has not declared conflicts yet is led there first. Throws 404 to others. */
export async function memberToScore(request: Request, roundId = ""): Promise<Council & { seat: Seat }> {
  const found = await councilToSee(request, roundId);
  const { seat } = found.sight;
  if (!seat) throw notFound();
  if (seat.declaredAt === null) throw seeOther(paths.awardConflicts(found.round.id));
  return { ...found, seat };
}

/**
 * The same with a dossier that was given to the member, and the one to score after it. Throws 404, alike for a conflict,
 * for what was given to others and for nothing.
 */
export async function dossierToScore(request: Request, { roundId = "", nominationId = "" }: ScoreParams) {
  const found = await memberToScore(request, roundId);
  const { sight, seat, round } = found;
  const queue = await queueOf(read, { sight, seat, categories: round.categories });
  const line = queue.find((one) => one.nominationId === nominationId);
  const category = round.categories.find(({ id }) => id === line?.categoryId);
  if (!line || !category || !sight.sees(nominationId)) throw notFound();
  const waits = ({ state }: { state: string }) => state === "open" || state === "begun";
  const next = queue.find((one) => one !== line && waits(one))?.nominationId ?? null;
  return { ...found, line, category, nominationId, next };
}
