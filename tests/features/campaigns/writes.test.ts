import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { historyOf } from "~/features/audit/reads.server";
import { markMilestone, savePlan } from "~/features/campaigns/plan/writes.server";
import {
  campaignsCiting,
  findCampaign,
  findCampaignFor,
  findPublicCampaign,
  listCampaigns,
  searchCampaigns,
} from "~/features/campaigns/reads.server";
import type { CampaignKind } from "~/features/campaigns/rules";
import {
  campaignFromLast,
  changeCampaign,
  createCampaign,
  setUnitStart,
  stepCampaign,
} from "~/features/campaigns/writes.server";
import { citeDocument, unciteDocument } from "~/features/campaigns/documents.writes.server";
import { registerDocument } from "~/features/documents/writes.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeUnit, now } from "../../kit/makers";

useDatabase();

const by = { actor: null, now };
const text = { theme: null, secondTheme: null, purpose: null, isPublic: true };
const title = { vi: "Ngày Chuyển đổi số quốc gia 2025", en: "National Digital Transformation Day 2025" };

async function campaign(
  given: { kind?: CampaignKind; anchorOn?: string; title?: typeof title; ownerUnitId?: string } = {},
) {
  const ownerUnitId = given.ownerUnitId ?? (await transact((tx) => makeUnit(tx))).id;
  const asked = { kind: "national-day" as const, anchorOn: "2025-10-10", title, ...text, ...given, ownerUnitId, ...by };
  const done = await transact((tx) => createCampaign(tx, asked));
  if (!done.ok) throw new Error(done.reason);
  return done;
}
const found = async (campaignId: string) => {
  const one = await findCampaign(read, { campaignId });
  if (!one) throw new Error("no campaign");
  return one;
};
const document = async (number: string) => {
  const blank = {
    issuer: "",
    issuedOn: "2025-08-29",
    abstract: "",
    signatory: "",
    parentId: "",
    validFrom: "",
    validTo: "",
    url: "",
  };
  const done = await transact((tx) => registerDocument(tx, { ...blank, number, ...by }));
  if (!done.ok) throw new Error(done.reason);
  return done.documentId;
};

describe("a new campaign", () => {
  test("is a draft with the phases and milestones of its kind", async () => {
    const one = await found((await campaign()).campaignId);
    expect([one.state, one.anchorOn, one.startsOn, one.endsOn]).toEqual([
      "draft",
      "2025-10-10",
      "2025-08-11",
      "2025-12-15",
    ]);
    expect([one.phases.length, one.milestones.length]).toEqual([5, 16]);
    const movement = await found((await campaign({ kind: "movement", anchorOn: "2025-03-26" })).campaignId);
    expect([movement.anchorOn, movement.startsOn, movement.endsOn, movement.phases]).toEqual([
      null,
      "2025-03-26",
      null,
      [],
    ]);
  });

  test("has a public name of its own, and a page only once it runs", async () => {
    const [first, second] = [await campaign(), await campaign()];
    expect([first.slug, second.slug]).toEqual([
      "ngay-chuyen-doi-so-quoc-gia-2025",
      "ngay-chuyen-doi-so-quoc-gia-2025-2",
    ]);
    expect(await findPublicCampaign(read, { slug: first.slug })).toBeNull();
    await transact((tx) => stepCampaign(tx, { campaignId: first.campaignId, step: "start", ...by }));
    expect((await findPublicCampaign(read, { slug: first.slug }))?.id).toBe(first.campaignId);
  });

  test("is refused without a unit that leads it, and when it would end before it starts", async () => {
    const asked = { kind: "custom" as const, anchorOn: "2025-10-10", title, ...text, ...by };
    expect(await transact((tx) => createCampaign(tx, { ...asked, ownerUnitId: "nobody" }))).toEqual({
      ok: false,
      reason: "no-owner",
    });
    const unit = await transact((tx) => makeUnit(tx));
    const backwards = { ...asked, ownerUnitId: unit.id, startsOn: "2025-10-10", endsOn: "2025-10-09" };
    expect(await transact((tx) => createCampaign(tx, backwards))).toEqual({ ok: false, reason: "ends-before-start" });
  });
});

describe("the steps of a campaign", () => {
  test("go draft, running, closed and back; a second press is refused and writes nothing", async () => {
    const { campaignId } = await campaign();
    const step = async (name: "start" | "close" | "reopen") =>
      await transact((tx) => stepCampaign(tx, { campaignId, step: name, ...by }));
    expect(await step("close")).toEqual({ ok: false, reason: "wrong-state" });
    expect(await step("start")).toEqual({ ok: true, state: "running" });
    expect(await step("start")).toEqual({ ok: false, reason: "wrong-state" });
    expect(await step("close")).toEqual({ ok: true, state: "closed" });
    expect(await step("reopen")).toEqual({ ok: true, state: "running" });
    expect((await historyOf(read, { subject: `campaign:${campaignId}` })).length).toBe(4);
  });
});

