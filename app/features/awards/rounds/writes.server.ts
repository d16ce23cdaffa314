import { and, count, eq, inArray, isNull, like, ne } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import {
  awardCategories,
  awardCriteria,
  awardRounds,
  councilMembers,
  lateExceptions,
  nominations,
  people,
  roundPhases,
  units,
  users,
} from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { findUnit } from "~/features/units/reads.server";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { idOfPress } from "~/web/press";
import { addressPart, fold, untaken } from "~/web/text";
import { zoneOf } from "~/web/zone.server";
import { contactsOf } from "../contacts.reads.server";
import { postAward } from "../letters.server";
import type { CouncilRole } from "../terms.rules";
import { calendarFault, type Phase, windowOf } from "./phases.rules";
import { findCategory, findRound, membersOf, type Round } from "./reads.server";
import { type CategoryContent, categoryFault, inYear, lacksOf, mayPublish, weightSum } from "./rules";
import { categoriesOf, type RoundTemplate } from "./templates.rules";

interface By {
  actor: Doer;
  now: Date;
}
export interface RoundAct extends By {
  roundId: string;
}
export interface RoundFacts {
  title: Localized;
  purpose: Localized | null;
  year: number;
  campaignId: string | null;
  documentId: string | null;
  ceremonyEventId: string | null;
  authority: string;
  place: string;
  quorumOf: number;
  quorumIn: number;
  conflictYears: number;
  eligibility: (typeof awardRounds.$inferSelect)["eligibility"];
}

const refuse = <R extends string>(reason: R) => ({ ok: false, reason }) as const;

const noted = (tx: Tx, { roundId, actor, now }: RoundAct, what: string, detail: Detail = {}) =>
  record(tx, { actor, verb: `award-round.${what}`, subject: `award-round:${roundId}`, detail, now });

const searchOf = (title: Localized, year: number): string => fold(`${Object.values(title).join(" ")} ${year}`);

/** The round when the doer runs it; otherwise why not. */
export async function roundToManage(tx: Tx, { roundId, actor }: { roundId: string; actor: Doer }) {
  const round = await findRound(tx, { roundId });
  if (!round || !doerMay(actor, "awards.manage", round.owner.path)) return refuse("not-allowed");
  return { ok: true, round } as const;
}

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const slug = addressPart(title, 80) || "khen-thuong";
  const taken = await tx
    .select({ slug: awardRounds.slug })
    .from(awardRounds)
    .where(like(awardRounds.slug, `${slug}%`));
  return untaken(
    slug,
    taken.map((row) => row.slug),
  );
}

/**
 * Begins a round as a draft: with the categories of a template, or with categories, council and calendar of an earlier
 * round moved to the new year. Refused: "no-owner", "not-allowed", "no-previous".
 */
export async function createRound(
  tx: Tx,
  {
    press,
    template,
    previousId,
    ownerUnitId,
    actor,
    now,
    ...facts
  }: RoundFacts & By & { press?: string; template: RoundTemplate; previousId?: string | null; ownerUnitId: string },
) {
  const owner = await findUnit(tx, { unitId: ownerUnitId });
  if (!owner) return refuse("no-owner");
  if (!doerMay(actor, "awards.manage", owner.path)) return refuse("not-allowed");
  const id = idOfPress(press);
  const [made] = await tx.select({ id: awardRounds.id }).from(awardRounds).where(eq(awardRounds.id, id));
  if (made) return { ok: true, roundId: id } as const;
  const previous = previousId ? await roundToManage(tx, { roundId: previousId, actor }) : null;
  if (previous && !previous.ok) return refuse("no-previous");
  await tx.insert(awardRounds).values({
    ...{ ...facts, id, ownerUnitId, slug: await freeSlug(tx, facts.title.vi), previousId: previousId ?? null },
    ...{ search: searchOf(facts.title, facts.year), createdAt: now, updatedAt: now },
    createdBy: actor?.userId ?? null,
  });
  if (previous) await layOutLike(tx, previous.round, { roundId: id, year: facts.year, now });
  else for (const content of categoriesOf(template)) await insertCategory(tx, id, content);
  await noted(tx, { roundId: id, actor, now }, "created", { title: facts.title.vi, year: facts.year });
  return { ok: true, roundId: id } as const;
}

