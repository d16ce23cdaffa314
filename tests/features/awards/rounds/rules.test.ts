import { categoryValues, parseCategory, weightsTyped } from "../../../../app/features/awards/categories/forms";
import { calendarValues, parseCalendar, parseRound, roundValues } from "../../../../app/features/awards/rounds/forms";
import { describe, expect, test } from "vitest";
import {
  calendarFault,
  hasReached,
  type Phase,
  phaseAt,
  standingOf,
} from "../../../../app/features/awards/rounds/phases.rules";
import { type CategoryContent, categoryFault, weightSum } from "../../../../app/features/awards/categories/rules";
import { inYear, lacksOf, mayPublish, type RoundFacts } from "../../../../app/features/awards/rounds/rules";
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
  test("a moment stands before a step, in it or after it, or there is no such step", () => {
    const moments = ["2025-09-15T09:59:59Z", "2025-09-15T10:00:00Z", "2025-09-25T10:00:00Z"].map(at);
    expect(moments.map((moment) => standingOf(calendar, "scoring", moment))).toEqual(["ahead", "open", "over"]);
    expect(moments.map((moment) => standingOf(calendar, "vote", moment))).toEqual(["none", "none", "none"]);
    expect(standingOf(calendar, "ceremony", at("2030-01-01T00:00:00Z"))).toBe("open");
  });

  test("a phase begins at its first moment and has ended at its last", () => {
    expect(
      ["2025-08-14T23:59:59Z", "2025-08-15T00:00:00Z", "2025-09-15T09:59:59Z", "2025-09-15T10:00:00Z"].map((moment) =>
        phaseAt(calendar, at(moment)),
      ),
    ).toEqual([null, "nomination", "nomination", "scoring"]);
  });

  test("between two phases none runs, and what was reached stays reached", () => {
    const between = at("2025-10-01T00:00:00Z");
    expect([phaseAt(calendar, between), hasReached(calendar, "scoring", between)]).toEqual([null, true]);
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

test("a day that is none, or of a year that no clock keeps, is no day of a calendar", () => {
  const typed = ["31/02/2026", "01/01/0000", "0001-01-01", "31/12/9999", "10/10/2026"];
  const read = typed.map((day) => parseCalendar(formOf({ "scoring.startsOn": day }), "Asia/Ho_Chi_Minh"));
  expect(read.map((one) => (one.ok ? "ok" : one.errors["scoring.startsOn"]))).toEqual([
    ...["bad-day", "bad-day", "bad-day", "bad-day", "ok"],
  ]);
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

  test("every category and criterion of the template has its own name in each language", () => {
    for (const { title, criteria } of categoriesOf("national-day"))
      for (const name of [title, ...criteria.map((criterion) => criterion.title)]) {
        expect(Object.entries(name).filter(([, words]) => words.trim())).toHaveLength(4);
        expect(new Set(Object.values(name)).size).toBe(4);
      }
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

const formOf = (values: Record<string, string>, lists: Record<string, string[]> = {}): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  for (const [name, all] of Object.entries(lists)) for (const value of all) form.append(name, value);
  return form;
};

describe("the form of a category", () => {
  const [content] = categoriesOf("national-day") as [CategoryContent];
  const values = categoryValues(content);
  const lists = { forms: content.forms, nomineeKinds: content.nomineeKinds, requiredFiles: content.requiredFiles };
  const errorsOf = (over: Record<string, string>) => {
    const read = parseCategory(formOf({ ...values, ...over }, lists));
    return read.ok ? {} : read.errors;
  };

  test("opened and saved again, it stays as it was", () => {
    expect(parseCategory(formOf(values, lists))).toEqual({ ok: true, value: content });
  });

  test("takes a minimum score with a comma or a point, and two decimals at most", () => {
    const read = ["72,5", "72.25", ""].map((minimumScore) => parseCategory(formOf({ ...values, minimumScore }, lists)));
    expect(read.map((one) => one.ok && one.value.minimumScore)).toEqual([72.5, 72.25, null]);
    const wrong = ["7,123", "100,5", "-1", "bảy mươi"].map((minimumScore) => errorsOf({ minimumScore }));
    expect(wrong.map((errors) => errors.minimumScore)).toEqual([
      ...["bad-decimal", "out-of-range", "out-of-range", "bad-decimal"],
    ]);
  });

  test("takes whole numbers with thousands signs, and nothing that would be another number without its comma", () => {
    const typed = ["1000", "1.000", "10 000", "2,5", "7,5,5", "1e2", "1.00", "-1", "9".repeat(30)];
    const read = typed.map((quota) => parseCategory(formOf({ ...values, quota }, lists)));
    expect(read.map((one) => (one.ok ? one.value.quota : one.errors.quota))).toEqual([
      ...[1000, 1000, 10_000, "bad-number", "bad-number", "bad-number", "bad-number", "out-of-range", "bad-number"],
    ]);
    const criterion = ["1e1", "0x10", "1e309", "-10"].map((weight) => errorsOf({ "criterion.0.weight": weight }));
    expect(criterion).toEqual(criterion.map(() => ({ "criterion.0.weight": "bad-weight" })));
    const steps = ["0,25", "1e-9", "0,00001"].map((step) => errorsOf({ "criterion.0.step": step })["criterion.0.step"]);
    expect(steps).toEqual([undefined, "bad-scale", "bad-scale"]);
  });

  test("names every wrong field of every row at once, and a new row that has a weight but no name", () => {
    expect(
      errorsOf({
        ...{ "criterion.0.weight": "12,5", "criterion.1.maximum": "0", "criterion.2.step": "11", quota: "0" },
        ...{ "criterion.9.weight": "10", "criterion.9.title.vi": " ", "criterion.3.title.en": "x".repeat(301) },
      }),
    ).toEqual({
      ...{ "criterion.0.weight": "bad-weight", "criterion.1.maximum": "bad-number", "criterion.2.step": "bad-scale" },
      ...{ "criterion.9.title.vi": "required", "criterion.3.title.vi": "too-long", quota: "out-of-range" },
    });
  });

  test("says what the weights sum to while they are typed; a field that holds no number yet counts nothing", () => {
    expect(weightsTyped(values)).toBe(100);
    expect(weightsTyped({ ...values, "criterion.0.weight": "3x", "criterion.9.weight": "2,5" })).toBe(67.5);
  });
});

describe("the form of a round", () => {
  const facts: RoundFacts = {
    ...{ title: { vi: "Khen thưởng 2025", en: "Awards 2025" }, purpose: null, year: 2025, campaignId: "c1" },
    ...{ documentId: null, ceremonyEventId: "e1", authority: "Chủ tịch", place: "Lam Giang" },
    ...{ quorumOf: 2, quorumIn: 3, conflictYears: 3 },
    eligibility: [
      { fact: "overdue-tasks", limit: 0, effect: "block" },
      { fact: "done-share", limit: 80, effect: "warn" },
    ],
  };
  const values = roundValues(facts);
  const errorsOf = (over: Record<string, string>) => {
    const read = parseRound(formOf({ ...values, ...over }));
    return read.ok ? {} : read.errors;
  };

  test("opened and saved again, it stays as it was", () => {
    expect(parseRound(formOf(values))).toEqual({ ok: true, value: facts });
  });

  test("a condition that is off keeps no threshold; one that is on needs a number within reason", () => {
    const off = parseRound(formOf({ ...values, "done-share.effect": "off", "done-share.limit": "nhiều" }));
    expect(off.ok && off.value.eligibility).toEqual([facts.eligibility[0]]);
    expect([errorsOf({ "done-share.limit": "101" }), errorsOf({ "silent-tasks.effect": "warn" })]).toEqual([
      { "done-share.limit": "out-of-range" },
      { "silent-tasks.limit": "required" },
    ]);
  });

  test("a quorum of more than all members is refused beside its field, with what else is wrong", () => {
    expect(errorsOf({ quorumOf: "4", "overdue-tasks.limit": "x" })).toEqual({
      ...{ quorumOf: "quorum", "overdue-tasks.limit": "bad-number" },
    });
  });
});