describe("who sees a campaign", () => {
  test("a draft is for those who manage its unit or oversee it; a running one for everybody who has signed in", async () => {
    const [mine, other] = await transact(async (tx) => [
      await makeUnit(tx, { name: "Sở A" }),
      await makeUnit(tx, { name: "Sở B" }),
    ]);
    const { campaignId } = await campaign({ ownerUnitId: mine!.id });
    const [organizer, stranger, overseer, head] = await transact(async (tx) => [
      await makeActor(tx, "organizer", { unit: mine }),
      await makeActor(tx, "organizer", { unit: other }),
      await makeActor(tx, "supervisor"),
      await makeActor(tx, "head", { unit: mine }),
    ]);
    const sees = async () =>
      await Promise.all(
        [organizer, stranger, overseer, head].map(async (actor) =>
          Boolean(await findCampaignFor(read, { campaignId, actor: actor! })),
        ),
      );
    expect(await sees()).toEqual([true, false, true, false]);
    expect(await listCampaigns(read, { actor: stranger! })).toEqual([]);
    expect(await searchCampaigns(read, { term: "chuyen doi so", limit: 5, actor: stranger! })).toEqual([]);
    expect(
      (await searchCampaigns(read, { term: "chuyen doi so 2025", limit: 5, actor: organizer! })).map((one) => one.id),
    ).toEqual([campaignId]);
    await transact((tx) => stepCampaign(tx, { campaignId, step: "start", ...by }));
    expect(await sees()).toEqual([true, true, true, true]);
  });
});

describe("a changed campaign", () => {
  const facts = async (campaignId: string) => {
    const { startsOn, ownerUnitId } = await found(campaignId);
    return { campaignId, title, ...text, ownerUnitId, startsOn, endsOn: "2025-12-15", anchorOn: "2025-10-10", ...by };
  };

  test("is found by its theme in every language it was written in", async () => {
    const { campaignId } = await campaign();
    const theme = { vi: "Nhanh hơn, hiệu quả hơn, gần dân hơn", en: "Closer to the people" };
    await transact(async (tx) => changeCampaign(tx, { ...(await facts(campaignId)), theme }));
    const admin = await transact((tx) => makeActor(tx, "administrator"));
    for (const term of ["gan dan hon", "closer people"])
      expect((await searchCampaigns(read, { term, limit: 5, actor: admin })).length).toBe(1);
  });

  test("takes phases and milestones along with a new anchor, but not a day moved by hand", async () => {
    const { campaignId } = await campaign();
    const before = await found(campaignId);
    const [first, ...others] = before.milestones;
    await transact((tx) =>
      savePlan(tx, {
        campaignId,
        phases: before.phases,
        milestones: [{ ...first!, dueOn: "2025-08-20" }, ...others],
        ...by,
      }),
    );
    const moved = { ...(await facts(campaignId)), anchorOn: "2025-10-17" };
    expect(await transact((tx) => changeCampaign(tx, moved))).toEqual({ ok: true });
    const after = await found(campaignId);
    expect(after.milestones.map((one) => one.dueOn).slice(0, 2)).toEqual(["2025-08-20", "2025-09-02"]);
    expect(after.milestones.find((one) => one.offsetDays === 0)?.dueOn).toBe("2025-10-17");
    expect(after.phases[0]?.startsOn).toBe("2025-08-18");
  });
});

