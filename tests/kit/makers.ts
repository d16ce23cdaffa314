import { newId } from "../../db/dialect/ids";
import type { Tx } from "../../db/client.server";
import { events, grants, organization, participants, points, units, users } from "../../db/schema.server";
import { newDoorCode } from "../../app/features/participants/answer/rules";
import { ensureLink } from "../../app/features/participants/invitation/letters.server";
import type { Actor, Role } from "../../app/features/accounts/rules";
import { fold, nameSortKey } from "../../app/web/text";

/** The moment at which most tests stand: a Monday, 08:00 in Viet Nam. */
export const now = new Date("2025-09-01T01:00:00Z");

type Some<T> = { [K in keyof T]?: T[K] };

export async function makeUnit(
  tx: Tx,
  given: Some<typeof units.$inferInsert> & { parent?: { id: string; path: string } } = {},
) {
  const { parent, ...over } = given;
  const id = over.id ?? newId();
  const name = over.name ?? "Sở Khoa học và Công nghệ";
  const [unit] = await tx
    .insert(units)
    .values({
      kind: "department",
      search: fold(name),
      createdAt: now,
      ...over,
      id,
      name,
      parentId: parent?.id ?? null,
      path: `${parent?.path ?? "/"}${id}/`,
    })
    .returning();
  return unit as typeof units.$inferSelect;
}

export async function makeOrganization(tx: Tx, given: Some<typeof organization.$inferInsert> = {}) {
  await tx.insert(organization).values({
    id: "organization",
    name: "UBND tỉnh Lam Giang",
    zone: "Asia/Ho_Chi_Minh",
    locale: "vi",
    setUpAt: now,
    ...given,
  });
}

/** A person with an account and one role; the role reaches everything when no unit is given. */
export async function makeActor(
  tx: Tx,
  role: Role,
  given: { unit?: { id: string; path: string } | null; name?: string; email?: string } = {},
): Promise<Actor> {
  const name = given.name ?? `Người ${role}`;
  const email = given.email ?? `${role}-${newId().slice(-6)}@lamgiang.example`;
  const [user] = await tx
    .insert(users)
    .values({ email, name, search: fold(name), createdAt: now })
    .returning();
  const { id, position, locale } = user as typeof users.$inferSelect;
  await tx.insert(grants).values({ userId: id, role, unitId: given.unit?.id ?? null, grantedAt: now });
  return {
    userId: id,
    name,
    position,
    email,
    locale,
    grants: [{ role, unitId: given.unit?.id ?? null, unitPath: given.unit?.path ?? null }],
  };
}

/** An open event three weeks ahead (22/09/2025 14:00), with a main venue. */
export async function makeEvent(
  tx: Tx,
  given: Some<typeof events.$inferInsert> & { host?: { id: string }; capacity?: number | null } = {},
) {
  const { host, capacity = null, ...over } = given;
  const hostUnit = host ?? (await makeUnit(tx));
  const title = over.title ?? { vi: "Hội nghị phát động", en: "Launch conference" };
  const [event] = await tx
    .insert(events)
    .values({
      slug: `event-${newId().slice(-8)}`,
      kind: "launch",
      state: "open",
      hostUnitId: hostUnit.id,
      startsAt: new Date("2025-09-22T07:00:00Z"),
      endsAt: new Date("2025-09-22T09:40:00Z"),
      zone: "Asia/Ho_Chi_Minh",
      replyBy: new Date("2025-09-19T10:00:00Z"),
      reminders: { silentDaysBefore: [7, 3, 1], comingDaysBefore: [1], clock: "08:00" },
      search: fold(title.vi),
      createdAt: now,
      updatedAt: now,
      ...over,
      title,
    })
    .returning();
  const made = event as typeof events.$inferSelect;
  const main = await makePoint(tx, made, {
    name: "Điểm cầu chính",
    isMain: true,
    address: "Hội trường UBND tỉnh",
    capacity,
    sort: 0,
  });
  return { ...made, main };
}

export async function makePoint(tx: Tx, event: { id: string }, given: Some<typeof points.$inferInsert> = {}) {
  const name = given.name ?? "Phường Bến Lam";
  const [point] = await tx
    .insert(points)
    .values({ sort: 1, search: fold(name), ...given, eventId: event.id, name })
    .returning();
  return point as typeof points.$inferSelect;
}

/** People on the list of an event, at its main venue unless told otherwise; each has an address made from the name. */
export async function makeGuests(
  tx: Tx,
  event: { id: string; main: { id: string } },
  names: string[],
  given: Some<typeof participants.$inferInsert> = {},
) {
  const rows = names.map((name) => {
    const id = newId();
    const email = given.email === undefined ? `${fold(name).replace(/ /g, ".")}@lamgiang.example` : given.email;
    return {
      pointId: event.main.id,
      search: fold(name),
      sortKey: nameSortKey(name),
      identity: `test:${id}`,
      doorCode: newDoorCode(id),
      createdAt: now,
      updatedAt: now,
      ...given,
      id,
      email,
      fullName: name,
      eventId: event.id,
    };
  });
  const made = await tx.insert(participants).values(rows).returning();
  return made as (typeof participants.$inferSelect)[];
}

/** Guests who hold an invitation: each with the token of their living link. */
export async function makeInvited(
  tx: Tx,
  event: { id: string; main: { id: string } },
  names: string[],
  given: Some<typeof participants.$inferInsert> = {},
) {
  const invited = [];
  for (const row of await makeGuests(tx, event, names, { invitedAt: now, ...given })) {
    const { guest, link } = await ensureLink(tx, row);
    invited.push({ ...row, ...guest, token: link.slice(link.lastIndexOf("/") + 1) });
  }
  return invited;
}
