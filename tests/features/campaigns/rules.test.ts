import { describe, expect, test } from "vitest";
import { gathered, parseCampaignChange, parseNewCampaign } from "~/features/campaigns/forms";
import { campaignWords } from "~/features/campaigns/messages";
import { parsePlan, planValues, reshaped, rowsOf } from "~/features/campaigns/plan/forms";
import {
  dayOfCampaign,
  inAnotherYear,
  inYear,
  offsetName,
  ownEnd,
  phaseFaults,
  phaseOn,
  type PlannedMilestone,
  retitled,
  slugOf,
  squeezed,
  standingOn,
} from "~/features/campaigns/rules";
import { laidOut, nationalDay, templates, yearToPrepare } from "~/features/campaigns/templates.rules";

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

describe("45 days and nights", () => {
  const drive = { startsOn: "2025-07-24", endsOn: "2025-09-06" };
  test("count the first and the last day", () => {
    expect(laidOut("days-and-nights", "2025-07-24").endsOn).toBe("2025-09-06");
    expect(laidOut("days-and-nights", "2025-08-13").endsOn).toBe("2025-09-26");
    expect(["2025-07-23", "2025-07-24", "2025-09-06", "2025-09-07"].map((day) => dayOfCampaign(drive, day))).toEqual([
      ...[null, { n: 1, of: 45 }, { n: 45, of: 45 }, null],
    ]);
  });

  test("run from a unit's own start where it has one", () => {
    expect(dayOfCampaign(drive, "2025-08-13", "2025-08-13")).toEqual({ n: 1, of: 45 });
    expect(dayOfCampaign(drive, "2025-09-20", "2025-08-13")).toEqual({ n: 39, of: 45 });
    expect(ownEnd(drive, "2025-08-13")).toBe("2025-09-26");
  });

  test("have four phases that meet without a gap: 1–5, 6–35, 36–42, 43–45", () => {
    const { phases } = laidOut("days-and-nights", "2025-08-13");
    const days = phases.map((phase) =>
      [phase.startsOn, phase.endsOn].map(
        (day) => dayOfCampaign({ startsOn: "2025-08-13", endsOn: "2025-09-26" }, day ?? "")?.n,
      ),
    );
    expect(days).toEqual([
      [1, 5],
      [6, 35],
      [36, 42],
      [43, 45],
    ]);
    expect(phaseFaults(phases)).toEqual([null, null, null, null]);
  });

  test("a movement has no end and no day n", () => {
    expect(dayOfCampaign({ startsOn: "2025-03-26", endsOn: null }, "2026-01-01")).toBeNull();
    expect(standingOn({ startsOn: "2025-03-26", endsOn: null }, "2035-01-01")).toEqual({ at: "during" });
  });
});

describe("the national day", () => {
  test("hangs on 10/10: phases of the plan, sixteen milestones from T−60 to 15/12", () => {
    const { phases, milestones, startsOn, endsOn } = laidOut("national-day", nationalDay(2025));
    expect([startsOn, endsOn]).toEqual(["2025-08-11", "2025-12-15"]);
    expect(phases.map((phase) => [phase.startsOn, phase.endsOn])).toEqual([
      ["2025-08-11", "2025-08-31"],
      ["2025-09-01", "2025-09-30"],
      ["2025-10-01", "2025-10-10"],
      ["2025-10-11", "2025-10-31"],
      ["2025-11-01", "2025-12-15"],
    ]);
    expect(milestones.map((one) => offsetName(one.offsetDays))).toEqual([
      ...[
        "T−60",
        "T−45",
        "T−40",
        "T−35",
        "T−30",
        "T−20",
        "T−15",
        "T−10",
        "T−7",
        "T−3",
        "T−1",
        "T",
        "T+3",
        "T+15",
        "T+30",
        "T+66",
      ],
    ]);
    expect(milestones.find((one) => one.offsetDays === -40)?.dueOn).toBe("2025-08-31");
  });

  test("is prepared for this year until 10/10 has passed", () => {
    expect(["2025-10-10", "2025-10-11"].map(yearToPrepare)).toEqual([2025, 2026]);
  });

  test("every template is written in four languages", () => {
    for (const { phases, milestones } of Object.values(templates))
      for (const { title } of [...phases, ...milestones]) expect(Object.keys(title)).toEqual(["vi", "en", "ar", "hi"]);
  });
});

