import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { findAccount, findOrganization, listAccounts } from "~/features/accounts/reads.server";
import { setUp } from "~/features/accounts/set-up/writes.server";
import { findSession } from "~/features/accounts/sign-in/reads.server";
import { askToSignIn, enterByLink, startSession } from "~/features/accounts/sign-in/writes.server";
import {
  changeAccount,
  changeProfile,
  disableAccount,
  enableAccount,
  endSessionsOf,
  grantRole,
  inviteAccount,
  takeRole,
} from "~/features/accounts/writes.server";
import { historyOf } from "~/features/audit/reads.server";
import { listLetters } from "~/features/outbox/reads.server";
import { hashToken } from "~/web/secrets.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeOrganization, makeUnit, now } from "../../kit/makers";

useDatabase();

const administrator = () =>
  transact(async (tx) => {
    await makeOrganization(tx);
    return await makeActor(tx, "administrator", { name: "Quản trị" });
  });
const acting = (actor: { userId: string; name: string }) => ({ actor, device: "Chrome · Windows", now });
const an = {
  name: "Nguyễn Văn An",
  position: "Chuyên viên",
  phone: "",
  email: "an@lamgiang.example",
  locale: "vi",
} as const;
const signIn = (userId: string, token: string) =>
  transact((tx) => startSession(tx, { userId, token, device: "phone", oldSessionHash: null, now }));
const alive = async (token: string) => (await findSession(read, { tokenHash: hashToken(token), now })) !== null;