/** Takes categories, calendar and council over from an earlier round; nobody has declared anything in the new one. */
async function layOutLike(
  tx: Tx,
  previous: Round,
  { roundId, year, now }: { roundId: string; year: number; now: Date },
) {
  for (const category of previous.categories)
    await insertCategory(tx, roundId, {
      ...category,
      criteria: category.criteria.map((criterion) => ({ ...criterion, id: null })),
    });
  const years = year - previous.year;
  await insertPhases(
    tx,
    roundId,
    previous.phases.map(({ kind, startsAt, endsAt }) => ({
      ...{ kind, startsAt: inYear(startsAt, years), endsAt: endsAt && inYear(endsAt, years) },
    })),
  );
  for (const { userId, unitId, role, title, sort } of await membersOf(tx, { roundId: previous.id }))
    await tx
      .insert(councilMembers)
      .values({ roundId, userId, unitId, role, title, sort, personId: await personOf(tx, userId), createdAt: now });
}

/** Changes what is said of a round. Refused: "not-allowed". */
export async function changeRound(tx: Tx, { roundId, actor, now, ...facts }: RoundAct & RoundFacts) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  await tx
    .update(awardRounds)
    .set({ ...facts, search: searchOf(facts.title, facts.year), updatedAt: now })
    .where(eq(awardRounds.id, roundId));
  await noted(tx, { roundId, actor, now }, "changed", { title: facts.title.vi });
  return { ok: true, roundId } as const;
}

const insertPhases = async (tx: Tx, roundId: string, phases: readonly Phase[]) => {
  for (const { kind, startsAt, endsAt } of phases)
    await tx.insert(roundPhases).values({ roundId, kind, startsAt, endsAt });
};

/** Lays down the whole calendar. Refused: "not-allowed", "ended", and a fault with the phase it lies in, see `calendarFault`. */
export async function setCalendar(tx: Tx, { phases, ...act }: RoundAct & { phases: Phase[] }) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  if (asked.round.state === "closed" || asked.round.state === "cancelled") return refuse("ended");
  const fault = calendarFault(phases);
  if (fault) return { ok: false, reason: fault.fault, kind: fault.kind } as const;
  await tx.delete(roundPhases).where(eq(roundPhases.roundId, act.roundId));
  await insertPhases(tx, act.roundId, phases);
  await tx.update(awardRounds).set({ updatedAt: act.now }).where(eq(awardRounds.id, act.roundId));
  const told = phases.map(({ kind, startsAt, endsAt }) => [
    kind,
    `${startsAt.toISOString()} – ${endsAt?.toISOString() ?? ""}`,
  ]);
  await noted(tx, act, "calendar", Object.fromEntries(told));
  return { ok: true } as const;
}

async function insertCategory(tx: Tx, roundId: string, content: CategoryContent): Promise<string> {
  const [{ n } = { n: 0 }] = await tx
    .select({ n: count() })
    .from(awardCategories)
    .where(eq(awardCategories.roundId, roundId));
  const [row] = await tx
    .insert(awardCategories)
    .values({ ...columnsOf(content), roundId, sort: n + 1 })
    .returning({ id: awardCategories.id });
  const categoryId = row?.id as string;
  for (const [sort, { id: _, ...criterion }] of content.criteria.entries())
    await tx.insert(awardCriteria).values({ ...plain(criterion), categoryId, sort: sort + 1 });
  return categoryId;
}

const plain = ({ title, weight, maximum, step, required }: Omit<CategoryContent["criteria"][number], "id">) => ({
  ...{ title, weight, maximum, step, required },
});

const columnsOf = (content: CategoryContent) => ({
  title: content.title,
  guidance: content.guidance,
  forms: content.forms,
  nomineeKinds: content.nomineeKinds,
  requiredFiles: content.requiredFiles,
  quota: content.quota,
  quotaPerUnit: content.quotaPerUnit,
  minimumScore: content.minimumScore,
  aggregate: content.aggregate,
  adjustment: content.adjustment,
  blind: content.blind,
  rivalsLeave: content.rivalsLeave,
  judgesPerNomination: content.judgesPerNomination,
  secret: content.secret,
  thresholdPercent: content.thresholdPercent,
  overHalf: content.overHalf,
  voteBase: content.voteBase,
  writtenVotes: content.writtenVotes,
});