describe("phases", () => {
  test("may not overlap, end before they start, or stay open in the middle", () => {
    const faults = (...spans: [string, string | null][]) =>
      phaseFaults(spans.map(([startsOn, endsOn]) => ({ startsOn, endsOn })));
    expect(faults(["2025-09-01", "2025-09-10"], ["2025-09-10", "2025-09-20"])).toEqual([null, "overlap"]);
    expect(faults(["2025-09-11", "2025-09-20"], ["2025-09-01", "2025-09-11"])).toEqual(["overlap", null]);
    expect(faults(["2025-09-01", "2025-08-31"])).toEqual(["ends-before-start"]);
    expect(faults(["2025-09-01", null], ["2025-10-01", "2025-10-10"])).toEqual(["open-not-last", null]);
    expect(faults(["2025-09-01", "2025-09-30"], ["2025-10-01", null])).toEqual([null, null]);
  });

  test("hold today or nothing", () => {
    const phases = [
      { startsOn: "2025-09-01", endsOn: "2025-09-30" },
      { startsOn: "2025-10-02", endsOn: null },
    ];
    expect(
      ["2025-08-31", "2025-09-30", "2025-10-01", "2030-01-01"].map((day) => phaseOn(phases, day)?.startsOn ?? null),
    ).toEqual([...[null, "2025-09-01", null, "2025-10-02"]]);
  });
});

describe("a plan made late", () => {
  const plan = (given: [string, string, number | null, string | null][]): PlannedMilestone[] =>
    given.map(([id, dueOn, offsetDays, doneOn]) => ({ id, dueOn, offsetDays, doneOn }));

  test("warns of what is past and of the step that it squeezes, and of nothing else", () => {
    // The plan of 02/10 for 10/10.
    const late = plan([
      ["draft", "2025-08-11", -60, "2025-09-30"],
      ["appraisal", "2025-09-30", -10, null],
      ["reminder", "2025-10-03", -7, null],
      ["rehearsal", "2025-10-09", -1, null],
    ]);
    expect([...squeezed(late, "2025-10-02")]).toEqual([
      ["appraisal", { kind: "late", days: 2 }],
      ["reminder", { kind: "squeezed", left: 1, planned: 3, after: "appraisal" }],
    ]);
  });

  test("has no warning while it is in time: a near day is not a squeezed one", () => {
    const inTime = plan([
      ["a", "2025-09-30", -10, "2025-09-29"],
      ["b", "2025-10-03", -7, null],
      ["c", "2025-10-07", -3, null],
    ]);
    expect([...squeezed(inTime, "2025-10-02")]).toEqual([]);
    expect([...squeezed(inTime, "2025-10-03")]).toEqual([]);
  });

  test("warns when a step was moved behind one that needs it", () => {
    const moved = plan([
      ["issued", "2025-09-15", -40, null],
      ["invitations", "2025-09-10", -30, null],
      ["free", "2025-09-01", null, null],
    ]);
    expect([...squeezed(moved, "2025-08-01")]).toEqual([["issued", { kind: "out-of-order", after: "invitations" }]]);
  });
});

describe("next year from this one", () => {
  const last = {
    anchorOn: "2025-10-10",
    startsOn: "2025-08-15",
    endsOn: "2025-12-15",
    phases: [
      { startsOn: "2025-10-01", endsOn: "2025-10-10" },
      { startsOn: "2025-10-11", endsOn: null },
    ],
    milestones: [
      { dueOn: "2025-09-05", offsetDays: -40 },
      { dueOn: "2025-09-20", offsetDays: null },
    ],
  };

  test("keeps the distance from 10/10, across a leap day too; a T−40 moved by hand goes back to its T", () => {
    for (const year of [2026, 2028])
      expect(inAnotherYear(last, year)).toEqual({
        anchorOn: `${year}-10-10`,
        startsOn: `${year}-08-15`,
        endsOn: `${year}-12-15`,
        phases: [
          { startsOn: `${year}-10-01`, endsOn: `${year}-10-10` },
          { startsOn: `${year}-10-11`, endsOn: null },
        ],
        milestones: [
          { dueOn: `${year}-08-31`, offsetDays: -40 },
          { dueOn: `${year}-09-20`, offsetDays: null },
        ],
      });
  });

  test("moves the years of its title and no other number", () => {
    const title = { vi: "Ngày CĐS 2025, kế hoạch 2025–2027, số 20251", en: "DX Day 2025" };
    expect(retitled(title, { from: 2025, to: 2025, by: 1 })).toEqual({
      vi: "Ngày CĐS 2026, kế hoạch 2026–2027, số 20251",
      en: "DX Day 2026",
    });
    expect(retitled({ vi: "Bình dân học vụ số 2025–2027" }, { from: 2025, to: 2027, by: 3 })).toEqual({
      vi: "Bình dân học vụ số 2028–2030",
    });
  });

  test("29 February is the 28th where there is none", () => expect(inYear("2024-02-29", 2025)).toBe("2025-02-28"));
});

test("the name of a public page is the folded title", () => {
  expect(slugOf("Ngày Chuyển đổi số quốc gia 2025")).toBe("ngay-chuyen-doi-so-quoc-gia-2025");
  expect(slugOf("  ĐẶC KHU / 10⁄10 !! ")).toBe("dac-khu-10-10");
  expect(slugOf("اليوم الوطني")).toBe("chien-dich");
  expect(slugOf("a".repeat(300)).length).toBe(80);
});

