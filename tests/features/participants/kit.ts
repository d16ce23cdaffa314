import { eq } from "drizzle-orm";
import { letters, participants } from "#db/schema.server";
import { read, transact } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import type { GuestData } from "~/features/participants/data.rules";
import { makeActor, makeEvent, makeOrganization, makePoint, makeUnit } from "../../kit/makers";

/** A province with two wards, an event of its department with a main venue and one linked point, and people with roles. */
export function makeStage(given: Parameters<typeof makeEvent>[1] = {}) {
  return transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "UBND tỉnh Lam Giang", kind: "province" });
    const department = await makeUnit(tx, { name: "Sở Khoa học và Công nghệ", shortName: "Sở KHCN", parent: province });
    const benLam = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", parent: province });
    const giaLoc = await makeUnit(tx, { name: "Xã Gia Lộc", kind: "commune", parent: province });
    const event = await makeEvent(tx, { host: department, ...given });
    const ward = await makePoint(tx, event, { name: "Phường Bến Lam", unitId: benLam.id, sort: 1 });
    const commune = await makePoint(tx, event, { name: "Xã Gia Lộc", unitId: giaLoc.id, sort: 2 });
    const organizer = await makeActor(tx, "organizer", { name: "Trần Thị Thu Hà" });
    const focal = await makeActor(tx, "focal-point", { unit: benLam, name: "Lê Thị Mai" });
    const supervisor = await makeActor(tx, "supervisor", { name: "Đặng Quốc Khánh" });
    const operator = await makeActor(tx, "point-operator", { unit: giaLoc, name: "Hoàng Đức Thắng" });
    const council = await makeActor(tx, "council-member", { name: "Vũ Thị Hồng" });
    return {
      province,
      department,
      benLam,
      giaLoc,
      event,
      ward,
      commune,
      organizer,
      focal,
      supervisor,
      operator,
      council,
    };
  });
}

export type Stage = Awaited<ReturnType<typeof makeStage>>;

/** A person's data; say only what matters. */
export const person = (stage: Stage, more: Partial<GuestData> = {}): GuestData => ({
  name: "Nguyễn Đức An",
  position: "Chuyên viên",
  organization: "",
  unitId: null,
  pointId: stage.event.main.id,
  email: "an@lamgiang.example",
  phone: "",
  note: "",
  locale: "vi",
  ...more,
});

/** What a list looks like: one line a person, in the order of making. */
export async function rowsOf(stage: Stage) {
  const rows = await read
    .select()
    .from(participants)
    .where(eq(participants.eventId, stage.event.id))
    .orderBy(participants.createdAt, participants.id);
  return rows;
}

/** Kind, address and state of every letter, in the order of writing. */
export async function lettersOut() {
  const rows = await read
    .select({ kind: letters.kind, to: letters.toAddress, state: letters.state })
    .from(letters)
    .orderBy(letters.writtenAt, letters.id);
  return rows.map(({ kind, to, state }) => `${kind} ${to} ${state}`);
}

export const by = (actor: Actor, now: Date) => ({ actor, now });