/**
 * Adds a category (`categoryId` null) or changes one. Once members have scored, criteria stay as they are: a change of
 * weights is a recount, see scoring. Refused: "not-allowed", "ended", "no-category", "scored", a fault of `categoryFault`
 * ("weights" with the sum they make).
 */
export async function saveCategory(
  tx: Tx,
  { categoryId, content, ...act }: RoundAct & { categoryId: string | null; content: CategoryContent },
) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const { round } = asked;
  if (round.state === "closed" || round.state === "cancelled") return refuse("ended");
  const fault = categoryFault(content);
  if (fault) return { ok: false, reason: fault, sum: weightSum(content.criteria) } as const;
  if (categoryId === null) {
    const made = await insertCategory(tx, act.roundId, content);
    await noted(tx, act, "category-added", { title: content.title.vi });
    return { ok: true, categoryId: made } as const;
  }
  const category = await findCategory(tx, { categoryId });
  if (!category || category.roundId !== act.roundId) return refuse("no-category");
  const same = sameCriteria(category.criteria, content.criteria);
  if (category.adjustmentFixedAt && (!same || category.adjustment !== content.adjustment)) return refuse("scored");
  await tx.update(awardCategories).set(columnsOf(content)).where(eq(awardCategories.id, categoryId));
  if (!same) await replaceCriteria(tx, categoryId, category.criteria, content.criteria);
  await noted(tx, act, "category-changed", { title: content.title.vi });
  return { ok: true, categoryId } as const;
}

const sameCriteria = (
  old: readonly (typeof awardCriteria.$inferSelect)[],
  next: readonly CategoryContent["criteria"][number][],
): boolean =>
  old.length === next.length &&
  old.every((criterion, n) => {
    const other = next[n];
    return other?.id === criterion.id && JSON.stringify(plain(criterion)) === JSON.stringify(plain(other));
  });

async function replaceCriteria(
  tx: Tx,
  categoryId: string,
  old: readonly { id: string }[],
  next: CategoryContent["criteria"],
) {
  const kept = new Set(next.flatMap(({ id }) => id ?? []));
  const gone = old.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length) await tx.delete(awardCriteria).where(inArray(awardCriteria.id, gone));
  const known = new Set(old.map(({ id }) => id));
  for (const [n, { id, ...criterion }] of next.entries()) {
    const values = { ...plain(criterion), sort: n + 1 };
    if (id !== null && known.has(id)) await tx.update(awardCriteria).set(values).where(eq(awardCriteria.id, id));
    else await tx.insert(awardCriteria).values({ ...values, categoryId });
  }
}

/** Takes a category out. Refused: "not-allowed", "no-category", "has-nominations". */
export async function removeCategory(tx: Tx, { categoryId, ...act }: RoundAct & { categoryId: string }) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const category = asked.round.categories.find(({ id }) => id === categoryId);
  if (!category) return refuse("no-category");
  const [used] = await tx
    .select({ id: nominations.id })
    .from(nominations)
    .where(eq(nominations.categoryId, categoryId))
    .limit(1);
  if (used) return refuse("has-nominations");
  await tx.delete(awardCategories).where(eq(awardCategories.id, categoryId));
  await noted(tx, act, "category-removed", { title: category.title.vi });
  return { ok: true } as const;
}

/**
 * Calls for nominations: the round is public to units from now on, and every head and focal point of a unit gets the
 * call, once an address. Refused: "not-allowed", "not-draft", "lacks" (see `lacksOf`). Gives how many letters were written.
 */
export async function publishRound(tx: Tx, act: RoundAct) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const { round } = asked;
  if (round.state !== "draft") return refuse("not-draft");
  const lacks = lacksOf({ ...round, members: await membersOf(tx, act) });
  if (!mayPublish(lacks)) return { ok: false, reason: "lacks", lacks } as const;
  await tx
    .update(awardRounds)
    .set({ state: "published", publishedAt: act.now, updatedAt: act.now })
    .where(eq(awardRounds.id, act.roundId));
  const window = windowOf(round.phases, "nomination");
  const letters = await postAward(tx, {
    ...{ matter: "call", roundId: round.id, key: `award-call:${round.id}`, now: act.now },
    readers: await contactsOf(tx, { now: act.now }),
    about: (locale) => inLanguage(round.title, locale),
    moment: window?.endsAt ? { label: "until", at: window.endsAt, zone: zoneOf() } : null,
    path: paths.award(round.id),
  });
  await noted(tx, act, "published", { letters });
  return { ok: true, letters } as const;
}

