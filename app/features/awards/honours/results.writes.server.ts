import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardDecisions } from "#db/schema.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { refuse } from "~/web/refuse";
import { contactsOf, memberReaders } from "../contacts.reads.server";
import { postAward, refusalKey } from "../letters.server";
import { type Round, membersOf } from "../rounds/reads.server";
import { roundToManage } from "../rounds/act.writes.server";
import type { DecisionAct } from "./decision.writes.server";
import { awardedBy, findDecision, refusedIn } from "./reads.server";
import { noted } from "./writes.server";

/**
 * Tells everybody once: the awardees' units with thanks, the units whose nominees were refused with the reason (but for
 * whom the appraisal told already), the members of the council with thanks. Refused: "not-allowed", "no-decision", "told". Gives how many letters were written.
 */
export async function tellResults(tx: Tx, { roundId, decisionId, actor, now }: DecisionAct) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const decision = await findDecision(tx, { roundId, decisionId });
  if (!decision) return refuse("no-decision");
  if (decision.toldAt) return refuse("told");
  const { round } = asked;
  const inRound = (locale: Locale) => ({ label: "round" as const, text: inLanguage(round.title, locale) });
  const awarded = await awardedBy(tx, { decisionId });
  const refused = await refusedIn(tx, { roundId });
  const units = new Set([...awarded, ...refused].map(({ nomination }) => nomination.unitId as string));
  const contacts = await contactsOf(tx, { unitIds: [...units], now });
  const readersFor = (nomination: { unitId: string }) => contacts.filter(({ unitId }) => unitId === nomination.unitId);
  let letters = 0;
  for (const { entry, nomination } of awarded)
    letters += await postAward(tx, {
      ...{ matter: "won", roundId, key: `award-won:${entry.id}`, now, about: () => entry.name },
      readers: readersFor(nomination),
      facts: (locale) => [
        inRound(locale),
        { label: "category", text: entry.category },
        { label: "decision", text: decision.number },
      ],
      path: paths.nomination(nomination.id),
    });
  for (const { nomination } of refused)
    letters += await postAward(tx, {
      ...{ matter: "refused", roundId, key: refusalKey(nomination.id), now, reason: nomination.reason },
      readers: readersFor(nomination),
      about: () => nomination.nomineeName,
      facts: (locale) => [inRound(locale)],
      path: paths.nomination(nomination.id),
    });
  letters += await thank(tx, round, now);
  await tx.update(awardDecisions).set({ toldAt: now }).where(eq(awardDecisions.id, decisionId));
  await noted(tx, { actor, now }, "told", `award-round:${roundId}`, { letters });
  return { ok: true, letters } as const;
}

async function thank(tx: Tx, round: Round, now: Date): Promise<number> {
  const readers = await memberReaders(tx, await membersOf(tx, { roundId: round.id }));
  return await postAward(tx, {
    ...{ matter: "thanks", roundId: round.id, key: `council-thanks:${round.id}`, now, readers },
    about: (locale) => inLanguage(round.title, locale),
    path: paths.honourRoll(round.year),
  });
}
