import type { ChangedFact } from "#emails/invitation-changed";

const facts: Record<string, ChangedFact> = {
  name: "place",
  address: "place",
  way: "place",
  meetingUrl: "meeting-link",
};

/** What the changed facts of a point are called in a letter to its guests; those they never saw are left out. */
export const toldPointChanges = (fields: readonly string[]): ChangedFact[] => [
  ...new Set(fields.flatMap((field) => facts[field] ?? [])),
];