/** Ends a round: nothing in it changes any more but what follows the decision. Refused: "not-allowed", "not-published". */
export async function closeRound(tx: Tx, act: RoundAct) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  if (asked.round.state !== "published") return refuse("not-published");
  await tx.update(awardRounds).set({ state: "closed", updatedAt: act.now }).where(eq(awardRounds.id, act.roundId));
  await noted(tx, act, "closed");
  return { ok: true } as const;
}

/** Calls a round off, with a reason that stays in its history. Refused: "not-allowed", "ended", "no-reason". */
export async function cancelRound(tx: Tx, { reason, ...act }: RoundAct & { reason: string }) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  if (asked.round.state === "closed" || asked.round.state === "cancelled") return refuse("ended");
  if (reason === "") return refuse("no-reason");
  await tx.update(awardRounds).set({ state: "cancelled", updatedAt: act.now }).where(eq(awardRounds.id, act.roundId));
  await noted(tx, act, "cancelled", { reason: reason.slice(0, 500) });
  return { ok: true } as const;
}

/** The person whose offices an account's holder has: the one of the same address. */
async function personOf(tx: Tx, userId: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(users, eq(users.email, people.email))
    .where(eq(users.id, userId));
  return found?.id ?? null;
}

/**
 * Gives an account a seat in the council, or changes the seat it has. A chair is one. Refused: "not-allowed", "ended",
 * "no-account", "no-unit", "chair-taken".
 */
export async function seatMember(
  tx: Tx,
  {
    userId,
    unitId,
    role,
    title,
    ...act
  }: RoundAct & { userId: string; unitId: string | null; role: CouncilRole; title: string },
) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  if (asked.round.state === "closed" || asked.round.state === "cancelled") return refuse("ended");
  const [user] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  if (!user) return refuse("no-account");
  if (unitId && !(await tx.select({ id: units.id }).from(units).where(eq(units.id, unitId)))[0])
    return refuse("no-unit");
  const [chair] = await tx
    .select({ id: councilMembers.id })
    .from(councilMembers)
    .where(
      and(
        eq(councilMembers.roundId, act.roundId),
        eq(councilMembers.role, "chair"),
        isNull(councilMembers.leftAt),
        ne(councilMembers.userId, userId),
      ),
    );
  if (role === "chair" && chair) return refuse("chair-taken");
  const seat = { unitId, role, title, personId: await personOf(tx, userId), leftAt: null };
  const [{ n } = { n: 0 }] = await tx
    .select({ n: count() })
    .from(councilMembers)
    .where(eq(councilMembers.roundId, act.roundId));
  await tx
    .insert(councilMembers)
    .values({ ...seat, roundId: act.roundId, userId, sort: role === "chair" ? 0 : n + 1, createdAt: act.now })
    .onConflictDoUpdate({ target: [councilMembers.roundId, councilMembers.userId], set: seat });
  await noted(tx, act, "member-seated", { name: user.name, role });
  return { ok: true } as const;
}

/** Takes a seat away; what was scored and voted stays, and counts no more in what is still open. Refused: "not-allowed", "no-member". */
export async function unseatMember(tx: Tx, { memberId, ...act }: RoundAct & { memberId: string }) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const member = (await membersOf(tx, act)).find(({ id }) => id === memberId);
  if (!member) return refuse("no-member");
  await tx.update(councilMembers).set({ leftAt: act.now }).where(eq(councilMembers.id, memberId));
  await noted(tx, act, "member-unseated", { name: member.name });
  return { ok: true } as const;
}

/** Lets a unit hand in after the window, until a moment, for a reason that is kept. Refused: "not-allowed", "no-unit", "past", "no-reason". */
export async function grantLateException(
  tx: Tx,
  { unitId, until, reason, ...act }: RoundAct & { unitId: string; until: Date; reason: string },
) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("no-unit");
  if (until <= act.now) return refuse("past");
  if (reason === "") return refuse("no-reason");
  await tx
    .insert(lateExceptions)
    .values({ roundId: act.roundId, unitId, until, reason, grantedBy: act.actor?.userId ?? null, grantedAt: act.now });
  await noted(tx, act, "late-exception", { unit: unit.name, until: until.toISOString(), reason: reason.slice(0, 500) });
  return { ok: true } as const;
}
