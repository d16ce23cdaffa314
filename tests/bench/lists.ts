import { insertMany, transact } from "../../db/client.server";
import { participants } from "../../db/schema.server";
import { newGuestRow } from "../../app/features/participants/row.writes.server";
import { makeEvent, makePoint } from "../kit/makers";
import { atMost, type Figure, inTurn, micro, size } from "./kit";
import { makeProvince, type Province, signIn } from "./province";
import { type Ask, expectOnly, load, startProduct } from "./servers";

/** P14: the organizer's list of an event with 10,000 guests, beside one with 100. */
export async function lists(): Promise<Figure[]> {
  const province = await makeProvince();
  const many = await eventWith(province, 10_000);
  const few = await eventWith(province, 100);
  const cookie = await signIn(province);
  const product = await startProduct(province.folder);
  const count = size(40, 20);
  const cpuOn = (eventId: string) => async () => {
    const ask: Ask = { path: `/events/${eventId}/guests`, headers: { cookie } };
    const { cpu, statuses } = await load(product, { count, atOnce: 2, ask: () => ask });
    expectOnly(statuses, [200], "The list of guests");
    return cpu / count;
  };
  try {
    const { ours, theirs, ratio } = await inTurn(size(5, 3), cpuOn(many), cpuOn(few));
    const what = "CPU of the list of an event with 10,000 guests, beside one with 100";
    return [{ name: "P14", what, ours: micro(ours), reference: micro(theirs), ratio, target: atMost(1.5) }];
  } finally {
    await product.stop();
    await province.remove();
  }
}

function eventWith({ organizer }: Province, guests: number): Promise<string> {
  const now = new Date();
  return transact(async (tx) => {
    const event = await makeEvent(tx, { createdBy: organizer.userId });
    const places = [event.main];
    for (let i = 1; i <= 21; i += 1) places.push(await makePoint(tx, event, { name: `Điểm cầu phường ${i}`, sort: i }));
    const rows = Array.from({ length: guests }, (_, i) => ({
      ...newGuestRow(
        event.id,
        {
          name: `Nguyễn Văn Khách ${i}`,
          position: "Chuyên viên",
          organization: "Sở Khoa học và Công nghệ",
          unitId: null,
          pointId: places[i % places.length]?.id ?? "",
          email: `guest${i}@lamgiang.example`,
          phone: "",
          note: "",
          locale: "vi" as const,
        },
        { now },
      ),
      invitedAt: now,
      answer: (["yes", "no", "none"] as const)[i % 3],
    }));
    await insertMany(tx, participants, rows);
    return event.id;
  });
}
