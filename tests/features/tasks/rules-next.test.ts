import { expect, test } from "vitest";
import { actsOn, nextActOn, type Standing } from "../../../app/features/tasks/next.rules";

const doer: Standing = {
  state: "assigned",
  isGroup: false,
  leadUnitId: "health",
  responsibleId: "mai",
  appraiserUnitId: "office",
  access: { manage: false, do: true, accept: false },
  own: { do: true, accept: false },
  gathered: 0,
  openParts: 0,
  parts: 0,
  ownWork: false,
};
const overseer: Standing = {
  ...doer,
  access: { manage: true, do: true, accept: true },
  own: { do: false, accept: false },
};
const appraiser: Standing = {
  ...doer,
  access: { manage: false, do: false, accept: true },
  own: { do: false, accept: true },
};

test("the doer is led from receiving over reporting and evidence to handing in", () => {
  const next = (given: Partial<Standing>) => nextActOn({ ...doer, ...given });
  expect([
    next({}),
    next({ state: "received" }),
    next({ state: "in-progress" }),
    next({ state: "in-progress", gathered: 1 }),
    next({ state: "in-progress", gathered: 1, openParts: 1 }),
    next({ state: "submitted" }),
    next({ state: "returned" }),
    next({ state: "returned", gathered: 1 }),
    next({ state: "completed" }),
  ]).toEqual(["receive", "report", "report", "submit", "report", null, "evidence", "submit", null]);
});

test("the appraiser decides what waits, save their own work", () => {
  expect(nextActOn({ ...appraiser, state: "submitted" })).toBe("decide");
  expect(nextActOn({ ...appraiser, state: "submitted", ownWork: true })).toBe(null);
  expect(nextActOn({ ...appraiser, state: "in-progress" })).toBe(null);
});

test("who oversees the plan is not told to do the units' work, and still may", () => {
  for (const [state, act] of [
    ["assigned", "receive"],
    ["in-progress", "report"],
    ["returned", "evidence"],
    ["submitted", "decide"],
  ] as const) {
    expect([nextActOn({ ...overseer, state }), actsOn({ ...overseer, state }).includes(act)]).toEqual([null, true]);
  }
  expect(nextActOn({ ...overseer, state: "draft" })).toBe("assign");
  expect(nextActOn({ ...overseer, state: "draft", responsibleId: null })).toBe("edit");
});
