import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { findGuest, guestIds, listGuests, pageOfGuests } from "~/features/participants/guests/reads.server";
import { seesGuests } from "~/features/participants/guests/sight.reads.server";
import { tallyGuests } from "~/features/participants/guests/tally.reads.server";
import { searchGuests } from "~/features/participants/reads.server";
import { addGuest, markBounced } from "~/features/participants/writes.server";
import { useDatabase } from "../../../kit/database";
import { makeGuests, now } from "../../../kit/makers";
import { makeStage, person, type Stage } from "../kit";

useDatabase();

/** Three people: one of the ward, one of the commune at its own point, one of the department. */
async function threePeople(stage: Stage) {
  const { ward, commune, benLam, giaLoc, organizer: actor, event } = stage;
  const add = (more: Parameters<typeof person>[1]) =>
    transact((tx) => addGuest(tx, { eventId: event.id, guest: person(stage, more), actor, now }));
  const ids = [];
  ids.push(
    await add({
      name: "Trần Văn Bình",
      email: "binh@benlam.example",
      phone: "+84914501701",
      unitId: benLam.id,
      pointId: ward.id,
      note: "ăn chay",
    }),
  );
  ids.push(await add({ name: "Lê Thị Ấm", email: "am@gialoc.example", unitId: giaLoc.id, pointId: commune.id }));
  ids.push(await add({ name: "Phạm Văn Đức", email: "duc@so.example", organization: "Sở Khoa học và Công nghệ" }));
  return ids.map((done) => (done.ok ? done.participantId : "")) as [string, string, string];
}

const names = (guests: { fullName: string }[]) => guests.map(({ fullName }) => fullName);

test("the list is in the order of Vietnamese given names, and pages lead on and back", async () => {
  const stage = await makeStage();
  await transact((tx) =>
    makeGuests(tx, stage.event, ["Lê Ước", "Trần Ân", "Đỗ Anh", "Vũ Ánh", "Hà Đào", "Hà Dân", "Ngô Ân", "Bùi Ưng"]),
  );
  const asked = { eventId: stage.event.id, actor: stage.organizer, limit: 3 };
  const first = await pageOfGuests(read, asked);
  const second = await pageOfGuests(read, { ...asked, after: first.next ?? "" });
  const third = await pageOfGuests(read, { ...asked, after: second.next ?? "" });
  expect([first, second, third].map(({ guests }) => names(guests))).toEqual([
    ["Đỗ Anh", "Vũ Ánh", "Ngô Ân"],
    ["Trần Ân", "Hà Dân", "Hà Đào"],
    ["Bùi Ưng", "Lê Ước"],
  ]);
  expect([first.previous, third.next]).toEqual([null, null]);
  const back = await pageOfGuests(read, { ...asked, before: third.previous ?? "" });
  expect(names(back.guests)).toEqual(names(second.guests));
  expect(names((await pageOfGuests(read, { ...asked, before: back.previous ?? "" })).guests)).toEqual(
    names(first.guests),
  );
});

test("each person sees the guests of their own unit and points, and contacts only where they are theirs to know", async () => {
  const stage = await makeStage();
  const [binh, am] = await threePeople(stage);
  const seen = async (actor: Stage["organizer"]) =>
    (await listGuests(read, { eventId: stage.event.id, actor })).map(({ fullName, email, phone, note, keeps }) => [
      fullName,
      email,
      phone,
      note,
      keeps,
    ]);
  expect(await seen(stage.organizer)).toEqual([
    ["Lê Thị Ấm", "am@gialoc.example", "", "", true],
    ["Trần Văn Bình", "binh@benlam.example", "+84914501701", "ăn chay", true],
    ["Phạm Văn Đức", "duc@so.example", "", "", true],
  ]);
  expect(await seen(stage.focal)).toEqual([["Trần Văn Bình", "binh@benlam.example", "+84914501701", "ăn chay", true]]);
  expect(await seen(stage.operator)).toEqual([["Lê Thị Ấm", null, "", "", false]]);
  expect(await seen(stage.supervisor)).toEqual([
    ["Lê Thị Ấm", null, "", "", false],
    ["Trần Văn Bình", null, "", "", false],
    ["Phạm Văn Đức", null, "", "", false],
  ]);
  expect(await seen(stage.council)).toEqual([]);
  expect(seesGuests(stage.council, stage.department.path)).toBe(false);
  const asked = { eventId: stage.event.id, actor: stage.focal };
  expect((await findGuest(read, { ...asked, participantId: binh }))?.fullName).toBe("Trần Văn Bình");
  expect(await findGuest(read, { ...asked, participantId: am })).toBeNull();
  expect(await guestIds(read, asked)).toEqual([binh]);
  expect(await guestIds(read, { ...asked, actor: stage.operator })).toEqual([]);
});

