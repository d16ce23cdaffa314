import type { Reader } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { findPlan } from "../plan.reads.server";
import { todayAt } from "../reads.server";
import { scopeChoices } from "./reads.server";
import { dayAsked, scopeAsked } from "./rules";

/** The plan that an address of figures asks for, with what it may choose from: the same for pages and their exports. */
export async function planAsked(
  db: Reader,
  { actor, params, now }: { actor: Actor; params: URLSearchParams; now: Date },
) {
  const choices = await scopeChoices(db, { actor });
  const scope = scopeAsked(params, choices);
  const asked = dayAsked(params.get("on") ?? "", await todayAt(db, now));
  const plan = await findPlan(db, {
    ...{ actor, now, on: asked.on ?? undefined },
    campaignId: scope.campaignId || undefined,
    documentId: scope.documentId || undefined,
    ownerUnitId: scope.ownerUnitId || undefined,
  });
  return { choices, scope, asked, plan };
}
