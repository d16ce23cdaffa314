import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardDecisions, nominations } from "#db/schema.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { refuse } from "~/web/refuse";
import { contactsOf, memberReaders } from "../contacts.reads.server";
import { postAward } from "../letters.server";
import { type Round, membersOf } from "../rounds/reads.server";
import { roundToManage } from "../rounds/act.writes.server";
import type { DecisionAct } from "./decision.writes.server";
import { findDecision, honoursOf, refusedIn } from "./reads.server";
import { noted } from "./writes.server";

/**
 * Tells everybody once: the awardees' units with thanks, the units whose nominees were refused with the reason, the
 * members of the council with thanks. Refused: "not-allowed", "no-decision", "told". Gives how many letters were written.
 */
export async function tellResults(tx: Tx, { roundId, decisionId, actor, now }: DecisionAct) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const decision = await findDecision(tx, { roundId, decisionId });
  if (!decision) return refuse("no-decision");
  if (decision.toldAt) return refuse("told");
  const { round } = asked;
  const inRound = (locale: Locale) => ({ label: "round" as const, text: inLanguage(round.title, locale) });
  let letters = 0;
  for (const entry of await honoursOf(tx, { decisionId })) {
    if (!entry.nominationId || entry.revokedOn) continue;
    const [nomination] = await tx.select().from(nominations).where(eq(nominations.id, entry.nominationId));
    letters += await postAward(tx, {
      ...{ matter: "won", roundId, key: `award-won:${entry.id}`, now, about: () => entry.name },
      readers: await contactsOf(tx, { unitIds: nomination ? [nomination.unitId] : [], now }),
      facts: (locale) => [
        inRound(locale),
        { label: "category", text: entry.category },
        { label: "decision", text: decision.number },
      ],
      path: paths.nomination(entry.nominationId),
    });
  }
  for (const { nomination } of await refusedIn(tx, { roundId }))
    letters += await postAward(tx, {
      ...{ matter: "refused", roundId, key: `award-not-won:${nomination.id}`, now, reason: nomination.reason },
      readers: await contactsOf(tx, { unitIds: [nomination.unitId], now }),
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
