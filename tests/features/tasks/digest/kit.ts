import { read, transact } from "#db/client.server";
import { holdings, organization, people } from "#db/schema.server";
import { findLetter, listLetters } from "~/features/outbox/reads.server";
import { enqueueDueDigests } from "~/features/tasks/digest/jobs.server";
import { fold } from "~/web/text";
import { makeUnit, now } from "../../../kit/makers";
import { makeProvince, type Province } from "../../../kit/tasks";

/** 08:00 in Viet Nam. */
export const morning = (day: string, clock = "08:00") => new Date(`${day}T${clock}:00+07:00`);

/** Someone who holds an office since 2024, without an account. */
export async function makeHolder(
  unitId: string,
  fullName: string,
  given: Partial<typeof holdings.$inferInsert> & { email?: string | null } = {},
) {
  const { email = `${fold(fullName).replace(/ /g, ".")}@lamgiang.example`, ...held } = given;
  await transact(async (tx) => {
    const [person] = await tx
      .insert(people)
      .values({ fullName, email, search: fold(fullName), createdAt: now })
      .returning({ id: people.id });
    const facts = { unitId, duty: "head", title: "Giám đốc", heldFrom: "2024-01-01", ...held } as const;
    await tx.insert(holdings).values({ ...facts, personId: person?.id ?? "" });
  });
}

export type Ladder = Province & Awaited<ReturnType<typeof makeLadder>>;

/**
 * The province of the tasks' kit with a head in every chair of the ladder: the department, the province's committee, the
 * steering committee; and heads who must never hear: of another department, of the commune, and one who has left.
 */
export async function makeLadder() {
  const at = await makeProvince();
  const { steering, committee, other } = await transact(async (tx) => {
    const root = at.province;
    const one = {
      committee: await makeUnit(tx, { name: "Ủy ban nhân dân tỉnh", kind: "committee", parent: root }),
      steering: await makeUnit(tx, { name: "Ban Chỉ đạo", kind: "committee", parent: root }),
      other: await makeUnit(tx, { name: "Sở Tài chính", parent: root }),
    };
    await tx.update(organization).set({ steeringUnitId: one.steering.id });
    return one;
  });
  await makeHolder(at.health.id, "Giám Đốc", { title: "Giám đốc Sở Y tế" });
  await makeHolder(at.health.id, "Đã Nghỉ", { heldTo: "2025-06-30" });
  await makeHolder(committee.id, "Chủ Tịch", { title: "Chủ tịch UBND tỉnh" });
  await makeHolder(steering.id, "Trưởng Ban", { title: "Trưởng Ban Chỉ đạo" });
  await makeHolder(other.id, "Sở Khác");
  await makeHolder(at.commune.id, "Chủ Xã");
  return { ...at, committee, steering, other };
}

/** Runs the clock at a moment and tells who got a letter, by name. */
export async function digestsAt(moment: Date): Promise<string[]> {
  await enqueueDueDigests(moment);
  const { rows } = await listLetters(read, { kinds: ["task-digest"], limit: 500 });
  return rows
    .filter(({ writtenAt }) => writtenAt.getTime() === moment.getTime())
    .map(({ toName }) => toName)
    .sort();
}

/** The last letter a person got, as plain text and with its subject. */
export async function lastLetterTo(name: string) {
  const { rows } = await listLetters(read, { kinds: ["task-digest"], limit: 500 });
  const row = rows.find(({ toName }) => toName === name);
  const letter = row && (await findLetter(read, { letterId: row.id }));
  return { subject: row?.subject ?? "", text: letter?.content?.text ?? "", html: letter?.content?.html ?? "" };
}