describe("an invitation to the product", () => {
  test("makes the account with its role, writes the letter and notes who did it", async () => {
    const admin = await administrator();
    const unit = await transact((tx) => makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" }));
    const done = await transact((tx) =>
      inviteAccount(tx, { ...acting(admin), ...an, role: "focal-point", unitId: unit.id }),
    );
    if (!done.ok) throw new Error(done.reason);
    expect(await findAccount(read, { userId: done.userId })).toMatchObject({
      name: "Nguyễn Văn An",
      roles: [{ role: "focal-point", unitId: unit.id, unitName: "Phường Bến Lam" }],
    });
    expect((await listLetters(read, {})).rows).toMatchObject([
      { kind: "account-invited", toAddress: an.email, recipient: `user:${done.userId}` },
    ]);
    expect(await historyOf(read, { subject: `user:${done.userId}` })).toMatchObject([
      { verb: "account.invited", actorName: "Quản trị", detail: { role: "focal-point", unit: "Phường Bến Lam" } },
    ]);
  });

  test("is refused for an address that has an account, in any case, and for a unit that is not there", async () => {
    const admin = await administrator();
    const invite = (over: object) =>
      transact((tx) => inviteAccount(tx, { ...acting(admin), ...an, role: "organizer", unitId: null, ...over }));
    expect(await invite({})).toMatchObject({ ok: true });
    expect(await invite({ email: "AN@lamgiang.example" })).toEqual({
      ok: false,
      field: "email",
      reason: "email-taken",
    });
    expect(await invite({ email: "b@lamgiang.example", unitId: "nowhere" })).toEqual({
      ok: false,
      field: "unitId",
      reason: "unknown-unit",
    });
    expect(await listAccounts(read)).toHaveLength(2);
  });

  test("of two at the same moment for one address one is made", async () => {
    const admin = await administrator();
    const done = await Promise.all(
      [1, 2].map(() =>
        transact((tx) => inviteAccount(tx, { ...acting(admin), ...an, role: "organizer", unitId: null })),
      ),
    );
    expect(done.map((one) => one.ok).sort()).toEqual([false, true]);
  });
});

describe("roles", () => {
  test("that change end the person's sessions, and nobody else's", async () => {
    const admin = await administrator();
    const person = await transact((tx) => makeActor(tx, "supervisor", { name: "An" }));
    await signIn(person.userId, "phone");
    await signIn(admin.userId, "bait");
    const done = await transact((tx) =>
      grantRole(tx, { ...acting(admin), userId: person.userId, role: "organizer", unitId: null }),
    );
    expect(done).toEqual({ ok: true, token: null });
    expect([await alive("phone"), await alive("bait")]).toEqual([false, true]);
  });

  test("of one's own go on with a new session, and the old cookie is worth nothing", async () => {
    const admin = await administrator();
    await signIn(admin.userId, "old");
    const done = await transact((tx) =>
      grantRole(tx, { ...acting(admin), userId: admin.userId, role: "organizer", unitId: null }),
    );
    expect([await alive("old"), await alive(done.ok ? (done.token ?? "") : "")]).toEqual([false, true]);
  });

  test("are not given twice for one unit, but may be for another", async () => {
    const admin = await administrator();
    const unit = await transact((tx) => makeUnit(tx));
    const give = (unitId: string | null) =>
      transact((tx) => grantRole(tx, { ...acting(admin), userId: admin.userId, role: "organizer", unitId }));
    expect([(await give(null)).ok, (await give(unit.id)).ok]).toEqual([true, true]);
    expect(await give(unit.id)).toEqual({ ok: false, field: "role", reason: "already-held" });
    expect(await give("nowhere")).toEqual({ ok: false, field: "unitId", reason: "unknown-unit" });
  });

  test("the last administrator keeps the role; with a second one it may go", async () => {
    const admin = await administrator();
    const grantOf = async (userId: string) => (await findAccount(read, { userId }))?.roles[0]?.grantId as string;
    const take = async (userId: string) => {
      const grantId = await grantOf(userId);
      return await transact((tx) => takeRole(tx, { ...acting(admin), userId, grantId }));
    };
    const last = { ok: false, reason: "last-administrator" };
    expect(await take(admin.userId)).toEqual(last);
    const second = await transact((tx) => makeActor(tx, "administrator"));
    await transact((tx) => disableAccount(tx, { ...acting(admin), userId: second.userId }));
    // A closed account is no administrator to fall back on.
    expect(await take(admin.userId)).toEqual(last);
    await transact((tx) => enableAccount(tx, { ...acting(admin), userId: second.userId }));
    expect(await take(admin.userId)).toMatchObject({ ok: true });
  });

  test("are taken from the person they belong to, not by a number typed elsewhere", async () => {
    const admin = await administrator();
    const [a, b] = await transact(async (tx) => [await makeActor(tx, "organizer"), await makeActor(tx, "supervisor")]);
    const baitId = (await findAccount(read, { userId: b?.userId as string }))?.roles[0]?.grantId as string;
    const done = await transact((tx) =>
      takeRole(tx, { ...acting(admin), userId: a?.userId as string, grantId: baitId }),
    );
    expect(done).toEqual({ ok: false, reason: "not-found" });
    expect((await findAccount(read, { userId: b?.userId as string }))?.roles).toHaveLength(1);
  });
});

describe("an account", () => {
  test("that is closed loses its sessions at once and cannot be signed in to; opened again it has its roles", async () => {
    const admin = await administrator();
    const person = await transact((tx) => makeActor(tx, "organizer"));
    await signIn(person.userId, "phone");
    expect(await transact((tx) => disableAccount(tx, { ...acting(admin), userId: person.userId }))).toEqual({
      ok: true,
    });
    expect(await alive("phone")).toBe(false);
    expect(
      await transact((tx) =>
        startSession(tx, { userId: person.userId, token: "x", device: "?", oldSessionHash: null, now }),
      ),
    ).toBe(false);
    expect(await transact((tx) => enableAccount(tx, { ...acting(admin), userId: person.userId }))).toEqual({
      ok: true,
    });
    expect((await findAccount(read, { userId: person.userId }))?.roles).toMatchObject([{ role: "organizer" }]);
  });

  test("is not closed by its own hand", async () => {
    const admin = await administrator();
    expect(await transact((tx) => disableAccount(tx, { ...acting(admin), userId: admin.userId }))).toEqual({
      ok: false,
      reason: "oneself",
    });
  });

  test("with a new address is signed out, and letters on their way to the old one open nothing", async () => {
    const admin = await administrator();
    const person = await transact((tx) => makeActor(tx, "organizer", { email: "old@lamgiang.example" }));
    await signIn(person.userId, "phone");
    const wish = {
      email: "old@lamgiang.example",
      browser: "b".repeat(43),
      device: "?",
      goTo: "/",
      locale: "vi",
      now,
    } as const;
    const asked = await transact((tx) => askToSignIn(tx, wish));
    const changed = await transact((tx) => changeAccount(tx, { ...acting(admin), ...an, userId: person.userId }));
    expect(changed).toEqual({ ok: true, emailChanged: true });
    expect(await alive("phone")).toBe(false);
    const link = (asked.ok && asked.letter?.link.split("/").at(-1)) as string;
    const entered = await transact((tx) =>
      enterByLink(tx, { link, code: null, browser: wish.browser, device: "?", oldSessionHash: null, now }),
    );
    expect(entered).toEqual({ ok: false, reason: "gone" });
  });

  test("keeps its address and its rights when its owner changes the profile", async () => {
    const person = await transact((tx) => makeActor(tx, "organizer", { email: "an@lamgiang.example" }));
    const typed = { name: "Trần Thị Bình", position: "Phó phòng", phone: "+84912345678", locale: "en" } as const;
    await transact((tx) => changeProfile(tx, { ...acting(person), ...typed }));
    expect(await findAccount(read, { userId: person.userId })).toMatchObject({
      ...typed,
      email: "an@lamgiang.example",
      search: "tran thi binh an@lamgiang.example pho phong",
      roles: [{ role: "organizer" }],
    });
  });
});

test("accounts are found without diacritics, by role and by state, in the order of given names", async () => {
  await transact(async (tx) => {
    for (const name of ["Nguyễn Đức Ước", "Trần Văn Ẩn", "Lê Thị Đào", "Phạm Văn Dũng"])
      await makeActor(tx, "organizer", { name });
    await makeActor(tx, "supervisor", { name: "Hoàng Bình" });
  });
  const names = async (filter: Parameters<typeof listAccounts>[1]) =>
    (await listAccounts(read, filter)).map((one) => one.name);
  expect(await names({ role: "organizer" })).toEqual(["Trần Văn Ẩn", "Phạm Văn Dũng", "Lê Thị Đào", "Nguyễn Đức Ước"]);
  expect(await names({ term: "DUC uoc" })).toEqual(["Nguyễn Đức Ước"]);
  expect(await names({ term: "%" })).toHaveLength(5);
  expect(await names({ state: "disabled" })).toEqual([]);
});

describe("set-up", () => {
  const facts = {
    name: "UBND tỉnh Lam Giang",
    zone: "Asia/Ho_Chi_Minh",
    locale: "vi",
    person: { name: "Nguyễn Văn An", position: "Chánh Văn phòng", email: "An@lamgiang.example" },
    device: "Chrome · Windows",
    now,
  } as const;

  test("founds the organization and signs its first person in as administrator and organizer", async () => {
    const done = await transact((tx) => setUp(tx, facts));
    const found = await findSession(read, { tokenHash: hashToken(done.ok ? done.token : ""), now });
    expect(found?.actor).toMatchObject({ email: "an@lamgiang.example", locale: "vi" });
    expect(found?.actor.grants.map((grant) => grant.role).sort()).toEqual(["administrator", "organizer"]);
    expect(await findOrganization(read)).toMatchObject({ name: "UBND tỉnh Lam Giang", demo: false });
  });

  test("happens once: of ten at the same moment one founds, and nothing of the others is kept", async () => {
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        transact((tx) => setUp(tx, { ...facts, person: { ...facts.person, email: `p${n}@lamgiang.example` } })),
      ),
    );
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(await listAccounts(read)).toHaveLength(1);
    expect(await transact((tx) => setUp(tx, facts))).toEqual({ ok: false, reason: "already" });
  });
});

