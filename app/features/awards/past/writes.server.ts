import { insertMany, type Tx } from "#db/client.server";
import { honours } from "#db/schema.server";
import { type By, doerMay } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { honourRow, noted } from "../honours/writes.server";
import { planPastAwards } from "./reads.server";

/**
 * Enters the new rows of a sheet of earlier awards, judged again on the roll as it is now. Refused: "not-allowed",
 * "no-headers", "nothing". Gives how many were entered and how many were left out.
 */
export async function addPastAwards(tx: Tx, { rows, actor, now }: By & { rows: readonly string[][] }) {
  if (!doerMay(actor, "awards.manage", null)) return refuse("not-allowed");
  const planned = await planPastAwards(tx, { rows, now });
  if (!planned) return refuse("no-headers");
  const fresh = planned.filter(({ fate }) => fate === "new");
  if (fresh.length === 0) return refuse("nothing");
  // All at once: asked and noted one by one, the rows of a full sheet kept everybody else waiting for half a minute.
  await insertMany(
    tx,
    honours,
    fresh.map(({ row: _, fate: __, sameDeed: ___, ...past }) => honourRow({ ...past, now })),
  );
  await noted(tx, { actor, now }, "imported", "honours", { entered: fresh.length });
  return { ok: true, added: fresh.length, left: planned.length - fresh.length } as const;
}
