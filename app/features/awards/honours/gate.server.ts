import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Actor } from "~/features/accounts/rules";
import { notFound } from "~/web/http.server";
import { findHonourFor, type Honour } from "./reads.server";

/** Who is signed in, and an award they may work with. Throws 404 where it does not exist for them. */
export async function honourToSee(
  request: Request,
  honourId = "",
): Promise<{ actor: Actor; honour: Honour; manages: boolean }> {
  const actor = await requireActor(request);
  const found = await findHonourFor(read, { honourId, actor, now: new Date() });
  if (!found) throw notFound();
  return { actor, ...found };
}
