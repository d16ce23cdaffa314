import { transact } from "../../db/client.server";
import { addEvidence } from "../../app/features/tasks/evidence/writes.server";
import { acceptTask } from "../../app/features/tasks/decide.writes.server";
import { submitTask } from "../../app/features/tasks/hand-in.writes.server";
import { assignTask } from "../../app/features/tasks/step.writes.server";
import { createGroup } from "../../app/features/tasks/group.writes.server";
import { createTask } from "../../app/features/tasks/writes.server";
import { now as monday } from "./makers";
import { type Province, taskOf } from "./tasks";

const groups = [
  ["Nhiệm vụ chung", 11, 11],
  ["Phát triển chính quyền số", 11, 21],
  ["Phát triển kinh tế số", 5, 9],
  ["Phát triển xã hội số", 1, 6],
] as const;

/**
 * The plan of the province's report: 11 of 11, 11 of 21, 5 of 9 and 1 of 6 are done, 28 of 47 in all. Written on `now`,
 * handed in on the next day and accepted the day after, by the product's own writes.
 */
export async function makeReportPlan(
  at: Province,
  { now = monday, dueOn = "2025-09-14", startsOn = "2025-08-01", campaignId = null as string | null } = {},
) {
  const [handedIn, accepted] = [1, 2].map((days) => new Date(now.getTime() + days * 86_400_000)) as [Date, Date];
  return await transact(async (tx) => {
    const tasks: string[] = [];
    for (const [title, done, total] of groups) {
      const place = { code: "", parentId: null, ownerUnitId: at.province.id, campaignId, documentId: null, weight: 1 };
      const group = await createGroup(tx, { ...place, title, actor: at.organizer, now });
      if (!group.ok) throw new Error(group.reason);
      for (let n = 1; n <= total; n += 1) {
        const content = taskOf(at, { title: `${title} ${n}`, parentId: group.taskId, dueOn, startsOn, campaignId });
        const made = await createTask(tx, { ...content, actor: at.organizer, now });
        if (!made.ok) throw new Error(made.reason);
        const { taskId } = made;
        tasks.push(taskId);
        await assignTask(tx, { taskId, actor: at.organizer, now });
        if (n > done) continue;
        const proof = { kind: "note", label: "Đã trình báo cáo" } as const;
        await addEvidence(tx, { taskId, actor: at.doer, now: handedIn, proof });
        await submitTask(tx, { taskId, actor: at.doer, now: handedIn, statement: "Xong" });
        const accept = { taskId, actor: at.appraiser, now: accepted, basically: n % 4 === 0, reason: "" };
        const answer = await acceptTask(tx, accept);
        if (!answer.ok) throw new Error(answer.reason);
      }
    }
    return tasks;
  });
}
