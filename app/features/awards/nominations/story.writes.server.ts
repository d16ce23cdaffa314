import type { Tx } from "#db/client.server";
import { nominationSteps } from "#db/schema.server";
import type { By, Doer } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";

export interface NominationAct extends By {
  nominationId: string;
}

/** The name that stands in a story; the installation's own where it acts by itself. */
export const nameOf = (doer: Doer): string => doer?.name ?? "TenTen";

type StepKind = (typeof nominationSteps.$inferInsert)["kind"];

/** Tells a step in the dossier's own story; what was done beside it stands in the audit log elsewhere. */
export const tellStep = (tx: Tx, { nominationId, actor, now }: NominationAct, kind: StepKind, note = "") =>
  tx
    .insert(nominationSteps)
    .values({ nominationId, kind, note, byUserId: actor?.userId ?? null, byName: nameOf(actor), at: now });

/** Notes a step in the dossier's own story and in the audit log. */
export async function noteStep(
  tx: Tx,
  act: NominationAct,
  kind: StepKind,
  note = "",
  detail: Detail = {},
): Promise<void> {
  const { nominationId, actor, now } = act;
  await tellStep(tx, act, kind, note);
  await record(tx, { actor, verb: `nomination.${kind}`, subject: `nomination:${nominationId}`, detail, now });
}
