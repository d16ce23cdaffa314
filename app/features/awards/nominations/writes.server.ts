import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardCategories, awardRounds, nominations } from "#db/schema.server";
import type { By, Doer } from "~/features/accounts/rules";
import { findUnit } from "~/features/units/reads.server";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { nomineeKey } from "../keys.rules";
import type { AwardForm, NomineeKind } from "../terms.rules";
import { inTime } from "./in-time.reads.server";
import { findNomination, type Nomination, unitAccess } from "./reads.server";
import { isWithUnit } from "./rules";
import { type NominationAct, noteStep } from "./story.writes.server";

export interface NomineeFacts {
  kind: NomineeKind;
  nomineeName: string;
  nomineePosition: string;
  nomineeUnitId: string | null;
  form: AwardForm;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
}

const searchOf = ({ nomineeName, nomineePosition }: NomineeFacts, unitName: string) =>
  fold(`${nomineeName} ${nomineePosition} ${unitName}`).slice(0, 1000);

/** `was`: the unit that stands there; it stays, also where this doer could not choose it. */
async function factsRefused(
  tx: Tx,
  { kind, form, nomineeUnitId, actor }: NomineeFacts & { actor: Doer },
  category: typeof awardCategories.$inferSelect,
  was: string | null = null,
) {
  if (!category.nomineeKinds.includes(kind)) return "kind-not-taken" as const;
  if (!category.forms.includes(form)) return "form-not-given" as const;
  if (nomineeUnitId && nomineeUnitId !== was) {
    const unit = await findUnit(tx, { unitId: nomineeUnitId });
    // The page of a dossier tells how its nominee stands with tasks: no unit reads that of another by naming it.
    if (!unit || unit.activeTo || !unitAccess(actor, unit.path).write) return "no-such-unit" as const;
  }
  return kind === "unit" && !nomineeUnitId ? ("needs-unit" as const) : null;
}

/**
 * Begins a dossier of a unit. The same `press`, sent twice, begins one. Refused: "no-unit", "not-allowed", "unit-closed", "no-category",
 * "round-closed" (not called, or out of time), "kind-not-taken", "form-not-given", "no-such-unit", "needs-unit".
 */
export async function startNomination(
  tx: Tx,
  {
    press,
    categoryId,
    unitId,
    actor,
    now,
    ...facts
  }: NomineeFacts & By & { press?: string; categoryId: string; unitId: string },
) {
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("no-unit");
  if (!unitAccess(actor, unit.path).write) return refuse("not-allowed");
  if (unit.activeTo) return refuse("unit-closed");
  const [found] = await tx
    .select({ category: awardCategories, round: awardRounds })
    .from(awardCategories)
    .innerJoin(awardRounds, eq(awardRounds.id, awardCategories.roundId))
    .where(eq(awardCategories.id, categoryId));
  if (!found) return refuse("no-category");
  const { category, round } = found;
  const id = idOfPress(press);
  const [made] = await tx.select({ id: nominations.id }).from(nominations).where(eq(nominations.id, id));
  if (made) return { ok: true, nominationId: id } as const;
  const time = await inTime(tx, { roundId: round.id, unitId, now });
  if (round.state !== "published" || !time.open) return refuse("round-closed");
  const refused = await factsRefused(tx, { ...facts, actor }, category);
  if (refused) return refuse(refused);
  await tx.insert(nominations).values({
    ...{ ...facts, id, roundId: round.id, categoryId, unitId, nomineeKey: nomineeKey(facts.nomineeName) },
    ...{ search: searchOf(facts, unit.name), createdAt: now, updatedAt: now, createdBy: actor?.userId ?? null },
  });
  await noteStep(tx, { nominationId: id, actor, now }, "created", "", { nominee: facts.nomineeName });
  return { ok: true, nominationId: id } as const;
}

/** The dossier when this person's unit may still write in it; otherwise why not. */
export async function toWrite(tx: Tx, { nominationId, actor }: NominationAct) {
  const nomination = await findNomination(tx, { nominationId });
  if (!nomination || !unitAccess(actor, nomination.unit.path).write) return refuse("not-allowed");
  if (!isWithUnit(nomination.state)) return refuse("handed-in");
  if (nomination.round.state !== "published") return refuse("round-closed");
  return { ok: true, nomination } as const;
}

/** What was signed is no longer what stands there: the head signs anew. */
export async function touched(tx: Tx, act: NominationAct, nomination: Nomination) {
  const unsign = nomination.state === "signed";
  await tx
    .update(nominations)
    .set({
      ...{ updatedAt: act.now },
      ...(unsign && { state: "draft" as const, signedAt: null, signedBy: null, signedByPersonId: null }),
    })
    .where(eq(nominations.id, act.nominationId));
  if (unsign) await noteStep(tx, act, "unsigned");
}

/** Changes who is nominated. Refused: "not-allowed", "handed-in", "round-closed", and as beginning a dossier. */
export async function changeNominee(tx: Tx, { nominationId, actor, now, ...facts }: NominationAct & NomineeFacts) {
  const act = { nominationId, actor, now };
  const asked = await toWrite(tx, act);
  if (!asked.ok) return asked;
  const refused = await factsRefused(
    tx,
    { ...facts, actor },
    asked.nomination.category,
    asked.nomination.nomineeUnitId,
  );
  if (refused) return refuse(refused);
  const was = asked.nomination;
  const names = Object.keys(facts) as (keyof NomineeFacts)[];
  if (names.every((name) => facts[name] === was[name])) return { ok: true } as const;
  await tx
    .update(nominations)
    .set({
      ...{ ...facts, nomineeKey: nomineeKey(facts.nomineeName) },
      search: searchOf(facts, asked.nomination.unit.name),
    })
    .where(eq(nominations.id, nominationId));
  await touched(tx, act, asked.nomination);
  await noteStep(tx, act, "changed", "", { nominee: facts.nomineeName });
  return { ok: true } as const;
}
