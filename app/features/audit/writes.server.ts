import { insertMany, type Tx } from "#db/client.server";
import { auditLog } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";

export type Detail = Record<string, string | number | boolean | null>;

interface Act {
  /** null: a guest or the clock; then `actorName` says who. */
  actor: Pick<Actor, "userId" | "name"> | null;
  actorName?: string;
  /** "event.postponed" */
  verb: string;
  /** "event:<id>" */
  subject: string;
  /** Never a secret, a token or an e-mail address in full: this table is kept for years. */
  detail?: Detail;
  now: Date;
}

/** Notes one act of a person, in the transaction of the act itself. */
export async function record(tx: Tx, { actor, actorName, verb, subject, detail = {}, now }: Act): Promise<void> {
  const name = actor?.name ?? actorName ?? "";
  await insertMany(tx, auditLog, [{ at: now, actorId: actor?.userId ?? null, actorName: name, verb, subject, detail }]);
}