test("a term is found without diacritics, in any order, and tells no address to those who may not know it", async () => {
  const stage = await makeStage();
  await threePeople(stage);
  const found = async (actor: Stage["organizer"], term: string) =>
    names(await listGuests(read, { eventId: stage.event.id, actor, term }));
  expect(await found(stage.organizer, "duc pham")).toEqual(["Phạm Văn Đức"]);
  expect(await found(stage.organizer, "SỞ KHOA HỌC")).toEqual(["Phạm Văn Đức"]);
  expect(await found(stage.organizer, "am@gialoc")).toEqual(["Lê Thị Ấm"]);
  expect(await found(stage.organizer, "0914501701")).toEqual(["Trần Văn Bình"]);
  expect(await found(stage.organizer, "100%_")).toEqual([]);
  expect(await found(stage.supervisor, "binh")).toEqual(["Trần Văn Bình"]);
  expect(await found(stage.supervisor, "benlam.example")).toEqual([]);
  expect(await found(stage.focal, "benlam.example")).toEqual(["Trần Văn Bình"]);
  expect(names(await searchGuests(read, { actor: stage.supervisor, term: "so.example" }))).toEqual([]);
  expect(names(await searchGuests(read, { actor: stage.organizer, term: "so.example" }))).toEqual(["Phạm Văn Đức"]);
  expect(names(await searchGuests(read, { actor: stage.operator, term: "thi am" }))).toEqual(["Lê Thị Ấm"]);
  expect(names(await searchGuests(read, { actor: stage.operator, term: "binh" }))).toEqual([]);
});

test("filters hold together", async () => {
  const stage = await makeStage();
  const [binh] = await threePeople(stage);
  await transact((tx) => markBounced(tx, { participantId: binh, reason: "550 no such user", now }));
  const found = async (filter: object) =>
    names(await listGuests(read, { eventId: stage.event.id, actor: stage.organizer, ...filter }));
  expect(await found({ pointId: stage.commune.id })).toEqual(["Lê Thị Ấm"]);
  expect(await found({ unitId: stage.benLam.id })).toEqual(["Trần Văn Bình"]);
  expect(await found({ organization: "Sở Khoa học và Công nghệ" })).toEqual(["Phạm Văn Đức"]);
  expect(await found({ mail: "bounced" })).toEqual(["Trần Văn Bình"]);
  expect(await found({ mail: "none" })).toEqual([]);
  expect(await found({ category: "not-invited" })).toHaveLength(3);
  expect(await found({ category: "silent" })).toEqual([]);
  expect(await found({ pointId: stage.commune.id, mail: "bounced" })).toEqual([]);
});

test("invited = confirmed + substitute + declined + silent, as a whole, by point and by unit", async () => {
  const stage = await makeStage();
  const { event, ward, benLam, organizer: actor } = stage;
  await transact(async (tx) => {
    const invited = { invitedAt: now, unitId: benLam.id, pointId: ward.id };
    await makeGuests(tx, event, ["A Một", "A Hai"], { ...invited, answer: "yes" });
    const [principal] = await makeGuests(tx, event, ["B Một"], { ...invited, answer: "substitute" });
    await makeGuests(tx, event, ["Thay B"], { ...invited, answer: "yes", standsInForId: principal?.id });
    await makeGuests(tx, event, ["C Một"], { invitedAt: now, answer: "no", organization: "Báo Lam Giang" });
    await makeGuests(tx, event, ["D Một", "D Hai"], { invitedAt: now });
    await makeGuests(tx, event, ["E Một"], {});
    await makeGuests(tx, event, ["F Một"], { invitedAt: now, withdrawnAt: now });
  });
  const { total, byPoint, byUnit } = await tallyGuests(read, { eventId: event.id, actor });
  expect(total).toEqual({ invited: 6, confirmed: 2, substitute: 1, declined: 1, silent: 2, notInvited: 1, coming: 3 });
  expect(byPoint.get(ward.id)).toEqual({
    invited: 3,
    confirmed: 2,
    substitute: 1,
    declined: 0,
    silent: 0,
    notInvited: 0,
    coming: 3,
  });
  expect(byUnit.map(({ name, counts }) => [name, counts.invited]).sort()).toEqual([
    ["", 2],
    ["Báo Lam Giang", 1],
    ["Phường Bến Lam", 3],
  ]);
  const own = await tallyGuests(read, { eventId: event.id, actor: stage.focal });
  expect(own.total.invited).toBe(3);
});
