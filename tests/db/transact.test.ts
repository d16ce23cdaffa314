import { count, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  databaseLoad,
  insertMany,
  isUniqueViolation,
  prepared,
  read,
  type Tx,
  transact,
  transactWhole,
} from "#db/client.server";
import { dialect } from "#db/dialect/index";
import { guests, makePlace, places, useProbe } from "./probe";

useProbe();

const settle = (works: Promise<unknown>[]) => Promise.allSettled(works).then((all) => all.map((one) => one.status));
const emails = async () => (await read.select({ email: guests.email }).from(guests)).map((row) => row.email).sort();

describe("transact", () => {
  test("keeps what the works that succeed wrote and takes back what the failing one wrote", async () => {
    const placeId = await makePlace();
    const works = ["an", "binh", "chi", "dung", "em"].map((email) =>
      transact(async (tx) => {
        await tx.insert(guests).values({ placeId, email });
        if (email === "chi") throw new Error("no");
      }),
    );
    expect(await settle(works)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(await emails()).toEqual(["an", "binh", "dung", "em"]);
  });

  test("a whole work that is refused has written nothing, and says why", async () => {
    const placeId = await makePlace();
    const work = (email: string, ok: boolean) =>
      transactWhole(async (tx) => {
        await tx.insert(guests).values({ placeId, email });
        return ok ? { ok, reason: null } : { ok, reason: "full" };
      });
    expect(await Promise.all([work("an", true), work("binh", false), work("chi", true)])).toEqual([
      { ok: true, reason: null },
      { ok: false, reason: "full" },
      { ok: true, reason: null },
    ]);
    expect(await emails()).toEqual(["an", "chi"]);
  });

  test("a NUL from a hostile address or form finds nothing, and breaks no statement", async () => {
    const placeId = await makePlace();
    expect(await read.select().from(guests).where(eq(guests.id, "\0"))).toEqual([]);
    await transact((tx) => tx.insert(guests).values({ placeId, email: "a\0n" }));
    await transact((tx) => insertMany(tx, guests, [{ placeId, email: "b\0inh" }]));
    expect((await emails()).map((email) => email.replaceAll("\0", ""))).toEqual(["an", "binh"]);
  });

  test("a statement the database refuses hurts only its own work", async () => {
    const placeId = await makePlace();
    await transact((tx) => tx.insert(guests).values({ placeId, email: "an" }));
    const works = [
      transact((tx) => tx.insert(guests).values({ placeId, email: "binh" })),
      transact((tx) => tx.insert(guests).values({ placeId, email: "an" })),
      transact((tx) => tx.insert(guests).values({ placeId: "nowhere", email: "chi" })),
      transact((tx) => tx.insert(guests).values({ placeId, email: "dung" })),
    ];
    expect(await settle(works)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(await emails()).toEqual(["an", "binh", "dung"]);
    expect(isUniqueViolation(await works[1]?.catch((error) => error))).toBe(true);
    expect(isUniqueViolation(await works[2]?.catch((error) => error))).toBe(false);
  });

  test.runIf(dialect === "sqlite")("works that wait at one moment share commits", async () => {
    const placeId = await makePlace();
    const before = databaseLoad();
    const give = (email: string) => transact((tx) => tx.insert(guests).values({ placeId, email }));
    await Promise.all(Array.from({ length: 40 }, (_, i) => give(`g${i}`)));
    const after = databaseLoad();
    expect([after.waiting, after.works - before.works]).toEqual([0, 40]);
    // One on a calm machine; a group stops growing after some milliseconds.
    expect(after.commits - before.commits).toBeLessThan(10);
  });

  test("a reader sees nothing before the commit, and all of it once transact has answered", async () => {
    const placeId = await makePlace();
    const seen: number[] = [];
    const look = async () => seen.push(await read.$count(guests));
    await transact(async (tx) => {
      await tx.insert(guests).values([
        { placeId, email: "an" },
        { placeId, email: "binh" },
      ]);
      expect(await tx.$count(guests)).toBe(2);
      await look();
    });
    await look();
    expect(seen).toEqual([0, 2]);
  });

  test("works see each other's rows in turn: 60 guests at once for 20 seats are 20 guests", async () => {
    const placeId = await makePlace(20);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        transact(async (tx) => {
          const [place] = await tx.select().from(places).where(eq(places.id, placeId));
          const taken = await tx.$count(guests, eq(guests.placeId, placeId));
          if (!place || taken >= place.capacity) return "full";
          await tx.insert(guests).values({ placeId, email: `g${i}` });
          return "seated";
        }),
      ),
    );
    expect(answers.filter((answer) => answer === "seated").length).toBe(20);
    expect(await read.$count(guests)).toBe(20);
  });

  test("200 guests at once for 50 seats are answered within seconds", async () => {
    const placeId = await makePlace(50);
    const before = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        transact(async (tx) => {
          if ((await tx.$count(guests, eq(guests.placeId, placeId))) >= 50) return false;
          await tx.insert(guests).values({ placeId, email: `g${i}` });
          return true;
        }),
      ),
    );
    expect(answers.filter(Boolean).length).toBe(50);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

describe("handles", () => {
  test("transact inside transact throws, whoever calls it", async () => {
    const placeId = await makePlace();
    const nested = transact(async (tx) => {
      await tx.insert(guests).values({ placeId, email: "an" });
      await Promise.all([1, 2].map(async () => await transact(async () => "inner")));
    });
    await expect(nested).rejects.toThrow("transact() inside transact()");
    expect(await emails()).toEqual([]);
    const loose: Promise<string>[] = [];
    await transact(async () => {
      loose.push(new Promise((done) => setTimeout(() => done(transact(async () => "after")), 5)));
    });
    expect(await loose[0]).toBe("after");
  });

  test("a tx used after its work, or a query built in time and awaited too late, is refused", async () => {
    const placeId = await makePlace();
    let leaked: Tx | undefined;
    let late: PromiseLike<unknown> | undefined;
    await transact(async (tx) => {
      leaked = tx;
      const query = tx.insert(guests).values({ placeId, email: "late" });
      late = { then: (ok, no) => query.then(ok as never, no as never) as never };
    });
    expect(() => leaked?.insert(guests)).toThrow("over");
    await expect((async () => await late)()).rejects.toMatchObject(
      dialect === "sqlite"
        ? { message: expect.stringContaining("over") }
        : { cause: { message: expect.stringContaining("over") } },
    );
    expect(await emails()).toEqual([]);
  });

  test("the read handle cannot write, even when cast", async () => {
    const placeId = await makePlace();
    const cheat = async () => await (read as unknown as Tx).insert(guests).values({ placeId, email: "cheat" });
    await expect(cheat()).rejects.toThrow();
    expect(await emails()).toEqual([]);
  });

  test("a statement's error that the work swallows does not turn a lost transaction into a kept one", async () => {
    const placeId = await makePlace();
    const outcome = await transact(async (tx) => {
      await tx.insert(guests).values({ placeId, email: "an" });
      await tx
        .insert(guests)
        .values({ placeId, email: "an" })
        .catch(() => undefined);
      return "answered";
    }).catch(() => "refused");
    expect({ outcome, emails: await emails() }).toEqual(
      dialect === "sqlite" ? { outcome: "answered", emails: ["an"] } : { outcome: "refused", emails: [] },
    );
  });
});

describe("values", () => {
  test("come back as they went in", async () => {
    const placeId = await makePlace();
    const guest = {
      placeId,
      email: "an@example.vn",
      coming: false,
      bornOn: "1990-02-28",
      answeredAt: new Date("2026-10-10T01:02:03.456Z"),
      wishes: { meal: "chay", tags: ["ữ", "đ"] },
    };
    await transact((tx) => tx.insert(guests).values(guest));
    const [found] = await read.select().from(guests);
    expect(found).toEqual({ ...guest, id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/) });
    expect(await read.select().from(guests).where(eq(guests.id, "no such id"))).toEqual([]);
  });

  test("insertMany fills defaults, keeps nulls and passes over what is taken", async () => {
    const placeId = await makePlace();
    const at = new Date("2026-10-10T00:00:00.001Z");
    const rows = Array.from({ length: 2500 }, (_, i) => ({ placeId, email: `g${i}`, answeredAt: i % 2 ? at : null }));
    expect(await transact((tx) => insertMany(tx, guests, rows))).toBe(2500);
    const again = [...rows.slice(0, 10), { placeId, email: "new", coming: false, wishes: { tags: [] } }];
    expect(await transact((tx) => insertMany(tx, guests, again, { ignoreTaken: true }))).toBe(1);
    await expect(transact((tx) => insertMany(tx, guests, again))).rejects.toThrow();
    const [sum] = await read
      .select({
        n: count(),
        ids: sql<number>`count(distinct ${guests.id})`.mapWith(Number),
        at: count(guests.answeredAt),
      })
      .from(guests)
      .where(eq(guests.coming, true));
    expect(sum).toEqual({ n: 2500, ids: 2500, at: 1250 });
  });

  test("a prepared query answers on both handles, and its transaction's end ends it", async () => {
    const placeId = await makePlace();
    const guestByEmail = prepared("probe_guest_by_email", (db) =>
      db
        .select()
        .from(guests)
        .where(eq(guests.email, sql.placeholder("email"))),
    );
    let leaked: Tx | undefined;
    await transact(async (tx) => {
      leaked = tx;
      await tx.insert(guests).values({ placeId, email: "an" });
      expect((await guestByEmail(tx, { email: "an" })).length).toBe(1);
      expect((await guestByEmail(read, { email: "an" })).length).toBe(0);
    });
    expect((await guestByEmail(read, { email: "an" })).map((guest) => guest.placeId)).toEqual([placeId]);
    await expect(guestByEmail(leaked as Tx, { email: "an" })).rejects.toThrow("over");
  });
});
