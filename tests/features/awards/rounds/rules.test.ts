import { calendarValues, parseCalendar } from "../../../../app/features/awards/rounds/forms";
import { describe, expect, test } from "vitest";
import {
  calendarFault,
  hasReached,
  nextPhase,
  type Phase,
  phaseAt,
} from "../../../../app/features/awards/rounds/phases.rules";
import { categoryFault, inYear, lacksOf, mayPublish, weightSum } from "../../../../app/features/awards/rounds/rules";
import {
  type AskingMatter,
  askingMatters,
  isLeftInPeace,
  notNow,
} from "../../../../app/features/awards/rounds/reminders.rules";
import { categoriesOf } from "../../../../app/features/awards/rounds/templates.rules";

const at = (text: string) => new Date(text);
const phase = (kind: Phase["kind"], from: string, to: string | null): Phase => ({
  ...{ kind, startsAt: at(`2025-${from}:00Z`), endsAt: to === null ? null : at(`2025-${to}:00Z`) },
});
const nomination = phase("nomination", "08-15T00:00", "09-15T10:00");
const scoring = phase("scoring", "09-15T10:00", "09-25T10:00");
const ceremony = phase("ceremony", "10-10T01:00", null);
const calendar = [ceremony, scoring, nomination];

describe("the calendar", () => {
  test("a phase begins at its first moment and has ended at its last", () => {
    expect(
      ["2025-08-14T23:59:59Z", "2025-08-15T00:00:00Z", "2025-09-15T09:59:59Z", "2025-09-15T10:00:00Z"].map((moment) =>
        phaseAt(calendar, at(moment)),
      ),
    ).toEqual([null, "nomination", "nomination", "scoring"]);
  });

  test("between two phases none runs, the next is known, and what was reached stays reached", () => {
    const between = at("2025-10-01T00:00:00Z");
    expect([
      phaseAt(calendar, between),
      nextPhase(calendar, between),
      hasReached(calendar, "scoring", between),
    ]).toEqual([null, ceremony, true]);
    expect(hasReached(calendar, "ceremony", between)).toBe(false);
  });

  test("windows may touch; they may not overlap, end before they start, or be left open before the last", () => {
    expect(calendarFault(calendar)).toBeNull();
    expect(calendarFault([nomination, phase("scoring", "09-15T09:59", "09-25T10:00")])).toEqual({
      ...{ kind: "scoring", fault: "overlaps" },
    });
    expect(calendarFault([{ ...nomination, endsAt: nomination.startsAt }])).toEqual({
      ...{ kind: "nomination", fault: "ends-before-start" },
    });
    expect(calendarFault([{ ...nomination, endsAt: null }, scoring])).toEqual({
      ...{ kind: "nomination", fault: "without-end" },
    });
  });

  test("29 February of last year's calendar becomes 28", () => {
    expect(inYear(at("2024-02-29T01:00:00Z"), 1)).toEqual(at("2025-02-28T01:00:00Z"));
  });
});

test("a calendar that is opened and saved again stays as it was", () => {
  const values = calendarValues([nomination, scoring, ceremony], "Asia/Ho_Chi_Minh");
  // A date field shows nothing but this form, and what it does not show would be saved as empty.
  expect(values["nomination.startsOn"]).toBe("2025-08-15");
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  expect(parseCalendar(form, "Asia/Ho_Chi_Minh")).toEqual({
    ...{ ok: true, value: { phases: [nomination, scoring, ceremony] } },
  });
});

describe("categories", () => {
  test("each of the six of the template has weights of 100, 70 points at least and 80 % of all members, in secret", () => {
    const made = categoriesOf("national-day");
    expect(made.map(({ criteria }) => weightSum(criteria))).toEqual([100, 100, 100, 100, 100, 100]);
    expect(made.map(categoryFault)).toEqual([null, null, null, null, null, null]);
    for (const { minimumScore, thresholdPercent, voteBase, secret } of made)
      expect({ minimumScore, thresholdPercent, voteBase, secret }).toEqual({
        ...{ minimumScore: 70, thresholdPercent: 80, voteBase: "all", secret: true },
      });
  });

  test("weights of 99 or 101 are refused", () => {
    const [category] = categoriesOf("national-day");
    const with1 = (more: number) => ({
      ...category!,
      criteria: category!.criteria.map((one, n) => (n === 0 ? { ...one, weight: one.weight + more } : one)),
    });
    expect([with1(-1), with1(1), with1(0)].map(categoryFault)).toEqual(["weights", "weights", null]);
  });
});

describe("what is missing", () => {
  test("a draft lacks what it lacks in the order of making; only the chair may come later", () => {
    const lacks = lacksOf({ phases: [], categories: [], members: [] });
    expect([lacks, mayPublish(lacks), mayPublish(["chair"])]).toEqual([
      ["category", "nomination", "chair"],
      false,
      true,
    ]);
  });
});

describe("the letters of a round", () => {
  const round = { state: "published" as const, phases: [nomination, scoring] };
  const why = (matter: AskingMatter, moment: string, state: "draft" | "published" | "closed" = "published") =>
    notNow(matter, { ...round, state }, at(moment));

  test("each is sent while the step it asks about runs; the call may go out before", () => {
    const moments = ["2025-08-01T00:00:00Z", "2025-09-01T00:00:00Z", "2025-09-20T00:00:00Z"];
    expect(askingMatters.map((matter) => moments.map((moment) => why(matter, moment)))).toEqual([
      [null, null, "over"],
      ["not-begun", null, "over"],
      ["not-begun", null, "over"],
      ["not-begun", "not-begun", null],
    ]);
  });

  test("none is sent of a draft, of a round that ended, or about a step that the calendar does not have", () => {
    const now = "2025-09-01T00:00:00Z";
    expect([why("call", now, "draft"), why("silent", now, "closed")]).toEqual(["draft", "ended"]);
    expect(notNow("score", { state: "published", phases: [nomination] }, at(now))).toBe("no-step");
  });

  test("a press leaves in peace whom the call reached ever, and a reminder since midnight of the zone", () => {
    const zone = "Asia/Ho_Chi_Minh";
    const had = at("2025-09-01T16:59:00Z"); // 23:59 there
    const rests = (matter: AskingMatter, now: string) => isLeftInPeace(matter, had, { now: at(now), zone });
    expect([rests("silent", "2025-09-01T16:59:59Z"), rests("silent", "2025-09-01T17:00:00Z")]).toEqual([true, false]);
    expect([rests("call", "2025-10-01T00:00:00Z"), isLeftInPeace("call", null, { now: had, zone })]).toEqual([
      ...[true, false],
    ]);
  });
});
