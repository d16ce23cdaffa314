import { and, count, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import {
  awardCategories,
  awardRounds,
  lateExceptions,
  nominationFiles,
  nominations,
  nominationSteps,
  nominationTexts,
  nominationTextVersions,
} from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { keepFile } from "~/features/files/writes.server";
import { findUnit } from "~/features/units/reads.server";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { achievementKey, nomineeKey } from "../keys.rules";
import { isOpen } from "../rounds/phases.rules";
import { phasesOf } from "../rounds/reads.server";
import type { AwardForm, FileKind, NomineeKind } from "../terms.rules";
import { type Nomination, findNomination, unitAccess } from "./reads.server";
import { isWithUnit, type NominationField } from "./rules";

export interface NominationBy {
  actor: Doer;
  now: Date;
}
export interface NominationAct extends NominationBy {
  nominationId: string;
}
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

export const nameOf = (doer: Doer): string => doer?.name ?? "TenTen";

type StepKind = (typeof nominationSteps.$inferInsert)["kind"];

/** Tells a step in the dossier's own story; what was done beside it stands in the audit log elsewhere. */
export const tellStep = (tx: Tx, { nominationId, actor, now }: NominationAct, kind: StepKind, note = "") =>
  tx
    .insert(nominationSteps)
    .values({ nominationId, kind, note, byUserId: actor?.userId ?? null, byName: nameOf(actor), at: now });

/** Notes a step in the dossier's own story and in the audit log. */
export async function noteStep(
  tx: Tx,
  act: NominationAct,
  kind: StepKind,
  note = "",
  detail: Detail = {},
): Promise<void> {
  const { nominationId, actor, now } = act;
  await tellStep(tx, act, kind, note);
  await record(tx, { actor, verb: `nomination.${kind}`, subject: `nomination:${nominationId}`, detail, now });
}

/** Is the unit still in time: by the window, or by an exception that an organizer wrote down? */
export async function inTime(tx: Tx, { roundId, unitId, now }: { roundId: string; unitId: string; now: Date }) {
  if (isOpen(await phasesOf(tx, { roundId }), "nomination", now)) return { open: true, late: false } as const;
  const [exception] = await tx
    .select({ id: lateExceptions.id })
    .from(lateExceptions)
    .where(and(eq(lateExceptions.roundId, roundId), eq(lateExceptions.unitId, unitId), gt(lateExceptions.until, now)));
  return exception ? ({ open: true, late: true } as const) : ({ open: false } as const);
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
    if (!unit || !unitAccess(actor, unit.path).write) return "no-such-unit" as const;
  }
  return kind === "unit" && !nomineeUnitId ? ("needs-unit" as const) : null;
}

