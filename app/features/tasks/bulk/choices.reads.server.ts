import type { Reader } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { listCampaigns } from "~/features/campaigns/reads.server";
import { documentOptions } from "~/features/documents/reads.server";
import { holdersOf, unitOptions, unitsByIds } from "~/features/units/reads.server";
import { isHeld } from "~/features/units/rules";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { groupChoices } from "../list/choices.reads.server";
import { todayAt } from "../reads.server";
import { leadUnitsOf } from "./reads.server";
import type { BulkAct } from "./rules";

interface Asked {
  act: BulkAct;
  /** The tasks that are to change. */
  ids: readonly string[];
  actor: Actor;
  locale: Locale;
  now: Date;
}

/** What may be chosen as the new value of a field; nothing where it is typed, or has words of its own. */
export async function valueChoices(
  db: Reader,
  { act, ids, actor, locale, now }: Asked,
): Promise<{ value: string; label: string; group?: string }[]> {
  if (["lead", "appraiser", "add-helper", "remove-helper"].includes(act))
    return (await unitOptions(db)).map(({ value, label }) => ({ value, label }));
  if (act === "document") return await documentOptions(db);
  if (act === "campaign")
    return (await listCampaigns(db, { actor })).map(({ id, title }) => ({
      value: id,
      label: inLanguage(title, locale),
    }));
  if (act === "group") return await groupChoices(db, { actor });
  return act === "responsible" ? await peopleOf(db, { ids, now }) : [];
}

/** Who holds a position today in the units that lead the tasks, under their unit. */
async function peopleOf(db: Reader, { ids, now }: { ids: readonly string[]; now: Date }) {
  const today = await todayAt(db, now);
  const unitIds = await leadUnitsOf(db, { ids });
  const units = await unitsByIds(db, unitIds);
  const choices: { value: string; label: string; group: string }[] = [];
  for (const unitId of unitIds) {
    for (const { personId, fullName, title, ...held } of await holdersOf(db, { unitId })) {
      const group = units.get(unitId)?.name ?? "";
      if (!isHeld(held, today) || choices.some((one) => one.value === personId)) continue;
      choices.push({ value: personId, label: title ? `${fullName}, ${title}` : fullName, group });
    }
  }
  return choices;
}
