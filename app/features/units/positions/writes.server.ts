import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { holdings, people } from "#db/schema.server";
import type { Doer } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { addDays, type Day } from "~/web/time";
import type { Duty } from "../rules";
import { unitToManage } from "../writes.server";

interface Appointment {
  unitId: string;
  fullName: string;
  /** As printed: "Giám đốc Sở". */
  title: string;
  duty: Duty;
  /** Lower case, or "". */
  email: string;
  /** E.164, or "". */
  phone: string;
  from: Day;
  actor: Doer;
  now: Date;
}

/**
 * A person takes up a position in a unit from a day on. A new head ends the former head's term the day before.
 * Refused: "gone", "not-allowed", "unit-closed", "already" (holds it now), "head-later" (somebody became head on that day or after).
 */
export async function appoint(tx: Tx, { unitId, fullName, title, duty, email, phone, from, actor, now }: Appointment) {
  const found = await unitToManage(tx, { unitId, actor });
  if (!found.ok) return found;
  const { unit } = found;
  if (unit.activeTo && unit.activeTo < from) return refuse("unit-closed");
  const standing = await tx
    .select({
      id: holdings.id,
      personId: people.id,
      fullName: people.fullName,
      duty: holdings.duty,
      title: holdings.title,
      heldFrom: holdings.heldFrom,
    })
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .where(and(eq(holdings.unitId, unitId), isNull(holdings.heldTo)));
  const same = standing.find(
    (one) => one.duty === duty && one.title === title && fold(one.fullName) === fold(fullName),
  );
  if (same) return refuse("already");
  let replaced: string | null = null;
  for (const head of duty === "head" ? standing.filter((one) => one.duty === "head") : []) {
    if (head.heldFrom >= from) return refuse("head-later");
    await tx
      .update(holdings)
      .set({ heldTo: addDays(from, -1) })
      .where(eq(holdings.id, head.id));
    replaced = head.fullName;
  }
  const personId = await personOf(tx, { fullName, email, phone, now });
  const [row] = await tx
    .insert(holdings)
    .values({ unitId, personId, duty, title, heldFrom: from })
    .returning({ id: holdings.id });
  await record(tx, {
    actor,
    verb: "unit.appointed",
    subject: `unit:${unitId}`,
    detail: { name: fullName, title, from },
    now,
  });
  return { ok: true, holdingId: row?.id ?? "", replaced } as const;
}

/** The one who has this name and this address already, or a new person: two people may share an address or a name. */
async function personOf(
  tx: Tx,
  { fullName, email, phone, now }: Pick<Appointment, "fullName" | "email" | "phone" | "now">,
) {
  const known = email ? await tx.select().from(people).where(eq(people.email, email)) : [];
  const same = known.find((person) => fold(person.fullName) === fold(fullName));
  if (same) {
    if (phone && phone !== same.phone) await tx.update(people).set({ phone }).where(eq(people.id, same.id));
    return same.id;
  }
  const [row] = await tx
    .insert(people)
    .values({ fullName, email: email || null, phone, search: fold(fullName), createdAt: now })
    .returning({ id: people.id });
  return row?.id ?? "";
}

/** Ends a position after its last day. Refused: "gone", "not-allowed", "ends-before-start". */
export async function endHolding(
  tx: Tx,
  { holdingId, unitId, until, actor, now }: { holdingId: string; unitId: string; until: Day; actor: Doer; now: Date },
) {
  const found = await unitToManage(tx, { unitId, actor });
  if (!found.ok) return found;
  const [held] = await tx
    .select()
    .from(holdings)
    .where(and(eq(holdings.id, holdingId), eq(holdings.unitId, unitId)));
  if (!held) return refuse("gone");
  if (until < held.heldFrom) return refuse("ends-before-start");
  await tx.update(holdings).set({ heldTo: until }).where(eq(holdings.id, holdingId));
  await record(tx, {
    actor,
    verb: "unit.position-ended",
    subject: `unit:${unitId}`,
    detail: { title: held.title, until },
    now,
  });
  return { ok: true } as const;
}
