import type { Day } from "~/web/time";

/** Why these dates cannot stand together, or null. */
export const datesRefused = ({ startsOn, dueOn }: { startsOn: Day | null; dueOn: Day | null }) =>
  startsOn !== null && dueOn !== null && dueOn < startsOn ? "starts-after-due" : null;

export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

const inWords = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? [...value].sort().join(", ") : String(value);
};

/** Which fields differ, in the order of the form; lists are compared as sets. Only what `after` holds is compared. */
export function changedFields<T extends object>(before: T, after: T): FieldChange[] {
  return (Object.keys(after) as (keyof T & string)[]).flatMap((field) => {
    const [from, to] = [inWords(before[field]), inWords(after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

const fieldsOf: Record<string, string> = {
  "starts-after-due": "dueOn",
  "no-such-unit": "leadUnitId",
  "unit-closed": "leadUnitId",
  "no-lead": "leadUnitId",
  "own-appraiser": "appraiserUnitId",
  "no-appraiser": "appraiserUnitId",
  "no-such-person": "responsibleId",
  "needs-responsible": "responsibleId",
  "no-responsible": "responsibleId",
  "no-such-campaign": "campaignId",
  "no-such-document": "documentId",
  "no-such-group": "parentId",
  "group-ended": "parentId",
  "below-itself": "parentId",
  "no-such-predecessor": "predecessor",
  cycle: "predecessor",
};

/** The field of the form on which a refusal is mended; "form" where no single one is to blame. */
export const refusedField = (reason: string): string => fieldsOf[reason] ?? "form";
