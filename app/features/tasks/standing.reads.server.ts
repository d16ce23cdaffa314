import { and, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { evidence } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import type { Standing } from "./next.rules";
import { openSubmission, type Task, tasksBelow } from "./reads.server";
import { isOpen } from "./rules";

/** What decides on the acts that stand open to a person, asked of the database: the evidence gathered, the parts, whose work it is. */
export async function standingOf(db: Reader, { task, actor }: { task: Task; actor: Actor }): Promise<Standing> {
  const [gathered, parts, waiting] = await Promise.all([
    db
      .select({ count: sql<number>`count(*)` })
      .from(evidence)
      .where(and(eq(evidence.taskId, task.id), isNull(evidence.submissionId), isNull(evidence.withdrawnAt))),
    tasksBelow(db, { taskId: task.id, actor }),
    openSubmission(db, { taskId: task.id }),
  ]);
  const { state, isGroup, leadUnitId, responsibleId, appraiserUnitId, access } = task;
  const inUnit = (unitId: string | null) => actor.grants.some((grant) => unitId !== null && grant.unitId === unitId);
  const byName = task.responsible !== null && task.responsible.email === actor.email;
  return {
    ...{ state, isGroup, leadUnitId, responsibleId, appraiserUnitId, access },
    own: {
      do: access.do && (!access.manage || inUnit(leadUnitId) || byName),
      accept: access.accept && (!access.manage || inUnit(appraiserUnitId)),
    },
    gathered: Number(gathered[0]?.count ?? 0),
    openParts: parts.filter((part) => !part.isGroup && isOpen(part.state)).length,
    parts: parts.length,
    ownWork: waiting?.submittedBy === actor.userId || (appraiserUnitId !== null && appraiserUnitId === leadUnitId),
  };
}
