import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Actor } from "~/features/accounts/rules";
import { forbidden, notFound } from "~/web/http.server";
import { type Difficulty, findDifficultyFor } from "./reads.server";
import type { DifficultyAccess } from "./rules";

/** Who is signed in, and a difficulty they may see. Throws 404 where it does not exist for them. */
export async function difficultyToSee(
  request: Request,
  difficultyId = "",
): Promise<{ actor: Actor; difficulty: Difficulty }> {
  const actor = await requireActor(request);
  const difficulty = await findDifficultyFor(read, { difficultyId, actor });
  if (!difficulty) throw notFound();
  return { actor, difficulty };
}

/** The same for one who may do at least one of these to it. Throws 403 where they only see it. */
export async function difficultyToAct(
  request: Request,
  difficultyId: string | undefined,
  ...rights: (keyof DifficultyAccess)[]
) {
  const found = await difficultyToSee(request, difficultyId);
  if (!rights.some((right) => found.difficulty.access[right])) throw forbidden();
  return found;
}
