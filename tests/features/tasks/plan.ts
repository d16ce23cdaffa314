import fc from "fast-check";
import { calendarOf } from "~/features/holidays/rules";
import { type TreeTask, taskStates } from "~/features/tasks/rules";
import { dayNumber, dayOfNumber } from "~/web/time";

export const everyDay = calendarOf([]);

/** The drive of 45 days and nights, 1 August to 14 September 2025; in progress, with a fresh word. */
export const makeTask = (task: Partial<TreeTask> = {}): TreeTask => ({
  id: "task",
  parentId: null,
  isGroup: false,
  state: "in-progress",
  progress: 0,
  startsOn: "2025-08-01",
  dueOn: "2025-09-14",
  calendar: "all",
  weight: 1,
  critical: false,
  leadUnitId: "unit",
  submittedOn: null,
  acceptedOn: null,
  updatedOn: null,
  ...task,
});

export const makeGroup = (task: Partial<TreeTask> = {}): TreeTask =>
  makeTask({ isGroup: true, state: "draft", progress: null, startsOn: null, dueOn: null, leadUnitId: null, ...task });

/** The four groups of the province's report: 11 of 11, 11 of 21, 5 of 9, 1 of 6; three of A are done "basically". */
export function provincePlan(): TreeTask[] {
  const counts = { A: [11, 11], B: [11, 21], C: [5, 9], D: [1, 6] } as const;
  return [
    makeGroup({ id: "plan" }),
    ...Object.entries(counts).flatMap(([group, [done, total]]) => [
      makeGroup({ id: group, parentId: "plan" }),
      ...Array.from({ length: total }, (_, n) =>
        makeTask({
          id: `${group}${n + 1}`,
          parentId: group,
          state: n >= done ? "in-progress" : group === "A" && n < 3 ? "basically-completed" : "completed",
          submittedOn: n < done ? "2025-09-01" : null,
          acceptedOn: n < done ? "2025-09-03" : null,
        }),
      ),
    ]),
  ];
}

const day = fc.integer({ min: dayNumber("2025-07-20"), max: dayNumber("2025-09-30") }).map(dayOfNumber);
export const anyDay = day;
const facts = fc.record({
  state: fc.constantFrom(...taskStates),
  progress: fc.option(fc.integer({ min: 0, max: 99 })),
  startsOn: fc.option(day),
  dueOn: fc.option(day),
  calendar: fc.constantFrom("all" as const, "working" as const),
  weight: fc.integer({ min: 1, max: 9 }),
  critical: fc.boolean(),
  submittedOn: fc.option(day),
  updatedOn: fc.option(day),
  isGroup: fc.boolean(),
  /** Under which of the tasks before it. */
  under: fc.option(fc.nat({ max: 30 })),
});
/** A plan of any shape: parents stand before their children. */
export const anyPlan = fc
  .array(facts, { maxLength: 30 })
  .map((list) =>
    list.map(({ under, ...task }, index) =>
      makeTask({ ...task, id: `t${index}`, parentId: under === null || index === 0 ? null : `t${under % index}` }),
    ),
  );