test("who is no administrator any more is refused by each write, though their page still says so", async () => {
  const [admin, former, person] = await transact(async (tx) => {
    await makeOrganization(tx);
    return [
      await makeActor(tx, "administrator"),
      await makeActor(tx, "administrator"),
      await makeActor(tx, "head", { unit: await makeUnit(tx) }),
    ] as const;
  });
  const roleOf = async (userId: string) => (await findAccount(read, { userId }))?.roles[0]?.grantId as string;
  const taken = { userId: former.userId, grantId: await roleOf(former.userId) };
  expect((await transact((tx) => takeRole(tx, { ...acting(admin), ...taken }))).ok).toBe(true);
  await signIn(person.userId, "a-phone");
  const before = await listAccounts(read);
  const act = { ...acting(former), userId: person.userId };
  const grantId = await roleOf(person.userId);
  const refused = await transact(async (tx) => [
    await inviteAccount(tx, { ...act, ...an, role: "organizer", unitId: null }),
    await changeAccount(tx, { ...act, ...an }),
    await grantRole(tx, { ...act, role: "organizer", unitId: null }),
    await takeRole(tx, { ...act, grantId }),
    await disableAccount(tx, act),
    await enableAccount(tx, act),
    await endSessionsOf(tx, act),
  ]);
  expect(refused).toEqual(refused.map(() => ({ ok: false, field: "form", reason: "not-allowed" })));
  expect(await listAccounts(read)).toEqual(before);
  expect(await alive("a-phone")).toBe(true);
});

test("an invitation's form sent twice makes one account and one letter", async () => {
  const admin = await administrator();
  const press = "0199a0b0-0000-7000-8000-000000000005";
  const asked = { ...acting(admin), ...an, role: "organizer" as const, unitId: null, press };
  const send = () => transact((tx) => inviteAccount(tx, asked));
  expect([await send(), await send()]).toEqual([
    { ok: true, userId: press },
    { ok: true, userId: press },
  ]);
  expect((await listLetters(read, {})).rows.length).toBe(1);
});
