import { and, count, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardRounds, nominations } from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { refuse } from "~/web/refuse";
import { contactsOf, personOf } from "../contacts.reads.server";
import { postAward, refusalKey } from "../letters.server";
import { isOpen } from "../rounds/phases.rules";
import { phasesOf } from "../rounds/reads.server";
import { sightOf } from "../sight.reads.server";
import { findingsFor } from "./eligibility.reads.server";
import { blocks } from "./eligibility.rules";
import { inTime } from "./in-time.reads.server";
import { findNomination, lacksIn, type Nomination, unitAccess } from "./reads.server";
import { canStep, isWhole, type NominationStep, sideOf } from "./rules";
import { type NominationAct, noteStep } from "./story.writes.server";

/** The dossier when this person may take that step now; otherwise why not. A conflict of an organizer's own seat closes it. */
async function ready(tx: Tx, act: NominationAct, step: NominationStep) {
  const side = sideOf[step];
  const nomination = await findNomination(tx, act);
  if (!nomination) return refuse("not-allowed");
  const { actor, now } = act;
  const may = side === "manage" ? mayManage(actor, nomination) : unitAccess(actor, nomination.unit.path)[side];
  if (!may) return refuse("not-allowed");
  if (side === "manage" && actor) {
    const sight = await sightOf(tx, { actor, roundId: nomination.roundId, now });
    if (!sight?.sees(nomination.id)) return refuse("not-allowed");
  }
  if (nomination.round.state !== "published") return refuse("round-closed");
  return canStep(nomination.state, step) ? ({ ok: true, nomination } as const) : refuse("wrong-state");
}

const set = (tx: Tx, { nominationId, now }: NominationAct, values: Partial<typeof nominations.$inferInsert>) =>
  tx
    .update(nominations)
    .set({ ...values, updatedAt: now })
    .where(eq(nominations.id, nominationId));

/** Tells the unit's head and focal points what became of a dossier: it may come in and go back often, and is refused once. */
async function tell(
  tx: Tx,
  act: NominationAct,
  nomination: Nomination,
  { matter, receipt, reason }: { matter: "received" | "returned" | "refused"; receipt?: number; reason?: string },
) {
  const { id, roundId, unitId, unit, nomineeName, category, round } = nomination;
  const key = matter === "refused" ? refusalKey(id) : `award-${matter}:${id}:${act.now.toISOString()}`;
  await postAward(tx, {
    ...{ matter, roundId, key, now: act.now, reason },
    readers: await contactsOf(tx, { unitIds: [unitId], now: act.now }),
    about: () => nomineeName,
    facts: (locale) => [
      { label: "round", text: inLanguage(round.title, locale) },
      { label: "category", text: inLanguage(category.title, locale) },
      { label: "unit", text: unit.name },
      ...(receipt ? [{ label: "receipt" as const, text: String(receipt).padStart(2, "0") }] : []),
    ],
    path: paths.nomination(id),
  });
}

/** The head of the unit signs off what stands in the dossier. Refused: "not-allowed", "round-closed", "wrong-state", "incomplete" with what is missing. */
export async function signNomination(tx: Tx, act: NominationAct) {
  const asked = await ready(tx, act, "sign");
  if (!asked.ok) return asked;
  const lacks = lacksIn(asked.nomination);
  if (!isWhole(lacks)) return { ok: false, reason: "incomplete", lacks } as const;
  await set(tx, act, {
    ...{ state: "signed", signedAt: act.now, signedBy: act.actor?.userId ?? null },
    signedByPersonId: act.actor && (await personOf(tx, act.actor.userId)),
  });
  await noteStep(tx, act, "signed");
  return { ok: true } as const;
}

/** Takes the signature back. Refused: "not-allowed", "round-closed", "wrong-state". */
export async function unsignNomination(tx: Tx, act: NominationAct) {
  const asked = await ready(tx, act, "unsign");
  if (!asked.ok) return asked;
  await set(tx, act, { state: "draft", signedAt: null, signedBy: null, signedByPersonId: null });
  await noteStep(tx, act, "unsigned");
  return { ok: true } as const;
}

/**
 * Hands a dossier in. The clock of the server decides, in the transaction that writes it. Refused: "not-allowed",
 * "wrong-state" (not signed, or in already), "round-closed", "incomplete", "over-quota", "not-eligible" with the findings.
 */
