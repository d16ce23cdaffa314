import { desc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { auditLog } from "#db/schema.server";

/** What was done to one subject, the newest first. */
export const historyOf = (db: Reader, { subject, limit = 50 }: { subject: string; limit?: number }) =>
  db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      actorName: auditLog.actorName,
      verb: auditLog.verb,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .where(eq(auditLog.subject, subject))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit);

export type Entry = Awaited<ReturnType<typeof historyOf>>[number];
