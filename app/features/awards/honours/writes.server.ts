import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { honours, nominations, units } from "#db/schema.server";
import { type By, doerMay } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import type { Locale } from "~/web/i18n";
import { refuse } from "~/web/refuse";
import { fold, tidy } from "~/web/text";
import { type Day, dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { codeOf } from "../codes.rules";
import { achievementKey, nomineeKey } from "../keys.rules";
import { tellStep } from "../nominations/story.writes.server";
import type { AwardForm, NomineeKind } from "../terms.rules";
import { type Honour, managesHonour } from "./reads.server";
import { type Honoured, rollKey, verifySigns } from "./rules";

export interface HonourAct extends By {
  honourId: string;
}

/** Writes into the log what was done to the honour roll. */
export const noted = (tx: Tx, { actor, now }: By, what: string, subject: string, detail: Detail = {}) =>
  record(tx, { actor, verb: `honour.${what}`, subject, detail, now });

const searchOf = ({ name, position, unitName, achievement }: Honoured) =>
  fold(`${name} ${position} ${unitName} ${achievement}`).slice(0, 1000);

type NewHonour = Honoured &
  Pick<Honour, "year" | "category" | "form" | "kind" | "decisionNumber" | "decidedOn" | "unitId"> &
  Partial<Pick<Honour, "roundId" | "nominationId" | "decisionId" | "locale">> & { now: Date };

/** A row of the roll with its keys and a new code of verification. */
export const honourRow = ({ now, ...row }: NewHonour): typeof honours.$inferInsert => ({
  ...{ ...row, nomineeKey: nomineeKey(row.name), achievementKey: achievementKey(row.achievement) },
  ...{ verifyCode: codeOf(randomBytes(verifySigns)), search: searchOf(row), createdAt: now },
  sortKey: rollKey(row),
});

/** Enters one award; gives its id. */
export async function insertHonour(tx: Tx, entry: NewHonour): Promise<string> {
  const [made] = await tx.insert(honours).values(honourRow(entry)).returning({ id: honours.id });
  return made?.id as string;
}

/** Enters an award of an earlier year, so that twins are found and the roll is whole. Refused: "not-allowed", "no-unit", "known" (in the roll, same year and category). */
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
  if (!doerMay(actor, "awards.manage", null)) return refuse("not-allowed");
  if (past.unitId && !(await tx.select().from(units).where(eq(units.id, past.unitId)))[0]) return refuse("no-unit");
  const same = await tx
    .select({ category: honours.category })
    .from(honours)
    .where(and(eq(honours.year, past.year), eq(honours.nomineeKey, nomineeKey(past.name))));
  if (same.some(({ category }) => fold(category) === fold(past.category))) return refuse("known");
  const honourId = await insertHonour(tx, { ...past, now });
  await noted(tx, { actor, now }, "entered", `honour:${honourId}`, { name: past.name, year: past.year });
  return { ok: true, honourId } as const;
}

/** The award when the doer may work with it; a conflict of an organizer's own seat closes it. */
async function honourToManage(tx: Tx, { honourId, actor, now }: HonourAct) {
  const [found] = await tx.select().from(honours).where(eq(honours.id, honourId));
  if (!found) return refuse("not-allowed");
  const may = actor === null || (await managesHonour(tx, { honour: found, actor, now }));
  return may ? ({ ok: true, honour: found } as const) : refuse("not-allowed");
}

/**
 * Mends what the certificate and the roll say, and in which language the certificate is, over the version that its writer
 * saw. Refused: "not-allowed", "revoked", "changed-meanwhile" with the entry as it stands now.
 */
export async function changeHonour(
  tx: Tx,
  { locale, register, version, ...rest }: HonourAct & Honoured & { locale: Locale; register: string; version: number },
) {
  const { honourId, actor, now, ...says } = rest;
  const asked = await honourToManage(tx, { honourId, actor, now });
  if (!asked.ok) return asked;
  const { honour: entry } = asked;
  if (entry.revokedOn) return refuse("revoked");
  if (entry.version !== version) return { ok: false, reason: "changed-meanwhile", theirs: entry } as const;
  const keys = { nomineeKey: nomineeKey(says.name), achievementKey: achievementKey(says.achievement) };
  await tx
    .update(honours)
    .set({
      ...{ ...says, ...keys, locale, register, search: searchOf(says), version: version + 1 },
      sortKey: rollKey({ ...entry, name: says.name }),
    })
    .where(eq(honours.id, honourId));
  await noted(tx, { actor, now }, "changed", `honour:${honourId}`, { from: entry.name, to: says.name });
  return { ok: true } as const;
}

/**
 * Takes an award back by a document of the authority: it leaves the public roll, its certificate says so, the nomination
 * is revoked. Refused: "not-allowed", "revoked", "future", "before-decision", "no-reason".
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
  if (entry.decidedOn && on < entry.decidedOn) return refuse("before-decision");
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
    await tellStep(tx, { nominationId, actor: act.actor, now: act.now }, "revoked", `${number}: ${reason}`);
  }
  await noted(tx, act, "revoked", `honour:${act.honourId}`, { number, name: entry.name });
  return { ok: true } as const;
}
