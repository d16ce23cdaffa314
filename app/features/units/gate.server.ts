import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { type Actor, may } from "~/features/accounts/rules";
import { forbidden, notFound } from "~/web/http.server";
import { findUnit, type Unit } from "./reads.server";

/** Who is signed in, and the unit they may change. Throws 404 where there is none, 403 where it is out of their reach. */
export async function unitToManage(request: Request, unitId = ""): Promise<{ actor: Actor; unit: Unit }> {
  const actor = await requireActor(request);
  const unit = await findUnit(read, { unitId });
  if (!unit) throw notFound();
  if (!may(actor, "units.manage", unit.path)) throw forbidden();
  return { actor, unit };
}
