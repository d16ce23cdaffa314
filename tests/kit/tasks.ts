import { type Tx, transact } from "../../db/client.server";
import { holdings, people } from "../../db/schema.server";
import type { Actor } from "../../app/features/accounts/rules";
import { addEvidence } from "../../app/features/tasks/evidence/writes.server";
import { assignTask } from "../../app/features/tasks/step.writes.server";
import { createGroup } from "../../app/features/tasks/group.writes.server";
import { createTask, type TaskContent, taskDefaults } from "../../app/features/tasks/writes.server";
import { fold } from "../../app/web/text";
import { makeActor, makeOrganization, makeUnit, now } from "./makers";

/** A province with two departments and a commune, an organizer over all, and a focal point in each unit. */
export async function makeProvince() {
  return await transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "UBND tỉnh Lam Giang", kind: "province" });
    const health = await makeUnit(tx, { name: "Sở Y tế", code: "SYT", parent: province });
    const office = await makeUnit(tx, {
      name: "Văn phòng UBND tỉnh",
      kind: "office",
      code: "VPUBND",
      parent: province,
    });
    const commune = await makeUnit(tx, { name: "Xã Châu Phong", kind: "commune", parent: province });
    return {
      province,
      health,
      office,
      commune,
      organizer: await makeActor(tx, "organizer"),
      doer: await makeActor(tx, "focal-point", { unit: health, name: "Lê Thị Mai" }),
      appraiser: await makeActor(tx, "focal-point", { unit: office, name: "Trần Văn Phòng" }),
      stranger: await makeActor(tx, "focal-point", { unit: commune, name: "Hoàng Xa" }),
      person: await makeHolder(tx, health.id, "Lê Thị Mai", "mai@lamgiang.example"),
    };
  });
}

/** A person with a position in the unit. */
export async function makeHolder(tx: Tx, unitId: string, fullName: string, email: string | null = null) {
  const [person] = await tx
    .insert(people)
    .values({ fullName, email, search: fold(fullName), createdAt: now })
    .returning();
  const held = { unitId, duty: "focal-point", title: "Chuyên viên", heldFrom: "2024-01-01" } as const;
  await tx.insert(holdings).values({ ...held, personId: (person as { id: string }).id });
  return person as typeof people.$inferSelect;
}

/** A group of tasks in the plan of the province; returns its id. */
export async function makeGroup(at: Province, title: string, parentId: string | null = null): Promise<string> {
  return await transact(async (tx) => {
    const made = await createGroup(tx, {
      ...{ title, code: "", parentId, ownerUnitId: at.province.id, campaignId: null, documentId: null, weight: 1 },
      ...{ actor: at.organizer, now },
    });
    if (!made.ok) throw new Error(made.reason);
    return made.taskId;
  });
}

export type Province = Awaited<ReturnType<typeof makeProvince>>;

/** A task of the health department that the office appraises, due on 14/09/2025, as its plan's organizer would write it. */
export const taskOf = (at: Province, given: Partial<TaskContent> = {}): TaskContent => ({
  ...taskDefaults,
  coordinatingGroups: [],
  coordinatingUnitIds: [],
  predecessorIds: [],
  title: "Sổ sức khỏe điện tử",
  ownerUnitId: at.province.id,
  leadUnitId: at.health.id,
  appraiserUnitId: at.office.id,
  responsibleId: at.person.id,
  startsOn: "2025-08-01",
  dueOn: "2025-09-14",
  ...given,
});

/** The same, written and (unless `draft`) assigned; returns its id. */
export async function makeTask(
  at: Province,
  given: Partial<TaskContent> & { draft?: boolean; actor?: Actor; at?: Date } = {},
): Promise<string> {
  const { draft = false, actor = at.organizer, at: when = now, ...content } = given;
  return await transact(async (tx) => {
    const made = await createTask(tx, { ...taskOf(at, content), actor, now: when });
    if (!made.ok) throw new Error(made.reason);
    if (!draft) {
      const given = await assignTask(tx, { taskId: made.taskId, actor, now: when });
      if (!given.ok) throw new Error(given.reason);
    }
    return made.taskId;
  });
}

/** A note as evidence, gathered by the doer. */
export const prove = (at: Province, taskId: string, when: Date = now) =>
  transact((tx) =>
    addEvidence(tx, { taskId, actor: at.doer, now: when, proof: { kind: "note", label: "Đã trình báo cáo" } }),
  );
