import { and, eq, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { declaredConflicts } from "#db/schema.server";

/** What a member declared, with the reasons, and what an organizer pinned. */
export async function pinnedOf(db: Reader, { memberId }: { memberId: string }) {
  const rows = await db
    .select()
    .from(declaredConflicts)
    .where(and(eq(declaredConflicts.memberId, memberId), isNull(declaredConflicts.withdrawnAt)));
  return {
    own: new Map(rows.flatMap((row) => (row.source === "member" ? [[row.nominationId, row.reason] as const] : []))),
    organizer: new Set(rows.flatMap((row) => (row.source === "organizer" ? [row.nominationId] : []))),
  };
}
