import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Actor } from "~/features/accounts/rules";
import { forbidden, notFound } from "~/web/http.server";
import { type EventFacts, findEventFor } from "./reads.server";

/** Who is signed in, and the event they may run. Throws 404 where it does not exist for them, 403 where they only see it. */
export async function eventToManage(request: Request, eventId = ""): Promise<{ actor: Actor; event: EventFacts }> {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event) throw notFound();
  if (event.access !== "manage") throw forbidden();
  return { actor, event };
}
