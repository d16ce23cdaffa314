import { describe, expect, test } from "vitest";
import { type TaskState, type TaskStep, taskStates, taskSteps } from "~/features/tasks/rules";
import { mayAccept, mayAssign, maySubmit, stateAfter } from "~/features/tasks/state.rules";

const path = (...steps: TaskStep[]) =>
  steps.reduce<TaskState | null>(
    (state, step) => state && stateAfter(step, { state, wasAssigned: state !== "draft" }),
    "draft",
  );

describe("the steps of a task", () => {
  test("lead from a draft to its end", () => {
    expect(path("assign", "receive", "report", "submit", "accept")).toBe("completed");
    expect(path("assign", "submit", "return", "report", "submit", "withdraw")).toBe("in-progress");
    expect(path("assign", "submit", "accept", "reopen")).toBe("in-progress");
    expect(path("assign", "cancel", "reopen")).toBe("assigned");
    expect(path("assign", "report", "carry-over")).toBe("carried-over");
    expect(stateAfter("accept", { state: "submitted", wasAssigned: true, outcome: "basically-completed" })).toBe(
      "basically-completed",
    );
    expect(stateAfter("reopen", { state: "cancelled", wasAssigned: false })).toBe("draft");
  });

  test("lead nowhere from any other state", () => {
    for (const [step, from] of Object.entries(taskSteps) as [TaskStep, readonly TaskState[]][]) {
      const possible = taskStates.filter((state) => stateAfter(step, { state, wasAssigned: true }) !== null);
      expect([...possible].sort()).toEqual([...from].sort());
    }
  });
});

test("a task is assigned to a lead unit that does not judge its own work", () => {
  const draft = {
    state: "draft",
    isGroup: false,
    leadUnitId: "health",
    responsibleId: "mai",
    appraiserUnitId: "science",
  } as const;
  expect(mayAssign(draft)).toBeNull();
  expect(mayAssign({ ...draft, responsibleId: null })).toBe("no-responsible");
  expect(mayAssign({ ...draft, appraiserUnitId: null })).toBe("no-appraiser");
  expect(mayAssign({ ...draft, isGroup: true })).toBe("group");
  expect(mayAssign({ ...draft, state: "assigned" })).toBe("wrong-state");
  expect(mayAssign({ ...draft, leadUnitId: null })).toBe("no-lead");
  expect(mayAssign({ ...draft, leadUnitId: null, appraiserUnitId: null })).toBe("no-lead");
  expect(mayAssign({ ...draft, appraiserUnitId: "health" })).toBe("own-appraiser");
});

test("a task is handed in with evidence, and after its parts", () => {
  const task = { state: "in-progress", isGroup: false, openParts: 0, evidence: 1 } as const;
  expect(maySubmit(task)).toBeNull();
  expect(maySubmit({ ...task, isGroup: true })).toBe("group");
  expect(maySubmit({ ...task, state: "submitted" })).toBe("wrong-state");
  expect(maySubmit({ ...task, openParts: 2 })).toBe("open-parts");
  expect(maySubmit({ ...task, evidence: 0 })).toBe("no-evidence");
});

test("nobody accepts their own work, neither person nor unit", () => {
  const task = {
    state: "submitted",
    appraiserUnitId: "science",
    leadUnitId: "health",
    submitterUserId: "an",
    actorUserId: "binh",
  } as const;
  expect(mayAccept(task)).toBeNull();
  expect(mayAccept({ ...task, submitterUserId: null })).toBeNull();
  expect(mayAccept({ ...task, state: "in-progress" })).toBe("wrong-state");
  expect(mayAccept({ ...task, appraiserUnitId: null })).toBe("no-appraiser");
  expect(mayAccept({ ...task, appraiserUnitId: "health" })).toBe("own-appraiser");
  expect(mayAccept({ ...task, actorUserId: "an" })).toBe("own-work");
});
