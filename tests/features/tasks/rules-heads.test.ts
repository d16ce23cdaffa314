import { describe, expect, test } from "vitest";
import {
  type AnsweredTask,
  answersByHead,
  answersOf,
  isOfYear,
  partIn,
  termOf,
} from "~/features/tasks/counts/heads.rules";
import { numbersOf, romanOf } from "~/features/tasks/counts/numbers.rules";
import { dayAsked, inactiveDaysAsked, lastWord, rankUnits, scopeAsked } from "~/features/tasks/counts/rules";
import { noCounts } from "~/features/tasks/counts.rules";
import { makeTask } from "./plan";

const today = "2025-10-20";
const answered = (task: Partial<AnsweredTask & { returned: number }> = {}) => ({
  ...makeTask({ dueOn: "2025-09-14", ...task }),
  ...{ answersUnitId: "health", assignedOn: "2025-08-01", returned: 0 },
  ...task,
});
const term = (fullName: string, heldFrom: string, heldTo: string | null) => ({
  ...{ unitId: "health", personId: fullName, fullName, title: "Giám đốc Sở", heldFrom, heldTo },
});
const an = term("Nguyễn An", "2024-01-01", "2025-09-30");
const binh = term("Trần Bình", "2025-10-01", null);

describe("who answers for a task", () => {
  const done = answered({ state: "completed", submittedOn: "2025-09-20", acceptedOn: "2025-10-05" });

  test("is who headed the unit when it was handed in, whoever heads it now", () => {
    expect(termOf(done, [an, binh], today)?.fullName).toBe("Nguyễn An");
    expect(termOf(answered(), [an, binh], today)?.fullName).toBe("Trần Bình");
    expect(termOf(answered({ answersUnitId: "office" }), [an, binh], today)).toBeNull();
    expect(termOf(answered(), [an], today)).toBeNull();
  });

  test("left a task to the successor when it was begun and not handed in", () => {
    expect([partIn(done, an, today), partIn(done, binh, today)]).toEqual(["own", null]);
    expect([partIn(answered(), an, today), partIn(answered(), binh, today)]).toEqual(["handed-on", "own"]);
    expect(partIn(answered({ assignedOn: "2025-10-02" }), an, today)).toBeNull();
  });
});

test("a year holds what is due in it, and older work that was still open when it began", () => {
  const years = (task: Partial<AnsweredTask>) => [2024, 2025, 2026].filter((year) => isOfYear(answered(task), year));
  expect(years({})).toEqual([2025, 2026]);
  expect(years({ state: "completed", submittedOn: "2025-09-20" })).toEqual([2025]);
  expect(years({ state: "completed", submittedOn: "2026-01-03" })).toEqual([2025, 2026]);
  expect(years({ dueOn: null, state: "completed", submittedOn: "2025-12-01" })).toEqual([2025]);
  expect(years({ dueOn: null, assignedOn: null })).toEqual([]);
});

test("each head has counts of their own, and what nobody headed stands apart", () => {
  const tasks = [
    answered({ state: "completed", submittedOn: "2025-09-20", returned: 2 }),
    answered({ state: "completed", submittedOn: "2025-09-10" }),
    answered({ state: "submitted", submittedOn: "2025-10-10" }),
    answered({ dueOn: "2025-12-31" }),
    answered({ answersUnitId: "office" }),
    answered({ dueOn: "2026-02-01" }),
  ];
  const heads = answersByHead({ tasks, terms: [an, binh], year: 2025, today });
  expect(heads.map(({ unitId, term: held, answers }) => [unitId, held?.fullName ?? null, answers])).toEqual([
    ["health", "Nguyễn An", { assigned: 2, done: 2, onTime: 1, late: 1, returned: 2, open: 0, overdue: 0 }],
    ["health", "Trần Bình", { assigned: 2, done: 0, onTime: 0, late: 0, returned: 0, open: 2, overdue: 1 }],
    ["office", null, { assigned: 1, done: 0, onTime: 0, late: 0, returned: 0, open: 1, overdue: 1 }],
  ]);
  expect(answersOf([], today)).toEqual({
    ...{ assigned: 0, done: 0, onTime: 0, late: 0, returned: 0, open: 0, overdue: 0 },
  });
});

