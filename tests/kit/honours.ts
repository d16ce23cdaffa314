import { eq } from "drizzle-orm";
import { recordDecision } from "../../app/features/awards/honours/decision.writes.server";
import type { Actor } from "../../app/features/accounts/rules";
import { read, transact } from "../../db/client.server";
import { declaredConflicts, honours, nominations, nominationTexts, roundPhases, units } from "../../db/schema.server";
import { makeSeat } from "./awards";
import { type Council, makeCouncil } from "./council";
import { makeActor, now } from "./makers";

/** What no page of the public, no letter and no certificate may hold; it stands in every dossier. */
export const bait = {
  contactName: "Mồi Người Liên Hệ",
  contactPhone: "0987 654 321",
  contactEmail: "moi.lienhe@lamgiang.example",
};

export interface Proposed extends Council {
  /** The focal point of each nominating unit, in the order of the nominees. */
  focalPoints: Actor[];
}

/** A round in its decision phase, every nomination passed by the council, with its line for the roll. */
export async function makeProposed(
  names = ["Sở Y tế", "Sở Tư pháp"],
  from = "2025-08-31T00:00:00Z",
): Promise<Proposed> {
  const council = await makeCouncil({ size: 3, nominees: names, phase: ["2025-08-01T00:00:00Z", from] });
  return await transact(async (tx) => {
    await tx.insert(roundPhases).values({ roundId: council.round.id, kind: "decision", startsAt: new Date(from) });
    await tx
      .update(nominations)
      .set({ ...bait, state: "proposed", submittedAt: now })
      .where(eq(nominations.roundId, council.round.id));
    const focalPoints: Actor[] = [];
    for (const { id, unitId, nomineeName } of council.nominees) {
      await tx.insert(nominationTexts).values({
        ...{ nominationId: id, field: "achievement", text: `Số hóa hồ sơ của ${nomineeName} trong cả năm`, version: 1 },
        ...{ updatedByName: "Người viết", updatedAt: now },
      });
      const [unit] = await tx.select().from(units).where(eq(units.id, unitId));
      focalPoints.push(await makeActor(tx, "focal-point", { unit, name: `Đầu mối ${nomineeName}` }));
    }
    return { ...council, focalPoints };
  });
}

type Facts = Partial<Parameters<typeof recordDecision>[1]>;

/** A decision on all nominees, written down by the organizer unless told otherwise. */
export const decide = (at: Proposed, over: Facts = {}) =>
  transact((tx) =>
    recordDecision(tx, {
      ...{ roundId: at.round.id, actor: at.organizer, now, number: "2150/QĐ-UBND", issuedOn: "2025-08-31" },
      ...{ signatory: "Nguyễn Văn Sơn", signatoryTitle: "Chủ tịch", authority: "Chủ tịch UBND tỉnh" },
      ...{ nominationIds: at.nominees.map(({ id }) => id), ...over },
    }),
  );

/** The same, where it is known to be taken: the act that follows on the decision. */
export async function decided(at: Proposed, over: Facts = {}) {
  const done = await decide(at, over);
  if (!done.ok) throw new Error(done.reason);
  return { roundId: at.round.id, decisionId: done.decisionId, actor: at.organizer, now };
}

export const idOf = (at: Proposed, n: number): string => at.nominees[n]?.id as string;

/** The award of the nth nominee. */
export async function entryOf(at: Proposed, n: number) {
  const [entry] = await read
    .select()
    .from(honours)
    .where(eq(honours.nominationId, idOf(at, n)));
  if (!entry) throw new Error("This nominee was not honoured");
  return entry;
}

/** Closes a dossier to the organizer, who sits in the council. */
export const conflict = (at: Proposed, n: number) =>
  transact(async (tx) => {
    const seat = await makeSeat(tx, at.round, at.organizer, { role: "secretary", sort: 9 });
    await tx.insert(declaredConflicts).values({
      ...{ memberId: seat.id, nominationId: idOf(at, n), reason: "Người thân", source: "member", at: now },
    });
  });

/** An award of an earlier year. */
export const past = {
  ...({ year: 2023, category: "Cá nhân tiêu biểu", form: "commendation", kind: "individual", position: "" } as const),
  ...{ name: "Đặng Thị Ngọc Ẩn", unitName: "Xã Thạch Khê", achievement: "Dạy người già dùng dịch vụ công" },
  ...{ decisionNumber: "88/QĐ-UBND", decidedOn: "2023-10-10", unitId: null },
};
