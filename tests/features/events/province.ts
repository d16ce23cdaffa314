import { type Tx, transact } from "../../../db/client.server";
import { createEvent, openEvent } from "../../../app/features/events/writes.server";
import { makeActor, makeUnit, now } from "../../kit/makers";

/** An instant on the wall clock of Viet Nam. */
export const at = (text: string) => new Date(`${text}+07:00`);
export const zone = "Asia/Ho_Chi_Minh";

/** A province with a department and a ward, their people, and a draft of the department's. */
async function province(tx: Tx) {
  const root = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province" });
  const host = await makeUnit(tx, { name: "Sở Khoa học và Công nghệ", parent: root });
  const ward = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", parent: root });
  const organizer = await makeActor(tx, "organizer", { unit: host });
  const head = await makeActor(tx, "head", { unit: host });
  const operator = await makeActor(tx, "point-operator", { unit: ward });
  const stranger = await makeActor(tx, "organizer", { unit: ward });
  const content = {
    kind: "launch" as const,
    title: { vi: "Lễ phát động Ngày Chuyển đổi số", en: "Launch" },
    hostUnitId: host.id,
    startsAt: at("2025-09-22T14:00"),
    endsAt: at("2025-09-22T16:40"),
    replyBy: at("2025-09-19T17:00"),
    isPublic: true,
  };
  const made = await createEvent(tx, { ...content, zone, actor: organizer, now });
  if (!made.ok) throw new Error(made.reason);
  const act = { eventId: made.eventId, actor: organizer, now };
  return { root, host, ward, organizer, head, operator, stranger, content, act, ...made };
}
export const inProvince = () => transact(province);
type Given = Awaited<ReturnType<typeof province>>;
export const opened = async (given: Given) => {
  await transact((tx) => openEvent(tx, given.act));
  return given;
};