test("an annex numbers its groups in Roman, what stands in them from one, and keeps the numbers of its document", () => {
  const row = (id: string, parentId: string | null, isGroup = false, clause = "") => ({
    id,
    parentId,
    isGroup,
    clause,
  });
  const numbers = numbersOf([
    row("a", null, true),
    row("a1", "a"),
    row("a2", "a", true),
    row("a21", "a2"),
    row("b", null, true, "IV"),
    row("b1", "b", false, "IV.7"),
    row("b2", "b", false, "Mục khác"),
  ]);
  expect([...numbers.values()].map(({ label, clause }) => `${label} ${clause}`)).toEqual([
    "I I",
    "1 I.1",
    "2 I.2",
    "2.1 I.2.1",
    "IV IV",
    "7 IV.7",
    "2 IV.2",
  ]);
  expect([1, 4, 9, 14, 40].map(romanOf)).toEqual(["I", "IV", "IX", "XIV", "XL"]);
});

describe("what an address asks for", () => {
  const choices = {
    campaigns: [
      { id: "old", running: false, tasks: 90 },
      { id: "small", running: true, tasks: 3 },
      { id: "large", running: true, tasks: 47 },
    ],
    documents: [{ id: "plan" }],
    owners: [{ id: "province" }],
  };
  const asked = (query: string) => scopeAsked(new URLSearchParams(query), choices);

  test("is the running campaign with the most tasks, unless it says otherwise", () => {
    expect(asked("")).toEqual({ campaignId: "large", documentId: "", ownerUnitId: "" });
    expect(asked("campaign=")).toEqual({ campaignId: "", documentId: "", ownerUnitId: "" });
    expect(asked("document=plan&owner=stranger")).toEqual({ campaignId: "", documentId: "plan", ownerUnitId: "" });
  });

  test("may be a day in either spelling; what is no day or not yet shows today", () => {
    expect(dayAsked("02/09/2025", today)).toEqual({ on: "2025-09-02", typed: "2025-09-02", error: null });
    expect(dayAsked("2025-09-02", today).on).toBe("2025-09-02");
    expect(dayAsked(today, today)).toEqual({ on: null, typed: "", error: null });
    expect(dayAsked("31/02/2025", today)).toEqual({ on: null, typed: "31/02/2025", error: "bad-day" });
    expect(dayAsked("2025-10-21", today)).toEqual({ on: null, typed: "2025-10-21", error: "not-yet" });
  });

  test("orders units, and calls them inactive after 7, 14 or 30 days", () => {
    const unit = (name: string, red: number, done: number) => ({
      name,
      counts: { ...noCounts(), red, done, total: 10 },
    });
    const rows = [unit("Đoàn", 0, 9), unit("Ba Vì", 1, 9), unit("Xã Châu", 0, 1)];
    const names = (sort: Parameters<typeof rankUnits>[1]) => rankUnits(rows, sort).map(({ name }) => name);
    expect(names("worst")).toEqual(["Ba Vì", "Xã Châu", "Đoàn"]);
    expect(names("name")).toEqual(["Ba Vì", "Đoàn", "Xã Châu"]);
    expect(names("done")).toEqual(["Xã Châu", "Ba Vì", "Đoàn"]);
    expect(["days=14", "days=15", ""].map((query) => inactiveDaysAsked(new URLSearchParams(query)))).toEqual([
      14, 7, 7,
    ]);
    expect(lastWord([{ updatedOn: null }, { updatedOn: "2025-10-13" }, { updatedOn: "2025-09-01" }], today)).toBe(7);
    expect(lastWord([{ updatedOn: null }], today)).toBeNull();
  });
});
