import type { Reader } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { findUnit } from "~/features/units/reads.server";
import { inLanguage } from "~/web/localized";
import type { Locale } from "~/web/i18n";
import { askingOf } from "../condition.reads.server";
import { tasksMeant } from "../meant.reads.server";
import { isWhole, parseTaskQuery, type TaskQuery } from "../query.rules";
import { hasLeft } from "../rules";
import { withAbove } from "../tree.rules";
import { planAsked } from "./asked.reads.server";
import { detailedTasks } from "./details.reads.server";

/**
 * The plan an address asks for as a sheet of paper prints it: the tasks that every view would show, with the groups above
 * them and all names, in the order of the plan, and what it is called.
 */
export async function paperAsked(
  db: Reader,
  { actor, params, now, locale }: { actor: Actor; params: URLSearchParams; now: Date; locale: Locale },
) {
  const query = parseTaskQuery(params);
  // Figures start with the running campaign; what is written out is what was asked for.
  const scoped = new URLSearchParams(params);
  if (!scoped.has("campaign")) scoped.set("campaign", "");
  const { choices, scope, asked, plan: whole } = await planAsked(db, { actor, params: scoped, now });
  const asking = await askingOf(db, { actor, now });
  const found = await tasksMeant(db, { plan: whole, query: asked.on ? inPlace(query) : query, asking });
  const meant = asked.on ? stillIn(whole.tasks, found) : found;
  const groups = isWhole({ ...query, campaignId: "", documentId: "", ownerId: "" });
  const plan = { ...whole, tasks: withAbove(whole.tasks, { meant, groups }) };
  const campaign = choices.campaigns.find(({ id }) => id === scope.campaignId);
  const document = choices.documents.find(({ id }) => id === scope.documentId);
  const unit = await findUnit(db, { unitId: query.unitId });
  const parts = [campaign && inLanguage(campaign.title, locale), document?.number, unit?.name];
  return { plan, tasks: await detailedTasks(db, plan), named: parts.filter(Boolean).join(" · ") };
}

// The database knows today's states: of a past day it tells only where a task stands in the plan.
const inPlace = (query: TaskQuery): TaskQuery => ({ ...query, state: "any", colour: null, due: "", only: null });

const stillIn = (tasks: Awaited<ReturnType<typeof planAsked>>["plan"]["tasks"], found: ReadonlySet<string>) =>
  new Set(tasks.filter(({ id, state }) => found.has(id) && !hasLeft(state)).map(({ id }) => id));