/**
 * Begins a dossier of a unit. The same `press`, sent twice, begins one. Refused: "no-unit", "not-allowed", "no-category",
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
  }: NomineeFacts & NominationBy & { press?: string; categoryId: string; unitId: string },
) {
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("no-unit");
  if (!unitAccess(actor, unit.path).write) return refuse("not-allowed");
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
async function toWrite(tx: Tx, { nominationId, actor }: NominationAct) {
  const nomination = await findNomination(tx, { nominationId });
  if (!nomination || !unitAccess(actor, nomination.unit.path).write) return refuse("not-allowed");
  if (!isWithUnit(nomination.state)) return refuse("handed-in");
  if (nomination.round.state !== "published") return refuse("round-closed");
  return { ok: true, nomination } as const;
}

/** What was signed is no longer what stands there: the head signs anew. */
async function touched(tx: Tx, act: NominationAct, nomination: Nomination) {
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

/**
 * Writes one text of a dossier over the version its writer saw. When somebody else has written meanwhile nothing is lost:
 * refused with "changed-meanwhile" and both texts. Every text that is written over is kept. Refused also: "not-allowed",
 * "handed-in", "round-closed" (the round has ended). Gives the new version.
 */
export async function saveText(
  tx: Tx,
  { field, text, version, ...act }: NominationAct & { field: NominationField; text: string; version: number },
) {
  const asked = await toWrite(tx, act);
  if (!asked.ok) return asked;
  const { nominationId, actor, now } = act;
  const old = asked.nomination.texts.get(field);
  // Nothing new: a signature stays, also where an empty field was saved.
  if ((old?.text ?? "") === text) return { ok: true, version: old?.version ?? 0 } as const;
  if ((old?.version ?? 0) !== version)
    return {
      ...{ ok: false, reason: "changed-meanwhile", theirs: old?.text ?? "", version: old?.version ?? 0 },
      by: old?.updatedByName ?? "",
    } as const;
  const next = { text, version: version + 1, updatedBy: actor?.userId ?? null, updatedByName: nameOf(actor) };
  if (old)
    await tx.insert(nominationTextVersions).values({
      ...{ nominationId, field, version: old.version, text: old.text, byName: old.updatedByName, at: old.updatedAt },
    });
  await tx
    .insert(nominationTexts)
    .values({ ...next, nominationId, field, updatedAt: now })
    .onConflictDoUpdate({
      target: [nominationTexts.nominationId, nominationTexts.field],
      set: { ...next, updatedAt: now },
    });
  if (field === "achievement")
    await tx
      .update(nominations)
      .set({ achievementKey: achievementKey(text) })
      .where(eq(nominations.id, nominationId));
  await touched(tx, act, asked.nomination);
  return { ok: true, version: next.version } as const;
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

/** Adds files that were just stored, of one kind. Refused: "not-allowed", "handed-in", "round-closed". */
export async function addNominationFiles(
  tx: Tx,
  { files, kind, ...act }: NominationAct & { files: readonly Parameters<typeof keepFile>[1]["file"][]; kind: FileKind },
) {
  const asked = await toWrite(tx, act);
  if (!asked.ok) return asked;
  const { nominationId, actor, now } = act;
  for (const file of files) {
    const { fileId } = await keepFile(tx, { file, uploadedBy: actor?.userId ?? null, now });
    await tx.insert(nominationFiles).values({
      ...{ nominationId, kind, fileId, addedBy: actor?.userId ?? null, addedByName: nameOf(actor), addedAt: now },
    });
  }
  await touched(tx, act, asked.nomination);
  return { ok: true } as const;
}

/** Takes a file out; its bytes stay for whatever else uses them. Refused: "not-allowed", "handed-in", "round-closed", "gone". */
export async function removeNominationFile(tx: Tx, { pieceId, ...act }: NominationAct & { pieceId: string }) {
  const asked = await toWrite(tx, act);
  if (!asked.ok) return asked;
  if (!asked.nomination.files.some(({ id }) => id === pieceId)) return refuse("gone");
  await tx.update(nominationFiles).set({ removedAt: act.now }).where(eq(nominationFiles.id, pieceId));
  await touched(tx, act, asked.nomination);
  return { ok: true } as const;
}

/** How many dossiers of the category the unit has handed in, without this one. */
export async function handedInBy(
  tx: Tx,
  { categoryId, unitId, id }: Pick<Nomination, "categoryId" | "unitId" | "id">,
): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(nominations)
    .where(
      and(
        eq(nominations.categoryId, categoryId),
        eq(nominations.unitId, unitId),
        ne(nominations.id, id),
        inArray(nominations.state, ["submitted", "received", "qualified", "proposed", "awarded"]),
      ),
    );
  return row?.n ?? 0;
}

/** The next receipt number of a round, from 1. */
export async function nextReceipt(tx: Tx, roundId: string): Promise<number> {
  const [row] = await tx
    .update(awardRounds)
    .set({ lastReceipt: sql`${awardRounds.lastReceipt} + 1` })
    .where(eq(awardRounds.id, roundId))
    .returning({ receipt: awardRounds.lastReceipt });
  return row?.receipt ?? 0;
}

export const mayManage = (doer: Doer, nomination: Nomination): boolean =>
  doerMay(doer, "awards.manage", nomination.roundOwnerPath);
