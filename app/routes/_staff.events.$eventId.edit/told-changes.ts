import type { ChangedFact } from "#emails/invitation-changed";

const facts: Record<string, ChangedFact> = { title: "title", replyBy: "reply-by" };
// Of no weight to a guest.
const silent = new Set(["isPublic", "parentId", "campaignId", "guestsChoosePoint", "kind"]);

/** What the changed fields of an event are called in a letter to guests, each once. */
export const toldChanges = (fields: readonly string[]): ChangedFact[] => [
  ...new Set(fields.filter((field) => !silent.has(field)).map((field) => facts[field] ?? "other")),
];