export async function submitNomination(tx: Tx, act: NominationAct) {
  const asked = await ready(tx, act, "submit");
  if (!asked.ok) return asked;
  const { nomination } = asked;
  const { roundId, unitId, nomineeUnitId, category, round } = nomination;
  const time = await inTime(tx, { roundId, unitId, now: act.now });
  // What was handed in in time and came back for a paper may come again while the dossiers are appraised.
  const again = nomination.submittedAt !== null && isOpen(await phasesOf(tx, { roundId }), "appraisal", act.now);
  if (!time.open && !again) return refuse("round-closed");
  const late = time.open && time.late;
  const lacks = lacksIn(nomination);
  if (lacks.length > 0) return { ok: false, reason: "incomplete", lacks } as const;
  if (category.quotaPerUnit !== null && (await handedInBy(tx, nomination)) >= category.quotaPerUnit)
    return refuse("over-quota");
  const findings = await findingsFor(tx, { rules: round.eligibility, unitId: nomineeUnitId, now: act.now });
  if (blocks(findings)) return { ok: false, reason: "not-eligible", findings } as const;
  // A dossier that was received before keeps its number, and goes back to the same desk.
  await set(tx, act, {
    state: "submitted",
    submittedAt: nomination.submittedAt ?? act.now,
    late: late || nomination.late,
    reason: "",
  });
  await noteStep(tx, act, "submitted", "", { late });
  return { ok: true, late } as const;
}

/** Takes a dossier in and gives it its receipt number, which the unit is told. Refused: "not-allowed", "round-closed", "wrong-state". */
export async function receiveNomination(tx: Tx, act: NominationAct) {
  const asked = await ready(tx, act, "receive");
  if (!asked.ok) return asked;
  const { nomination } = asked;
  const receipt = nomination.receipt ?? (await nextReceipt(tx, nomination.roundId));
  await set(tx, act, { state: "received", receipt, receivedAt: act.now });
  await noteStep(tx, act, "received", "", { receipt });
  await tell(tx, act, nomination, { matter: "received", receipt });
  return { ok: true, receipt } as const;
}

type Said = NominationAct & { reason: string };

/** Sends a dossier back to be completed; the unit is told why. Refused: as receiving, and "no-reason". */
export async function returnNomination(tx: Tx, { reason, ...act }: Said) {
  const asked = await ready(tx, act, "return");
  if (!asked.ok) return asked;
  if (reason === "") return refuse("no-reason");
  await set(tx, act, { state: "returned", reason, signedAt: null, signedBy: null, signedByPersonId: null });
  await noteStep(tx, act, "returned", reason);
  await tell(tx, act, asked.nomination, { matter: "returned", reason });
  return { ok: true } as const;
}

/** Takes a nomination back, for a reason that stays. Refused: "not-allowed", "round-closed", "wrong-state", "no-reason". */
export async function withdrawNomination(tx: Tx, { reason, ...act }: Said) {
  const asked = await ready(tx, act, "withdraw");
  if (!asked.ok) return asked;
  if (reason === "") return refuse("no-reason");
  await set(tx, act, { state: "withdrawn", reason });
  await noteStep(tx, act, "withdrawn", reason);
  return { ok: true } as const;
}

/** The appraisal lets a dossier go before the council; `opinion` stays in its story. Refused: as receiving. */
export async function qualifyNomination(tx: Tx, { opinion, ...act }: NominationAct & { opinion: string }) {
  const asked = await ready(tx, act, "qualify");
  if (!asked.ok) return asked;
  await set(tx, act, { state: "qualified" });
  await noteStep(tx, act, "qualified", opinion);
  return { ok: true } as const;
}

/** Refuses a dossier: the appraisal, or for want of a place one that passed the vote; the unit is told why. Refused: as receiving, and "no-reason". */
export async function refuseNomination(tx: Tx, { reason, ...act }: Said) {
  const asked = await ready(tx, act, "refuse");
  if (!asked.ok) return asked;
  if (reason === "") return refuse("no-reason");
  await set(tx, act, { state: "refused", reason });
  await noteStep(tx, act, "refused", reason);
  await tell(tx, act, asked.nomination, { matter: "refused", reason });
  return { ok: true } as const;
}

/** How many dossiers of the category the unit has handed in, without this one. */
async function handedInBy(
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
async function nextReceipt(tx: Tx, roundId: string): Promise<number> {
  const [row] = await tx
    .update(awardRounds)
    .set({ lastReceipt: sql`${awardRounds.lastReceipt} + 1` })
    .where(eq(awardRounds.id, roundId))
    .returning({ receipt: awardRounds.lastReceipt });
  return row?.receipt ?? 0;
}

const mayManage = (doer: Doer, nomination: Nomination): boolean =>
  doerMay(doer, "awards.manage", nomination.roundOwnerPath);
