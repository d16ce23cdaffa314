import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Act } from "~/features/accounts/rules";
import { letterFor } from "~/features/outbox/reads.server";
import { notFound } from "~/web/http.server";
import { lettersHidden } from "./letters.reads.server";

/** Who is signed in, and a letter with which they may do `act`. Throws 404 where it does not exist for them: a conflict looks like nothing. */
export async function letterToSee(request: Request, act: Act, letterId = "") {
  const actor = await requireActor(request);
  const found = await letterFor(read, { letterId, actor, act });
  if (!found || (await lettersHidden(read, { actor, now: new Date() })).includes(letterId)) throw notFound();
  return { actor, ...found };
}
