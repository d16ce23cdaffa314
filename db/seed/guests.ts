import { and, eq, isNull } from "drizzle-orm";
import { pointsOf } from "../../app/features/events/reads.server";
import { answerInvitation, type Wish } from "../../app/features/participants/answer/writes.server";
import { writeMailing } from "../../app/features/participants/invitation/jobs.server";
import { startInvitations } from "../../app/features/participants/invitation/writes.server";
import { guessColumns } from "../../app/features/participants/list/columns.rules";
import { planImport } from "../../app/features/participants/list/rules";
import { takeOverList } from "../../app/features/participants/writes.server";
import { read, transact } from "../client.server";
import { newId } from "../dialect/ids";
import { participants } from "../schema.server";
import { attendance, composition } from "./attendance";
import type { SeedPerson } from "./names";
import { inSentence, must, type Stage } from "./occasions";

/** The delegates of a conference as a list: one row a person, by point, as an office would write it. */
export function delegateList(people: Generator<SeedPerson>): string[][] {
  const rows = [["Họ và tên", "Chức vụ", "Đơn vị", "Điểm cầu", "Thư điện tử"]];
  let noAddress = 3;
  for (const [name, invited] of attendance)
    for (let n = 0; n < invited; n += 1) {
      const person = people.next().value as SeedPerson;
      const role = composition[n % composition.length] as string;
      const isLast = n === invited - 1;
      const email = isLast && name !== "Điểm cầu chính" && noAddress-- > 0 ? "" : person.email;
      rows.push([
        person.name,
        name === "Điểm cầu chính" ? mainRole(n) : role,
        name === "Điểm cầu chính" ? "UBND tỉnh Lam Giang" : `UBND ${inSentence(name)}`,
        name,
        email,
      ]);
    }
  return rows;
}

const mainRole = (n: number): string =>
  [
    "Phó Chủ tịch UBND tỉnh",
    "Giám đốc Sở",
    "Phó Giám đốc Sở",
    "Chánh Văn phòng",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Chuyên viên",
    "Phóng viên",
  ][Math.min(n, n % 8)] as string;

/** Takes a list over the way the import page does. */
export async function takeOver(stage: Stage, eventId: string, rows: string[][], now: Date): Promise<void> {
  const points = (await pointsOf(read, { eventId })).map(({ id, name, isMain }) => ({ id, name, isMain }));
  const { mapping } = guessColumns(rows[0] as string[], rows.slice(1, 30));
  const plan = planImport({ rows, mapping, known: [], points });
  const unitOf = new Map((await pointsOf(read, { eventId })).map((point) => [point.id, point.unitId]));
  await must("list", (tx) =>
    takeOverList(tx, {
      eventId,
      importId: newId(),
      plan,
      unitOf: (person) => unitOf.get(person.pointId) ?? null,
      actor: stage.organizer,
      now,
    }),
  );
}

/** Sends the invitations of everybody on the list at once. */
export async function invite(stage: Stage, eventId: string, now: Date): Promise<void> {
  const { mailingId } = await must("invite", (tx) => startInvitations(tx, { eventId, actor: stage.organizer, now }));
  await writeMailing({ mailingId, now, patience: Number.POSITIVE_INFINITY });
}

/** The invited themselves, without substitutes and who was taken off, in the order of the list. */
export const guestsOf = (eventId: string) =>
  read
    .select()
    .from(participants)
    .where(and(eq(participants.eventId, eventId), isNull(participants.standsInForId), isNull(participants.withdrawnAt)))
    .orderBy(participants.createdAt, participants.id);

interface Given {
  guestId: string;
  wish: Wish;
  now: Date;
}

/** Answers in their order, many to a transaction: a commit for each would take most of the demo's start. */
export async function answerAll(given: Given[]): Promise<void> {
  for (let at = 0; at < given.length; at += 60)
    await transact(async (tx) => {
      for (const { guestId, wish, now } of given.slice(at, at + 60)) {
        const done = await answerInvitation(tx, { participantId: guestId, wish, via: "link", now });
        if (!done.ok) throw new Error(`answer: ${done.reason}`);
      }
    });
}
