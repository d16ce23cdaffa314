import { randomBytes } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardDecisions, honours, nominations, nominationSteps, units } from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { findAccount } from "~/features/accounts/reads.server";
import { type Detail, record } from "~/features/audit/writes.server";
import { numberKey } from "~/features/documents/rules";
import { recipientOf } from "~/features/outbox/rules";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { idOfPress } from "~/web/press";
import { fold, tidy } from "~/web/text";
import { type Day, dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { contactsOf } from "../contacts.reads.server";
import { findPanel } from "../conflicts/reads.server";
import { achievementKey, nomineeKey } from "../keys.rules";
import { postAward } from "../letters.server";
import { textsOf } from "../nominations/reads.server";
import { hasReached } from "../rounds/phases.rules";
import { type Round, membersOf } from "../rounds/reads.server";
import { roundToManage } from "../rounds/act.writes.server";
import { sightOf } from "../sight.reads.server";
import type { AwardForm, NomineeKind } from "../terms.rules";
import { findDecision, type Honour, honoursOf, managesHonour, proposedIn, refusedIn } from "./reads.server";
import { formOf, type Honoured, isIssued, verifyCodeOf } from "./rules";

interface By {
  actor: Doer;
  now: Date;
}
export interface DecisionAct extends By {
  roundId: string;
  decisionId: string;
}
export interface HonourAct extends By {
  honourId: string;
}

const refuse = <R extends string>(reason: R) => ({ ok: false, reason }) as const;

const noted = (tx: Tx, { actor, now }: By, what: string, subject: string, detail: Detail = {}) =>
  record(tx, { actor, verb: `honour.${what}`, subject, detail, now });

const searchOf = ({ name, position, unitName, achievement }: Honoured) =>
  fold(`${name} ${position} ${unitName} ${achievement}`).slice(0, 1000);

/**
 * Writes down a decision as the authority issued it, and enters the proposed nominations that it names into the honour
 * roll. The same `press`, sent twice, writes one. Refused: "not-allowed", "not-decision-phase", "future", "number-taken",
 * "nobody" (none named), "not-proposed" (one named is not, or is in conflict with a seat of who writes).
 */
export async function recordDecision(
  tx: Tx,
  {
    press,
    roundId,
    nominationIds,
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
  await tx.insert(awardDecisions).values({ ...facts, id, roundId, recordedBy: actor?.userId ?? null, recordedAt: now });
  for (const { nomination } of chosen) await honour(tx, { actor, now }, round, { ...facts, id }, nomination);
  await noted(tx, { actor, now }, "decided", `award-round:${roundId}`, {
    number: facts.number,
    awarded: chosen.length,
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
  await tx.insert(nominationSteps).values({
    ...{ nominationId: nomination.id, kind: "awarded", note: decision.number, byUserId: actor?.userId ?? null },
    ...{ byName: actor?.name ?? "TenTen", at: now },
  });
}

type NewHonour = Honoured &
  Pick<Honour, "year" | "category" | "form" | "kind" | "decisionNumber" | "decidedOn" | "unitId"> &
  Partial<Pick<Honour, "roundId" | "nominationId" | "decisionId" | "locale">> & { now: Date };

async function insertHonour(tx: Tx, { now, ...row }: NewHonour): Promise<string> {
  const [made] = await tx
    .insert(honours)
    .values({
      ...{ ...row, nomineeKey: nomineeKey(row.name), achievementKey: achievementKey(row.achievement) },
      ...{ verifyCode: verifyCodeOf(randomBytes(12)), search: searchOf(row), createdAt: now },
    })
    .returning({ id: honours.id });
  return made?.id as string;
}

/** Enters an award of an earlier year, so that twins are found and the roll is whole. Refused: "not-allowed", "no-unit". */
export async function addPastHonour(
  tx: Tx,
  {
    actor,
    now,
    ...past
  }: By &
    Honoured & {
      year: number;
      category: string;
      form: AwardForm;
      kind: NomineeKind;
      decisionNumber: string;
      decidedOn: Day | null;
      unitId: string | null;
    },
) {
  if (!doerMay(actor, "awards.manage")) return refuse("not-allowed");
  if (past.unitId && !(await tx.select().from(units).where(eq(units.id, past.unitId)))[0]) return refuse("no-unit");
  const honourId = await insertHonour(tx, { ...past, now });
  await noted(tx, { actor, now }, "entered", `honour:${honourId}`, { name: past.name, year: past.year });
  return { ok: true, honourId } as const;
}

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
  const readers = [];
  for (const member of await membersOf(tx, { roundId: round.id })) {
    const account = await findAccount(tx, { userId: member.userId });
    if (account && !account.disabledAt)
      readers.push({ ...account, position: member.title || account.position, recipient: recipientOf.user(account.id) });
  }
  return await postAward(tx, {
    ...{ matter: "thanks", roundId: round.id, key: `council-thanks:${round.id}`, now, readers },
    about: (locale) => inLanguage(round.title, locale),
    path: paths.honourRoll(round.year),
  });
}

/** The award when the doer may work with it; a conflict of an organizer's own seat closes it. */
async function honourToManage(tx: Tx, { honourId, actor, now }: HonourAct) {
  const [found] = await tx.select().from(honours).where(eq(honours.id, honourId));
  if (!found) return refuse("not-allowed");
  const may = actor === null || (await managesHonour(tx, { honour: found, actor, now }));
  return may ? ({ ok: true, honour: found } as const) : refuse("not-allowed");
}

/** Mends what the certificate and the roll say, and in which language the certificate is. Refused: "not-allowed", "revoked". */
export async function changeHonour(
  tx: Tx,
  { locale, register, ...rest }: HonourAct & Honoured & { locale: Locale; register: string },
) {
  const { honourId, actor, now, ...says } = rest;
  const asked = await honourToManage(tx, { honourId, actor, now });
  if (!asked.ok) return asked;
  if (asked.honour.revokedOn) return refuse("revoked");
  const keys = { nomineeKey: nomineeKey(says.name), achievementKey: achievementKey(says.achievement) };
  await tx
    .update(honours)
    .set({ ...says, ...keys, locale, register, search: searchOf(says) })
    .where(eq(honours.id, honourId));
  await noted(tx, { actor, now }, "changed", `honour:${honourId}`, { from: asked.honour.name, to: says.name });
  return { ok: true } as const;
}

/** Notes that certificates and money were handed over, but for revoked awards. Refused: "not-allowed", "no-decision", "future". */
export async function handOver(tx: Tx, { roundId, decisionId, on, actor, now }: DecisionAct & { on: Day }) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  if (!(await findDecision(tx, { roundId, decisionId }))) return refuse("no-decision");
  if (on > dayOf(now, zoneOf())) return refuse("future");
  const panel = await findPanel(tx, { roundId, now });
  const seat = panel?.seats.find(({ userId }) => userId === actor?.userId);
  const entries = (await honoursOf(tx, { decisionId })).filter(
    ({ nominationId, revokedOn }) =>
      revokedOn === null && !(seat && nominationId && panel?.conflict(seat.memberId, nominationId)),
  );
  const ids = entries.map(({ id }) => id);
  if (ids.length) await tx.update(honours).set({ handedOverOn: on }).where(inArray(honours.id, ids));
  await noted(tx, { actor, now }, "handed-over", `award-round:${roundId}`, { on, entries: ids.length });
  return { ok: true } as const;
}

/**
 * Takes an award back by a document of the authority: it leaves the public roll, its certificate says so, the nomination
 * is revoked. Refused: "not-allowed", "revoked", "future", "no-reason".
 */
export async function revokeHonour(
  tx: Tx,
  { number, on, reason, ...act }: HonourAct & { number: string; on: Day; reason: string },
) {
  const asked = await honourToManage(tx, act);
  if (!asked.ok) return asked;
  const { honour: entry } = asked;
  if (entry.revokedOn) return refuse("revoked");
  if (on > dayOf(act.now, zoneOf())) return refuse("future");
  if (reason === "") return refuse("no-reason");
  await tx
    .update(honours)
    .set({
      ...{ revokedOn: on, revocationNumber: tidy(number), revocationReason: reason },
      revokedBy: act.actor?.userId ?? null,
    })
    .where(eq(honours.id, act.honourId));
  if (entry.nominationId) {
    const { nominationId } = entry;
    await tx.update(nominations).set({ state: "revoked", updatedAt: act.now }).where(eq(nominations.id, nominationId));
    await tx.insert(nominationSteps).values({
      ...{ nominationId, kind: "revoked", note: `${number}: ${reason}`, byUserId: act.actor?.userId ?? null },
      ...{ byName: act.actor?.name ?? "TenTen", at: act.now },
    });
  }
  await noted(tx, act, "revoked", `honour:${act.honourId}`, { number, name: entry.name });
  return { ok: true } as const;
}
