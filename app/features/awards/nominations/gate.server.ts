import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Actor } from "~/features/accounts/rules";
import { notFound } from "~/web/http.server";
import { findNominationFor, type Nomination, type NominationAccess } from "./reads.server";

/** Who is signed in, and a dossier they may see. Throws 404 where it does not exist for them: a conflict looks like nothing. */
export async function nominationToSee(
  request: Request,
  nominationId = "",
): Promise<{ actor: Actor; nomination: Nomination; access: NominationAccess; sees: (id: string) => boolean }> {
  const actor = await requireActor(request);
  const found = await findNominationFor(read, { nominationId, actor, now: new Date() });
  if (!found) throw notFound();
  return { actor, ...found };
}
