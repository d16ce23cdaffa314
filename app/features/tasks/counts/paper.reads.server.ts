import type { Reader } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { findUnit } from "~/features/units/reads.server";
import { inLanguage } from "~/web/localized";
import type { Locale } from "~/web/i18n";
import { planAsked } from "./asked.reads.server";
import { type DetailedTask, detailedTasks } from "./details.reads.server";
import { unitNames } from "./reads.server";

/** The plan an address asks for as a sheet of paper prints it: its tasks with all names, and what it is called. */
export async function paperAsked(
  db: Reader,
  { actor, params, now, locale }: { actor: Actor; params: URLSearchParams; now: Date; locale: Locale },
) {
  const { choices, scope, plan: whole } = await planAsked(db, { actor, params, now });
  const unit = await findUnit(db, { unitId: params.get("unit") ?? "" });
  const plan = unit ? { ...whole, tasks: await ledIn(db, whole.tasks, unit.path) } : whole;
  const campaign = choices.campaigns.find(({ id }) => id === scope.campaignId);
  const document = choices.documents.find(({ id }) => id === scope.documentId);
  const parts = [campaign && inLanguage(campaign.title, locale), document?.number, unit?.name];
  return { plan, tasks: await detailedTasks(db, plan), named: parts.filter(Boolean).join(" · ") };
}

/** Only what a unit, or one below it, leads, and the groups above. */
async function ledIn<T extends Pick<DetailedTask, "id" | "leadUnitId" | "path">>(
  db: Reader,
  tasks: readonly T[],
  unitPath: string,
): Promise<T[]> {
  const leads = await unitNames(
    db,
    tasks.flatMap(({ leadUnitId }) => leadUnitId ?? []),
  );
  const ours = new Set(leads.filter(({ path }) => path.startsWith(unitPath)).map(({ id }) => id));
  const kept = new Set<string>();
  for (const { leadUnitId, path } of tasks)
    if (leadUnitId && ours.has(leadUnitId)) for (const id of path.split("/")) kept.add(id);
  return tasks.filter(({ id }) => kept.has(id));
}
