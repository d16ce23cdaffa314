import type { Tx } from "#db/client.server";
import { doerMay } from "~/features/accounts/rules";
import { addPastHonour, type By, refuse } from "../honours/writes.server";
import { planPastAwards } from "./reads.server";

/**
 * Enters the new rows of a sheet of earlier awards, judged again on the roll as it is now. Refused: "not-allowed",
 * "no-headers", "nothing". Gives how many were entered and how many were left out.
 */
export async function addPastAwards(tx: Tx, { rows, actor, now }: By & { rows: readonly string[][] }) {
  if (!doerMay(actor, "awards.manage")) return refuse("not-allowed");
  const planned = await planPastAwards(tx, { rows, now });
  if (!planned) return refuse("no-headers");
  const fresh = planned.filter(({ fate }) => fate === "new");
  if (fresh.length === 0) return refuse("nothing");
  for (const { row: _, fate: __, sameDeed: ___, ...past } of fresh) await addPastHonour(tx, { ...past, actor, now });
  return { ok: true, added: fresh.length, left: planned.length - fresh.length } as const;
}
