export const eligibilityFacts = ["overdue-tasks", "done-share", "silent-tasks"] as const;
export type EligibilityFact = (typeof eligibilityFacts)[number];
export const eligibilityEffects = ["warn", "block"] as const;
export type EligibilityEffect = (typeof eligibilityEffects)[number];

export interface EligibilityRule {
  fact: EligibilityFact;
  /** Most overdue or silent tasks allowed, or the least share of tasks done in percent. */
  limit: number;
  effect: EligibilityEffect;
}

/** What the plan says of a unit on the day: tasks it leads that count, as every page counts them. */
export interface UnitStanding {
  done: number;
  total: number;
  overdue: number;
  silent: number;
}

export interface Finding extends EligibilityRule {
  /** What was found: a number of tasks, or percent. */
  found: number;
}

const valueIn = (fact: EligibilityFact, standing: UnitStanding): number | null => {
  if (fact === "overdue-tasks") return standing.overdue;
  if (fact === "silent-tasks") return standing.silent;
  return standing.total === 0 ? null : (100 * standing.done) / standing.total;
};

/** The rules that a unit does not meet. A unit without tasks has no share, and meets that rule. */
export const findingsOf = (rules: readonly EligibilityRule[], standing: UnitStanding): Finding[] =>
  rules.flatMap((rule) => {
    const found = valueIn(rule.fact, standing);
    if (found === null) return [];
    const met = rule.fact === "done-share" ? found >= rule.limit : found <= rule.limit;
    return met ? [] : [{ ...rule, found }];
  });

/** Does a rule that is not met keep a dossier from being handed in? */
export const blocks = (findings: readonly Finding[]): boolean => findings.some(({ effect }) => effect === "block");