describe("the plan of a campaign", () => {
  test("keeps the rows that stay, with what is done, and drops the ones that were removed", async () => {
    const { campaignId } = await campaign();
    const before = await found(campaignId);
    const [kept] = before.milestones;
    await transact((tx) => markMilestone(tx, { campaignId, milestoneId: kept!.id, doneOn: "2025-08-11", ...by }));
    const plan = {
      phases: [{ id: null, title: { vi: "Cả đợt" }, startsOn: "2025-08-11", endsOn: null }],
      milestones: [
        { ...kept!, title: { vi: "Dự thảo" } },
        { id: null, title: { vi: "Họp báo" }, dueOn: "2025-09-01", offsetDays: null },
      ],
    };
    expect(await transact((tx) => savePlan(tx, { campaignId, ...plan, ...by }))).toEqual({ ok: true });
    const after = await found(campaignId);
    expect(after.phases.map((one) => one.title.vi)).toEqual(["Cả đợt"]);
    expect(after.milestones.map((one) => [one.title.vi, one.doneOn, one.offsetDays])).toEqual([
      ["Dự thảo", "2025-08-11", -60],
      ["Họp báo", null, null],
    ]);
  });

  test("never takes a row of another campaign", async () => {
    const [mine, theirs] = [await campaign(), await campaign()];
    const stolen = (await found(theirs.campaignId)).milestones[0]!;
    await transact((tx) =>
      savePlan(tx, {
        campaignId: mine.campaignId,
        phases: [],
        milestones: [{ ...stolen, title: { vi: "Lấy" } }],
        ...by,
      }),
    );
    expect((await found(theirs.campaignId)).milestones[0]?.title.vi).toBe("Dự thảo kế hoạch");
    const mark = { campaignId: mine.campaignId, milestoneId: stolen.id, doneOn: "2025-08-11", ...by };
    expect(await transact((tx) => markMilestone(tx, mark))).toEqual({ ok: false, reason: "gone" });
  });

  test("is refused whole when two phases overlap", async () => {
    const { campaignId } = await campaign();
    const phases = [
      { id: null, title: { vi: "A" }, startsOn: "2025-09-01", endsOn: "2025-09-10" },
      { id: null, title: { vi: "B" }, startsOn: "2025-09-10", endsOn: null },
    ];
    expect(await transact((tx) => savePlan(tx, { campaignId, phases, milestones: [], ...by }))).toEqual({
      ok: false,
      reason: "phases",
    });
    expect((await found(campaignId)).milestones.length).toBe(16);
  });
});

describe("next year's campaign", () => {
  test("is a draft with shifted days, carried documents, a new year in its name and no theme", async () => {
    const { campaignId } = await campaign();
    const [plan, basis] = [await document("634/KH-UBND"), await document("505/QĐ-TTg")];
    await transact((tx) => citeDocument(tx, { campaignId, documentId: plan, role: "plan", ...by }));
    await transact((tx) => citeDocument(tx, { campaignId, documentId: basis, role: "basis", ...by }));
    await transact(async (tx) =>
      markMilestone(tx, {
        campaignId,
        milestoneId: (await found(campaignId)).milestones[0]!.id,
        doneOn: "2025-08-11",
        ...by,
      }),
    );
    const done = await transact((tx) => campaignFromLast(tx, { campaignId, year: 2026, ...by }));
    const next = await found(done.ok ? done.campaignId : "");
    expect([next.state, next.title, next.slug, next.theme, next.previousId]).toEqual([
      "draft",
      { vi: "Ngày Chuyển đổi số quốc gia 2026", en: "National Digital Transformation Day 2026" },
      "ngay-chuyen-doi-so-quoc-gia-2026",
      null,
      campaignId,
    ]);
    expect([next.anchorOn, next.startsOn, next.milestones[2]?.dueOn]).toEqual([
      "2026-10-10",
      "2026-08-11",
      "2026-08-31",
    ]);
    expect(next.milestones.every((one) => one.doneOn === null)).toBe(true);
    expect(next.documents.map((one) => [one.number, one.role])).toEqual([
      ["505/QĐ-TTg", "basis"],
      ["634/KH-UBND", "basis"],
    ]);
    expect((await found(campaignId)).title).toEqual(title);
  });

  test("is made once: a second press leads to the first one", async () => {
    const { campaignId } = await campaign();
    const first = await transact((tx) => campaignFromLast(tx, { campaignId, year: 2026, ...by }));
    const second = await transact((tx) => campaignFromLast(tx, { campaignId, year: 2026, ...by }));
    expect(second).toEqual({ ok: false, reason: "already", campaignId: first.ok && first.campaignId });
    expect(await transact((tx) => campaignFromLast(tx, { campaignId, year: 2025, ...by }))).toEqual({
      ok: false,
      reason: "same-year",
    });
  });
});

describe("documents of a campaign", () => {
  test("one of them is the plan; the former plan becomes a basis", async () => {
    const { campaignId } = await campaign();
    const [one, two] = [await document("634/KH-UBND"), await document("700/KH-UBND")];
    for (const documentId of [one, two])
      await transact((tx) => citeDocument(tx, { campaignId, documentId, role: "plan", ...by }));
    expect((await found(campaignId)).documents.map((row) => [row.number, row.role])).toEqual([
      ["700/KH-UBND", "plan"],
      ["634/KH-UBND", "basis"],
    ]);
    const [admin, stranger] = await transact(async (tx) => [
      await makeActor(tx, "administrator"),
      await makeActor(tx, "head", { unit: await makeUnit(tx) }),
    ]);
    expect((await campaignsCiting(read, { documentId: one, actor: admin! })).map((row) => [row.id, row.role])).toEqual([
      [campaignId, "basis"],
    ]);
    expect(await campaignsCiting(read, { documentId: one, actor: stranger! })).toEqual([]);
    await transact((tx) => unciteDocument(tx, { campaignId, documentId: one, ...by }));
    expect((await found(campaignId)).documents.length).toBe(1);
  });
});

