import type { Tx } from "#db/client.server";
import { type Actor, may } from "~/features/accounts/rules";
import { appoint } from "~/features/units/positions/writes.server";
import { findUnit, holdersOf } from "~/features/units/reads.server";
import { isHeld } from "~/features/units/rules";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { dayIn } from "./row.writes.server";

/** A person who stands in no list yet. */
export interface NewPerson {
  fullName: string;
  title: string;
  /** Lower case, or "". */
  email: string;
}

/**
 * Notes somebody who is to do a task as a contact of the unit that leads it, and gives their id; whoever holds that
 * position already is taken. Refused: "no-such-unit", "unit-closed", "not-allowed" (neither their plan nor their unit).
 */
export async function appointResponsible(
  tx: Tx,
  { unitId, person, actor, now }: { unitId: string; person: NewPerson; actor: Actor; now: Date },
) {
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("no-such-unit");
  if (unit.activeTo !== null) return refuse("unit-closed");
  if (!may(actor, "tasks.manage", unit.path) && !may(actor, "tasks.do", unit.path)) return refuse("not-allowed");
  const from = await dayIn(tx, now);
  const noted = await appoint(tx, { unitId, ...person, duty: "contact", phone: "", from, actor, now });
  if (!noted.ok && noted.reason !== "already") return refuse("no-such-unit");
  const holders = await holdersOf(tx, { unitId });
  const held = holders.find((one) =>
    noted.ok
      ? one.holdingId === noted.holdingId
      : isHeld(one, from) && one.title === person.title && fold(one.fullName) === fold(person.fullName),
  );
  return held ? ({ ok: true, personId: held.personId } as const) : refuse("no-such-unit");
}
