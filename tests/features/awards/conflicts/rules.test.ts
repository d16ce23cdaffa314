import { describe, expect, test } from "vitest";
import {
  type ConflictReason,
  type ConflictTerms,
  conflictsAmong,
  type DossierFacts,
  type MemberFacts,
  pairOf,
} from "../../../../app/features/awards/conflicts/rules";

const member: MemberFacts = {
  memberId: "m",
  userId: "user-m",
  personIds: ["person-m"],
  name: "Trần Thị Mai",
  unitPath: "/p/skhcn/",
  headed: [],
};
const dossier: DossierFacts = {
  nominationId: "n",
  categoryId: "c",
  state: "qualified",
  nomineeName: "Sở Y tế",
  unitPaths: ["/p/syt/"],
  signedBy: "user-x",
  signedByPersonId: "person-x",
};
const terms: ConflictTerms = { years: 3, rivalCategories: new Set(), declared: new Set(), today: "2025-10-01" };

const one = (
  over: { member?: Partial<MemberFacts>; dossier?: Partial<DossierFacts>; terms?: Partial<ConflictTerms> } = {},
): ConflictReason | null =>
  conflictsAmong([{ ...member, ...over.member }], [{ ...dossier, ...over.dossier }], { ...terms, ...over.terms }).get(
    pairOf("m", "n"),
  ) ?? null;

describe("a member and one dossier", () => {
  test("have no conflict when nothing joins them", () => expect(one()).toBe(null));
  test("of the own unit, as nominating or as honoured unit, are in conflict", () => {
    expect(one({ dossier: { unitPaths: ["/p/skhcn/"] } })).toBe("own-unit");
    expect(one({ dossier: { unitPaths: ["/p/syt/", "/p/skhcn/"] } })).toBe("own-unit");
  });
  test("of a unit above or below are in conflict, of a neighbour whose path begins alike are not", () => {
    expect(one({ dossier: { unitPaths: ["/p/"] } })).toBe("unit-above");
    expect(one({ dossier: { unitPaths: ["/p/skhcn/centre/"] } })).toBe("unit-below");
    expect(one({ dossier: { unitPaths: ["/p/skhcn2/"] } })).toBe(null);
  });
  test("of a unit headed within three years are in conflict, of one left before that or not yet taken are not", () => {
    const headed = (from: string, to: string | null) =>
      one({ member: { headed: [{ unitPath: "/p/syt/", from, to }] } });
    expect(headed("2019-01-01", "2022-10-01")).toBe("headed-unit");
    expect(headed("2019-01-01", "2022-09-30")).toBe(null);
    expect(headed("2024-01-01", null)).toBe("headed-unit");
    expect(headed("2025-10-02", null)).toBe(null);
  });
  test("are in conflict when the member signed it, by the account or by the office", () => {
    expect(one({ dossier: { signedBy: "user-m" } })).toBe("signatory");
    expect(one({ dossier: { signedByPersonId: "person-m" } })).toBe("signatory");
    expect(one({ member: { personIds: [] }, dossier: { signedByPersonId: null } })).toBe(null);
  });
  test("are in conflict when the member is the nominee, however the name is written", () =>
    expect(one({ dossier: { nomineeName: "TRẦN  THỊ MAI" } })).toBe("nominee"));
  test("are in conflict when it was declared for this pair", () => {
    expect(one({ terms: { declared: new Set([pairOf("m", "n")]) } })).toBe("declared");
    expect(one({ terms: { declared: new Set([pairOf("m", "other")]) } })).toBe(null);
  });
});

describe("a rival", () => {
  const own: DossierFacts = { ...dossier, nominationId: "own", unitPaths: ["/p/skhcn/"] };
  const elsewhere: DossierFacts = { ...dossier, nominationId: "elsewhere", categoryId: "d" };
  const among = (dossiers: DossierFacts[], rivalCategories = new Set(["c"])) =>
    Object.fromEntries(conflictsAmong([member], dossiers, { ...terms, rivalCategories }));

  test("leaves the whole category in which the own unit competes, and no other", () =>
    expect(among([own, dossier, elsewhere])).toEqual({ "m:own": "own-unit", "m:n": "rival" }));
  test("stays when the own unit's dossier is a draft or was withdrawn", () => {
    for (const state of ["draft", "signed", "withdrawn"] as const)
      expect(among([{ ...own, state }, dossier])).toEqual({ "m:own": "own-unit" });
  });
  test("stays where the category does not ask rivals to leave", () =>
    expect(among([own, dossier], new Set())).toEqual({ "m:own": "own-unit" }));
  test("is not made by a unit that is only below the member's", () =>
    expect(among([{ ...own, unitPaths: ["/p/skhcn/centre/"] }, dossier])).toEqual({ "m:own": "unit-below" }));
});
