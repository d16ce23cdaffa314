import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardDecisions, honours, nominations, units } from "#db/schema.server";
import type { By } from "~/features/accounts/rules";
import { numberKey } from "~/features/documents/rules";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { tidy } from "~/web/text";
import { type Day, dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { textsOf } from "../nominations/reads.server";
import { tellStep } from "../nominations/story.writes.server";
import { hasReached } from "../rounds/phases.rules";
import type { Round } from "../rounds/reads.server";
import { roundToManage } from "../rounds/act.writes.server";
import { sightOf } from "../sight.reads.server";
import { findDecision, honoursOf, overQuotaIn, proposedIn } from "./reads.server";
import { formOf, type Honoured, isIssued } from "./rules";
import { insertHonour, noted } from "./writes.server";

export interface DecisionAct extends By {
  roundId: string;
  decisionId: string;
}

/**
 * Writes down a decision as the authority issued it, and enters the proposed nominations that it names into the honour
 * roll; also of a round that was closed before the paper came. The same `press`, sent twice, writes one. Refused:
 * "not-allowed", "not-called" (a draft), "cancelled", "not-decision-phase", "future", "number-taken",
 * "nobody" (none named), "not-proposed" (one named is not, or is in conflict with a seat of who writes), "over-quota" with
 * the categories of which it honours more than there are awards, unless `overQuota` says that the authority did so.
 */
export async function recordDecision(
  tx: Tx,
  {
    press,
    roundId,
    nominationIds,
    overQuota = false,
    actor,
    now,
    ...given
  }: By & {
    press?: string;
    roundId: string;
    number: string;
    issuedOn: Day;
    signatory: string;
    signatoryTitle: string;
    authority: string;
    nominationIds: readonly string[];
    overQuota?: boolean;
  },
) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const { round } = asked;
  const id = idOfPress(press);
  const facts = { ...given, number: tidy(given.number) };
  const [made] = await tx.select().from(awardDecisions).where(eq(awardDecisions.id, id));
  if (made && made.roundId !== roundId) return refuse("not-allowed");
  if (made) return { ok: true, decisionId: id, awarded: (await honoursOf(tx, { decisionId: id })).length } as const;
  if (round.state === "draft") return refuse("not-called");
  if (round.state === "cancelled") return refuse("cancelled");
  if (!hasReached(round.phases, "decision", now)) return refuse("not-decision-phase");
  if (!isIssued(facts.issuedOn, dayOf(now, zoneOf()))) return refuse("future");
  if (nominationIds.length === 0) return refuse("nobody");
  const sight = actor ? await sightOf(tx, { actor, roundId, now }) : null;
  const proposed = (await proposedIn(tx, { roundId })).filter(
    ({ nomination }) => actor === null || sight?.sees(nomination.id),
  );
  const chosen = proposed.filter(({ nomination }) => nominationIds.includes(nomination.id));
  if (chosen.length < new Set(nominationIds).size) return refuse("not-proposed");
  const same = await tx.select().from(awardDecisions).where(eq(awardDecisions.roundId, roundId));
  if (same.some(({ number }) => numberKey(number) === numberKey(facts.number))) return refuse("number-taken");
  const over = await overQuotaIn(tx, { round, chosen: chosen.map(({ nomination }) => nomination) });
  if (over.length > 0 && !overQuota) return { ok: false, reason: "over-quota", over } as const;
  await tx.insert(awardDecisions).values({ ...facts, id, roundId, recordedBy: actor?.userId ?? null, recordedAt: now });
  for (const { nomination } of chosen) await honour(tx, { actor, now }, round, { ...facts, id }, nomination);
  await noted(tx, { actor, now }, "decided", `award-round:${roundId}`, {
    number: facts.number,
    awarded: chosen.length,
    ...(over.length > 0 && { overQuota: over.map(({ title }) => title.vi).join("; ") }),
  });
  return { ok: true, decisionId: id, awarded: chosen.length } as const;
}

async function honour(
  tx: Tx,
  { actor, now }: By,
  round: Round,
  decision: { id: string; number: string; issuedOn: Day },
  nomination: typeof nominations.$inferSelect,
) {
  const category = round.categories.find(({ id }) => id === nomination.categoryId);
  const texts = await textsOf(tx, { nominationId: nomination.id });
  const unitId = nomination.nomineeUnitId ?? nomination.unitId;
  const [unit] = await tx.select().from(units).where(eq(units.id, unitId));
  const says: Honoured = {
    name: nomination.nomineeName,
    position: nomination.nomineePosition,
    unitName: nomination.kind === "unit" ? "" : (unit?.name ?? ""),
    achievement: tidy(texts.get("achievement")?.text ?? ""),
  };
  await insertHonour(tx, {
    ...{ ...says, year: round.year, roundId: round.id, nominationId: nomination.id, decisionId: decision.id },
    ...{ decisionNumber: decision.number, decidedOn: decision.issuedOn, category: category?.title.vi ?? "" },
    ...{ form: formOf(nomination.form, category?.forms ?? []), kind: nomination.kind, unitId, now },
  });
  await tx.update(nominations).set({ state: "awarded", updatedAt: now }).where(eq(nominations.id, nomination.id));
  await tellStep(tx, { nominationId: nomination.id, actor, now }, "awarded", decision.number);
}

/** Notes that certificates and money were handed over, but for revoked awards. Refused: "not-allowed", "no-decision", "future", "before-decision". */
export async function handOver(tx: Tx, { roundId, decisionId, on, actor, now }: DecisionAct & { on: Day }) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const decision = await findDecision(tx, { roundId, decisionId });
  if (!decision) return refuse("no-decision");
  if (on > dayOf(now, zoneOf())) return refuse("future");
  if (on < decision.issuedOn) return refuse("before-decision");
  const sight = actor && (await sightOf(tx, { actor, roundId, now }));
  const entries = (await honoursOf(tx, { decisionId })).filter(
    ({ nominationId, revokedOn }) => revokedOn === null && (!sight || !nominationId || sight.sees(nominationId)),
  );
  const ids = entries.map(({ id }) => id);
  if (ids.length) await tx.update(honours).set({ handedOverOn: on }).where(inArray(honours.id, ids));
  await noted(tx, { actor, now }, "handed-over", `award-round:${roundId}`, { on, entries: ids.length });
  return { ok: true } as const;
}
