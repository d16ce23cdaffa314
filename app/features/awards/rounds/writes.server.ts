import { and, eq, isNull, like } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardRounds, councilMembers, users } from "#db/schema.server";
import { type By, type Doer, doerMay } from "~/features/accounts/rules";
import { findCampaign, findCampaignFor } from "~/features/campaigns/reads.server";
import { findDocument } from "~/features/documents/reads.server";
import { findEvent, findEventFor } from "~/features/events/reads.server";
import { findUnit } from "~/features/units/reads.server";
import type { Localized } from "~/web/localized";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { addressPart, fold, untaken } from "~/web/text";
import { noted, type RoundAct, roundToChange, roundToManage } from "./act.writes.server";
import { insertPhases } from "./calendar.writes.server";
import { insertCategory } from "../categories/writes.server";
import { personOf } from "../contacts.reads.server";
import { decisionsOf } from "../honours/reads.server";
import { meetingsOf } from "../voting/reads.server";
import { membersOf, type Round } from "./reads.server";
import { postAsking } from "./reminders.writes.server";
import { inYear, lacksOf, mayPublish, type RoundFacts } from "./rules";
import { categoriesOf, type RoundTemplate } from "./templates.rules";

const searchOf = (title: Localized, year: number): string => fold(`${Object.values(title).join(" ")} ${year}`);

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
 * round moved to the new year. Refused: "no-owner" (none that stands), "not-allowed", "no-previous".
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
  if (!owner || owner.activeTo) return refuse("no-owner");
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

/**
 * Takes categories, calendar and council over from an earlier round: those whose account is still in use, for an empty
 * seat would count in the quorum. Nobody has declared anything in the new one.
 */
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
  for (const { userId, unitId, role, title, sort } of await membersOf(tx, { roundId: previous.id })) {
    const [account] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.disabledAt)));
    if (!account) continue;
    await tx
      .insert(councilMembers)
      .values({ roundId, userId, unitId, role, title, sort, personId: await personOf(tx, userId), createdAt: now });
  }
}

/**
 * Changes what is said of a round. Refused: "not-allowed", "ended", "no-campaign", "no-document", "no-event" (a new link leads to
 * nothing that the doer sees).
 */
export async function changeRound(tx: Tx, { roundId, actor, now, ...facts }: RoundAct & RoundFacts) {
  const asked = await roundToChange(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const gone = await missingLink(tx, { was: asked.round, facts, actor });
  if (gone) return refuse(gone);
  await tx
    .update(awardRounds)
    .set({ ...facts, search: searchOf(facts.title, facts.year), updatedAt: now })
    .where(eq(awardRounds.id, roundId));
  await noted(tx, { roundId, actor, now }, "changed", { title: facts.title.vi });
  return { ok: true, roundId } as const;
}

type Links = Pick<RoundFacts, "campaignId" | "documentId" | "ceremonyEventId">;

/** A link that stands already is left as it is, also where this doer could not choose it. */
async function missingLink(tx: Tx, { was, facts, actor }: { was: Links; facts: Links; actor: Doer }) {
  const chosen = (name: keyof Links) => (facts[name] === was[name] ? null : facts[name]);
  const campaignId = chosen("campaignId");
  const eventId = chosen("ceremonyEventId");
  const documentId = chosen("documentId");
  if (campaignId && !(await (actor ? findCampaignFor(tx, { campaignId, actor }) : findCampaign(tx, { campaignId }))))
    return "no-campaign";
  if (documentId && !(await findDocument(tx, { documentId }))) return "no-document";
  if (eventId && !(await (actor ? findEventFor(tx, { eventId, actor }) : findEvent(tx, { eventId }))))
    return "no-event";
  return null;
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
  const letters = await postAsking(tx, { round, matter: "call", now: act.now });
  await noted(tx, act, "published", { letters });
  return { ok: true, letters } as const;
}

/** Does the council sit right now? Its votes end with the meeting, not with the round. */
const meets = async (tx: Tx, act: RoundAct) => (await meetingsOf(tx, act)).some(({ state }) => state === "open");

/** Ends a round: nothing in it changes any more but what follows the decision. Refused: "not-allowed", "not-published", "meeting-open". */
export async function closeRound(tx: Tx, act: RoundAct) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  if (asked.round.state !== "published") return refuse("not-published");
  if (await meets(tx, act)) return refuse("meeting-open");
  await tx.update(awardRounds).set({ state: "closed", updatedAt: act.now }).where(eq(awardRounds.id, act.roundId));
  await noted(tx, act, "closed");
  return { ok: true } as const;
}

/**
 * Calls a round off, with a reason that stays in its history. Refused: "not-allowed", "ended", "no-reason",
 * "meeting-open", "decided" (it has honoured somebody; such a round is closed).
 */
export async function cancelRound(tx: Tx, { reason, ...act }: RoundAct & { reason: string }) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  if (reason === "") return refuse("no-reason");
  if (await meets(tx, act)) return refuse("meeting-open");
  if ((await decisionsOf(tx, act)).length > 0) return refuse("decided");
  await tx.update(awardRounds).set({ state: "cancelled", updatedAt: act.now }).where(eq(awardRounds.id, act.roundId));
  await noted(tx, act, "cancelled", { reason });
  return { ok: true } as const;
}