describe("forms", () => {
  test("of a new campaign ask 10/10 for its year and the others for their first day", () => {
    const base = { "title.vi": "Chiến dịch", ownerUnitId: "u" };
    const errors = (fields: Record<string, string>) => {
      const parsed = parseNewCampaign(formOf({ ...base, ...fields }));
      return parsed.ok ? null : parsed.errors;
    };
    expect(errors({ kind: "national-day" })).toEqual({ year: "required" });
    expect(errors({ kind: "national-day", year: "2025" })).toBeNull();
    expect(errors({ kind: "movement" })).toEqual({ startsOn: "required" });
    expect(errors({ kind: "custom", startsOn: "31/02/2025" })).toEqual({ startsOn: "bad-day" });
    expect(errors({ kind: "custom", startsOn: "2025-02-02", endsOn: "2025-02-01" })).toEqual({
      endsOn: "ends-before-start",
    });
    expect(errors({ kind: "custom", startsOn: "2025-02-02", "title.vi": "x".repeat(10_000) })).toEqual({
      "title.vi": "too-long",
    });
    expect(errors({ kind: "surprise", year: "2025" })).toEqual({ kind: "required" });
  });

  test("keep a theme in the languages it was written in, Vietnamese always among them", () => {
    const base = { "title.vi": "Chiến dịch", ownerUnitId: "u", startsOn: "2025-08-15" };
    const parsed = parseCampaignChange(formOf({ ...base, "theme.vi": " Nhanh hơn ", "theme.en": "Faster" }));
    expect(parsed.ok && gathered(parsed.value, "theme")).toEqual({ vi: "Nhanh hơn", en: "Faster" });
    expect(parsed.ok && gathered(parsed.value, "purpose")).toBeNull();
    const english = parseCampaignChange(formOf({ ...base, "theme.en": "Faster" }));
    expect(english.ok ? {} : english.errors).toEqual({ "theme.vi": "needs-vietnamese" });
  });

  test("of a plan add and remove rows and lose nothing that was typed", () => {
    const values = planValues({
      phases: [{ id: "p1", title: { vi: "Chuẩn bị" }, startsOn: "2025-08-15", endsOn: "2025-08-31" }],
      milestones: [{ id: "m1", title: { vi: "Phát động" }, dueOn: "2025-09-20", offsetDays: -20 }],
    });
    const added = reshaped(formOf({ ...values, "milestone.0.title.vi": "Lễ phát động", do: "add.milestone" })) ?? {};
    expect([rowsOf(added, "phase"), rowsOf(added, "milestone")]).toEqual([[0], [0, 1]]);
    expect(added["milestone.0.title.vi"]).toBe("Lễ phát động");
    const removed = reshaped(formOf({ ...added, do: "remove.phase.0" })) ?? {};
    expect([rowsOf(removed, "phase"), rowsOf(removed, "milestone")]).toEqual([[], [0, 1]]);
    expect(reshaped(formOf({ ...values, do: "save" }))).toBeNull();
    expect(parsePlan(formOf(added), "2025-10-10")).toEqual({
      ok: true,
      value: {
        phases: [{ id: "p1", title: { vi: "Chuẩn bị" }, startsOn: "2025-08-15", endsOn: "2025-08-31" }],
        milestones: [{ id: "m1", title: { vi: "Lễ phát động" }, dueOn: "2025-09-20", offsetDays: -20 }],
      },
    });
  });

  test("of a plan take T−40 in place of a day, and point at the row that is wrong", () => {
    const row = { "milestone.3.title.vi": "Ban hành kế hoạch" };
    const dueOn = (offset: string) => {
      const parsed = parsePlan(formOf({ ...row, "milestone.3.offset": offset }), "2025-10-10");
      return parsed.ok ? parsed.value.milestones[0]?.dueOn : parsed.errors;
    };
    expect(["T−40", "-40", "T", "t + 15", "0"].map(dueOn)).toEqual([
      "2025-08-31",
      "2025-08-31",
      "2025-10-10",
      "2025-10-25",
      "2025-10-10",
    ]);
    expect(dueOn("sớm")).toEqual({ "milestone.3.offset": "bad-number" });
    expect(dueOn("")).toEqual({ "milestone.3.dueOn": "required" });
    const phases = {
      "phase.0.title.vi": "A",
      "phase.0.startsOn": "2025-09-01",
      "phase.0.endsOn": "2025-09-30",
      "phase.7.title.vi": "B",
      "phase.7.startsOn": "2025-09-30",
    };
    const parsed = parsePlan(formOf(phases), null);
    expect(parsed.ok ? {} : parsed.errors).toEqual({ "phase.7.startsOn": "overlap" });
  });
});

test("every language words the same errors", () => {
  for (const words of Object.values(campaignWords))
    expect(Object.keys(words.errors)).toEqual(Object.keys(campaignWords.vi.errors));
});
