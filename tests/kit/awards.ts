import type { Tx } from "../../db/client.server";
import { newId } from "../../db/dialect/ids";
import {
  awardCategories,
  awardCriteria,
  awardRounds,
  councilMembers,
  nominations,
  roundPhases,
} from "../../db/schema.server";
import type { Actor } from "../../app/features/accounts/rules";
import { fold } from "../../app/web/text";
import { makeUnit, now } from "./makers";

type Some<T> = { [K in keyof T]?: T[K] };
type Phases = Partial<Record<(typeof roundPhases.$inferInsert)["kind"], [from: string, to: string | null]>>;

/** A published round whose nomination window stands open at the kit's `now`, unless told otherwise. */
export async function makeRound(tx: Tx, given: Some<typeof awardRounds.$inferInsert> & { phases?: Phases } = {}) {
  const { phases = { nomination: ["2025-08-15T00:00:00Z", "2025-09-15T10:00:00Z"] }, ...over } = given;
  const ownerUnitId = over.ownerUnitId ?? (await makeUnit(tx, { name: "Ủy ban nhân dân tỉnh", kind: "committee" })).id;
  const [round] = await tx
    .insert(awardRounds)
    .values({
      slug: `round-${newId()}`,
      title: { vi: "Khen thưởng Ngày Chuyển đổi số 2025" },
      year: 2025,
      state: "published",
      eligibility: [],
      publishedAt: now,
      search: "khen thuong ngay chuyen doi so 2025",
      createdAt: now,
      updatedAt: now,
      ...over,
      ownerUnitId,
    })
    .returning();
  const made = round as typeof awardRounds.$inferSelect;
  for (const [kind, window] of Object.entries(phases) as [keyof Phases, [string, string | null]][])
    await tx.insert(roundPhases).values({
      roundId: made.id,
      kind: kind as "vote",
      startsAt: new Date(window[0]),
      endsAt: window[1] ? new Date(window[1]) : null,
    });
  return made;
}

/** A category with criteria of these weights (they are to sum to 100), each of at most 10 points. */
export async function makeCategory(
  tx: Tx,
  round: { id: string },
  given: Some<typeof awardCategories.$inferInsert> & { weights?: number[] } = {},
) {
  const { weights = [40, 30, 20, 10], ...over } = given;
  const [category] = await tx
    .insert(awardCategories)
    .values({
      roundId: round.id,
      sort: 1,
      title: { vi: "Cơ quan cấp tỉnh tiêu biểu" },
      forms: ["merit"],
      nomineeKinds: ["unit", "individual"],
      requiredFiles: ["proposal", "report", "minutes"],
      ...over,
    })
    .returning();
  const made = category as typeof awardCategories.$inferSelect;
  const criteria = await tx
    .insert(awardCriteria)
    .values(
      weights.map((weight, n) => ({ categoryId: made.id, sort: n + 1, title: { vi: `Tiêu chí ${n + 1}` }, weight })),
    )
    .returning();
  return { category: made, criteria: criteria.sort((a, b) => a.sort - b.sort) };
}

/** A seat of the council for an account; conflicts declared unless told otherwise. */
export async function makeSeat(
  tx: Tx,
  round: { id: string },
  actor: Pick<Actor, "userId">,
  given: Some<typeof councilMembers.$inferInsert> = {},
) {
  const [seat] = await tx
    .insert(councilMembers)
    .values({ roundId: round.id, userId: actor.userId, sort: 1, declaredAt: now, createdAt: now, ...given })
    .returning();
  return seat as typeof councilMembers.$inferSelect;
}

/** A nomination of a unit, for that unit itself unless a nominee is named. */
export async function makeNomination(
  tx: Tx,
  category: { id: string; roundId: string },
  unit: { id: string; name: string },
  given: Some<typeof nominations.$inferInsert> = {},
) {
  const nomineeName = given.nomineeName ?? unit.name;
  const [nomination] = await tx
    .insert(nominations)
    .values({
      roundId: category.roundId,
      categoryId: category.id,
      unitId: unit.id,
      nomineeUnitId: unit.id,
      state: "qualified",
      kind: "unit",
      form: "merit",
      nomineeKey: fold(nomineeName),
      search: fold(nomineeName),
      createdAt: now,
      updatedAt: now,
      ...given,
      nomineeName,
    })
    .returning();
  return nomination as typeof nominations.$inferSelect;
}
