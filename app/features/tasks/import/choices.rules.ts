import { fold } from "~/web/text";
import { type UnitGroup, unitGroups } from "../rules";

/** What the organizer decided on the way, as an import keeps it: one flat record of texts. */
export type Kept = Record<string, string>;

/** What a text stands for: a unit, a group of units, or nobody. */
export type Said = { unitId: string } | { group: UnitGroup } | "nobody";

export interface Decisions {
  ownerUnitId: string;
  campaignId: string | null;
  /** "new": the document that the annex names, to be registered with the tasks. */
  documentId: string | "new" | null;
  /** "YYYY-MM-DD": the start of tasks that name none. */
  startsOn: string | null;
  /** Assign what is complete instead of leaving it a draft. */
  assign: boolean;
  /** By folded text; a text that leads is asked apart, because no group can lead. */
  leadOf: Map<string, Said>;
  unitOf: Map<string, Said>;
}

export type Role = "lead" | "unit";
const keyOf = (role: Role, text: string) => `${role}:${fold(text)}`;
const groupSign = "group:";

function saidBy(value: string): Said {
  if (value === "nobody") return "nobody";
  const group = unitGroups.find((one) => value === groupSign + one);
  return group ? { group } : { unitId: value };
}

export const groupValue = (group: UnitGroup): string => groupSign + group;

export function decisionsIn(kept: Kept): Decisions {
  const decisions: Decisions = {
    ownerUnitId: kept.owner ?? "",
    campaignId: kept.campaign || null,
    documentId: kept.document || null,
    startsOn: kept.start || null,
    assign: kept.assign === "yes",
    leadOf: new Map(),
    unitOf: new Map(),
  };
  for (const [key, value] of Object.entries(kept)) {
    if (key.startsWith("lead:")) decisions.leadOf.set(key.slice(5), saidBy(value));
    else if (key.startsWith("unit:")) decisions.unitOf.set(key.slice(5), saidBy(value));
  }
  return decisions;
}

/** Takes in what texts mean; "" takes an answer back. */
export function sayUnits(kept: Kept, said: { role: Role; text: string; value: string }[]): Kept {
  const next = new Map(Object.entries(kept));
  for (const { role, text, value } of said)
    if (value === "") next.delete(keyOf(role, text));
    else next.set(keyOf(role, text), value);
  return Object.fromEntries(next);
}
