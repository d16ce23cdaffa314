import { fold } from "~/web/text";
import { type Choice, choices as rowChoices, type ImportPlan } from "./rules";

/** What the organizer decided on the way, as an import keeps it: one flat record of texts. */
export type Kept = Record<string, string>;

export interface Decisions {
  /** For rows at two points, by row number. */
  choices: Record<string, Choice>;
  /** Point id by the text that stands for it in the file. */
  pointOf: Record<string, string>;
  defaultPointId: string | null;
}

const pointKey = "point:";
const defaultKey = "default-point";

const isChoice = (text: string): text is Choice => (rowChoices as readonly string[]).includes(text);

export function decisionsIn(kept: Kept): Decisions {
  const decisions: Decisions = { choices: {}, pointOf: {}, defaultPointId: kept[defaultKey] || null };
  for (const [key, value] of Object.entries(kept)) {
    if (key.startsWith(pointKey)) decisions.pointOf[key.slice(pointKey.length)] = value;
    else if (/^\d+$/.test(key) && isChoice(value)) decisions.choices[key] = value;
  }
  return decisions;
}

/** Takes in new decisions; "" takes one back. Texts of points are kept folded, as the plan compares them. */
export function decide(
  kept: Kept,
  {
    rows = {},
    points = {},
    defaultPointId,
  }: { rows?: Record<string, string>; points?: Record<string, string>; defaultPointId?: string },
): Kept {
  const next = new Map(Object.entries(kept));
  const put = (key: string, value: string) => (value === "" ? next.delete(key) : next.set(key, value));
  for (const [row, choice] of Object.entries(rows))
    if (/^\d{1,6}$/.test(row) && (choice === "" || isChoice(choice))) put(row, choice);
  for (const [text, pointId] of Object.entries(points)) put(`${pointKey}${fold(text)}`, pointId);
  if (defaultPointId !== undefined) put(defaultKey, defaultPointId);
  return Object.fromEntries(next);
}

/** How much of a plan would be written, waits for a choice, or has to be mended first. */
export const outcome = ({ acts }: ImportPlan) => ({
  add: acts.add ?? 0,
  update: acts.update ?? 0,
  ask: acts.ask ?? 0,
  mend: acts.mend ?? 0,
  none: acts.none ?? 0,
  writes: (acts.add ?? 0) + (acts.update ?? 0),
});
