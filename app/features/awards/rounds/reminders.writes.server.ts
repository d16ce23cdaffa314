import type { Tx } from "#db/client.server";
import type { Doer } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { zoneOf } from "~/web/zone.server";
import { postAward } from "../letters.server";
import { isOpen, windowOf } from "./phases.rules";
import { findRound } from "./reads.server";
import { membersToRemind, unitsToRemind } from "./reminders.reads.server";
import { roundToManage } from "./act.writes.server";

export const reminderKinds = ["silent", "drafts", "score"] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/**
 * Reminds those whom a round waits for, as they are now. `occasion` names the reminding in words ("7-days", or the moment
 * of a press): one letter each. Refused: "not-allowed", "not-now" (the step does not run). Gives how many were written.
 */
export async function remindRound(
  tx: Tx,
  {
    roundId,
    kind,
    occasion,
    actor,
    now,
  }: { roundId: string; kind: ReminderKind; occasion: string; actor: Doer; now: Date },
) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const round = await findRound(tx, { roundId });
  const step = kind === "score" ? "scoring" : "nomination";
  if (round?.state !== "published" || !isOpen(round.phases, step, now))
    return { ok: false, reason: "not-now" } as const;
  const endsAt = windowOf(round.phases, step)?.endsAt;
  const shared = {
    ...{ roundId, now, matter: kind, about: (locale: "vi" | "en" | "ar" | "hi") => inLanguage(round.title, locale) },
    moment: endsAt ? ({ label: "until", at: endsAt, zone: zoneOf() } as const) : null,
  };
  let letters = 0;
  if (kind === "score") {
    for (const { reader, left } of await membersToRemind(tx, { roundId, now }))
      letters += await postAward(tx, {
        ...{ ...shared, readers: [reader], count: left, path: paths.scoring(roundId) },
        key: `award-score:${roundId}:${occasion}`,
      });
  } else {
    const { silent, drafts } = await unitsToRemind(tx, { roundId, now });
    const groups =
      kind === "silent"
        ? [{ contacts: silent, count: 1 }]
        : [...drafts.values()].map(({ contacts, count }) => ({ contacts, count }));
    for (const { contacts, count } of groups)
      letters += await postAward(tx, {
        ...{ ...shared, readers: contacts, count },
        key: `award-${kind}:${roundId}:${occasion}`,
        path: kind === "silent" ? paths.award(roundId) : paths.nominations(roundId),
      });
  }
  if (letters > 0)
    await record(tx, {
      ...{ actor, actorName: "TenTen", verb: "award-round.reminded", subject: `award-round:${roundId}`, now },
      detail: { kind, letters },
    });
  return { ok: true, letters } as const;
}