test("a unit begins on a day of its own, and may return to the common one", async () => {
  const { campaignId } = await campaign({ kind: "days-and-nights", anchorOn: "2025-07-24" });
  const ward = await transact((tx) => makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" }));
  const start = async (startsOn: string | null) =>
    await transact((tx) => setUnitStart(tx, { campaignId, unitId: ward.id, startsOn, ...by }));
  await start("2025-08-12");
  await start("2025-08-13");
  expect((await found(campaignId)).starts).toEqual([
    { unitId: ward.id, name: "Phường Bến Lam", startsOn: "2025-08-13" },
  ]);
  await start(null);
  expect((await found(campaignId)).starts).toEqual([]);
});

test("who does not run a campaign is refused by each write, and nothing is changed or noted", async () => {
  const { campaignId } = await campaign();
  const documentId = await document("17/KH-UBND");
  await transact((tx) => citeDocument(tx, { campaignId, documentId, role: "plan", ...by }));
  const before = [await found(campaignId), await historyOf(read, { subject: `campaign:${campaignId}` })];
  const mine = await transact((tx) => makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" }));
  const actor = await transact((tx) => makeActor(tx, "organizer", { unit: mine }));
  const act = { campaignId, actor, now };
  const { ownerUnitId, startsOn, milestones } = before[0] as Awaited<ReturnType<typeof found>>;
  const dates = { anchorOn: "", startsOn, endsOn: "" };
  const refused = await transact(async (tx) => [
    await createCampaign(tx, { kind: "custom", anchorOn: startsOn, title, ...text, ownerUnitId, actor, now }),
    await changeCampaign(tx, { title: { vi: "Khác" }, ...text, ...dates, ownerUnitId, ...act }),
    await changeCampaign(tx, { title: { vi: "Khác" }, ...text, ...dates, ownerUnitId: mine.id, ...act }),
    await stepCampaign(tx, { step: "start", ...act }),
    await campaignFromLast(tx, { year: 2026, ...act }),
    await savePlan(tx, { phases: [], milestones: [], ...act }),
    await markMilestone(tx, { milestoneId: milestones[0]!.id, doneOn: "2025-09-01", ...act }),
    await citeDocument(tx, { documentId, role: "basis", ...act }),
    await unciteDocument(tx, { documentId, ...act }),
    await setUnitStart(tx, { unitId: mine.id, startsOn: "2025-09-08", ...act }),
  ]);
  expect(refused).toEqual(refused.map(() => ({ ok: false, reason: "not-allowed" })));
  expect([await found(campaignId), await historyOf(read, { subject: `campaign:${campaignId}` })]).toEqual(before);
  expect((await searchCampaigns(read, { term: "2026", limit: 9, actor })).length).toBe(0);
});

test("nobody gives their campaign to a unit that is not theirs", async () => {
  const [mine, theirs] = await transact(async (tx) => [await makeUnit(tx), await makeUnit(tx, { name: "Sở Nội vụ" })]);
  const { campaignId } = await campaign({ ownerUnitId: mine!.id });
  const actor = await transact((tx) => makeActor(tx, "organizer", { unit: mine }));
  const change = { campaignId, title, ...text, anchorOn: "", startsOn: "2025-09-01", endsOn: "", actor, now };
  const giveTo = (ownerUnitId: string) => transact((tx) => changeCampaign(tx, { ...change, ownerUnitId }));
  expect([await giveTo(theirs!.id), await giveTo(mine!.id)]).toEqual([
    { ok: false, reason: "not-allowed" },
    { ok: true },
  ]);
});

test("a new campaign's form sent twice makes one, with one plan", async () => {
  const press = "0199a0b0-0000-7000-8000-000000000004";
  const ownerUnitId = (await transact((tx) => makeUnit(tx))).id;
  const asked = { press, kind: "national-day" as const, anchorOn: "2025-10-10", title, ...text, ownerUnitId, ...by };
  const once = await transact((tx) => createCampaign(tx, asked));
  const planned = (await found(press)).milestones.length;
  expect(once).toMatchObject({ ok: true, campaignId: press });
  expect(await transact((tx) => createCampaign(tx, asked))).toEqual(once);
  expect((await found(press)).milestones.length).toBe(planned);
  const actor = await transact((tx) => makeActor(tx, "organizer"));
  expect((await listCampaigns(read, { actor })).map(({ id }) => id)).toEqual([press]);
});
