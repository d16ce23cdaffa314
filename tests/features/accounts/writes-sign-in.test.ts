import { count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { letters, sessions, signInRequests, users } from "#db/schema.server";
import { forgetExpired } from "~/features/accounts/jobs.server";
import { findSession, listSessions, waitingFor } from "~/features/accounts/sign-in/reads.server";
import {
  askToSignIn,
  endOtherSessions,
  endSession,
  enterByCode,
  enterByLink,
  enterDemo,
  startSession,
} from "~/features/accounts/sign-in/writes.server";
import { disableAccount } from "~/features/accounts/writes.server";
import { findLetter, listLetters } from "~/features/outbox/reads.server";
import { env, forgetEnv } from "~/web/env.server";
import { hashToken } from "~/web/secrets.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeOrganization, now } from "../../kit/makers";

useDatabase();

const browser = "b".repeat(43);
const elsewhere = "e".repeat(43);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const wish = { browser, device: "Chrome · Windows", goTo: "/events", locale: "vi", now } as const;
const ask = (email: string, over: Partial<Parameters<typeof askToSignIn>[1]> = {}) =>
  transact((tx) => askToSignIn(tx, { ...wish, email, ...over }));

/** The organization, a person and the letter they asked for, as it can be read in their mailbox. */
async function asked(over: Partial<Parameters<typeof askToSignIn>[1]> = {}) {
  const person = await transact(async (tx) => {
    await makeOrganization(tx);
    return await makeActor(tx, "organizer", { name: "Nguyễn Văn An", email: "an@lamgiang.example" });
  });
  return { person, ...(await letterOf(person.email, over)) };
}

async function letterOf(email: string, over: Partial<Parameters<typeof askToSignIn>[1]> = {}) {
  const done = await ask(email, over);
  if (!done.ok || !done.letter) throw new Error("no letter");
  return { link: done.letter.link.split("/").at(-1) as string, code: done.letter.code };
}

const enter = { browser, device: "Chrome · Windows", oldSessionHash: null, now: later(1) };
const byLink = (link: string, over: Partial<Parameters<typeof enterByLink>[1]> = {}) =>
  transact((tx) => enterByLink(tx, { ...enter, code: null, link, ...over }));
const byCode = (code: string, over: Partial<Parameters<typeof enterByCode>[1]> = {}) =>
  transact((tx) => enterByCode(tx, { ...enter, code, ...over }));
const gone = { ok: false, reason: "gone" };
const otherCode = (code: string) => (code === "000000" ? "000001" : "000000");
const rows = async (table: typeof sessions | typeof letters | typeof signInRequests) =>
  (await read.select({ n: count() }).from(table))[0]?.n;

describe("asking for a letter", () => {
  test("writes one that goes first, carries link and code, and is of no use after 15 minutes", async () => {
    const { person, link, code } = await asked();
    const { rows: found } = await listLetters(read, {});
    expect(found).toMatchObject([
      { kind: "sign-in", recipient: `user:${person.userId}`, toAddress: "an@lamgiang.example", sendBy: later(15) },
    ]);
    const [stored] = await read.select({ priority: letters.priority }).from(letters);
    const letter = await findLetter(read, { letterId: found[0]?.id as string });
    expect(stored).toEqual({ priority: 1 });
    expect(letter?.content?.text).toContain(`${env().publicOrigin}/sign-in/${link}`);
    expect(letter?.content?.text).toContain(code);
  });

  test("keeps nothing in the database that would let a reader of it in", async () => {
    const { link, code } = await asked();
    const kept = JSON.stringify([await read.select().from(signInRequests), await read.select().from(letters)]);
    expect(kept.includes(link) || kept.includes(`"${code}"`)).toBe(false);
  });

  test("for an address nobody has leaves the same row and no letter", async () => {
    await asked();
    expect(await ask("nobody@lamgiang.example")).toEqual({ ok: true, letter: null });
    expect(await rows(signInRequests)).toBe(2);
    expect(await rows(letters)).toBe(1);
    expect(await waitingFor(read, { browserHash: hashToken(browser), now })).toEqual({
      email: "nobody@lamgiang.example",
      goTo: "/events",
      open: true,
    });
  });

  test("for a closed account writes no letter either", async () => {
    const { person } = await asked();
    await transact((tx) => tx.update(users).set({ disabledAt: now }).where(eq(users.id, person.userId)));
    expect(await ask(person.email)).toEqual({ ok: true, letter: null });
  });

  test("takes about as long for an unknown address as for a known one", async () => {
    await asked();
    const time = async (email: string) => {
      const taken: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        const started = performance.now();
        await ask(email);
        taken.push(performance.now() - started);
      }
      return taken.sort((a, b) => a - b)[1] as number;
    };
    const known = await time("an@lamgiang.example");
    const unknown = await time("nobody@lamgiang.example");
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(25, known));
  });

  test("is answered five times an hour for an address, known or not, and again after the hour", async () => {
    await asked();
    const refused = { ok: false, reason: "too-many" };
    for (const email of ["an@lamgiang.example", "nobody@lamgiang.example"]) {
      const answers = [];
      for (let n = 0; n < 7; n += 1) answers.push((await ask(email)).ok);
      expect(answers.slice(-2)).toEqual([false, false]);
      expect(await ask(email)).toEqual(refused);
      expect(await ask(email, { now: later(61) })).toMatchObject({ ok: true });
    }
    expect(await rows(letters)).toBe(6);
  });
});

describe("the link of the letter", () => {
  test("signs in the browser that asked, once, and leads where the person wanted to go", async () => {
    const { person, link } = await asked();
    const done = await byLink(link);
    expect(done).toMatchObject({ ok: true, goTo: "/events" });
    const found = await findSession(read, { tokenHash: hashToken(done.ok ? done.token : ""), now: later(2) });
    expect(found?.actor).toEqual(person);
    expect(await byLink(link, { now: later(5) })).toEqual(gone);
    expect(await rows(sessions)).toBe(1);
  });

  test("pressed twice by an impatient hand leads to the same session, not to an error", async () => {
    const { link } = await asked();
    const first = await byLink(link);
    expect(await byLink(link, { now: new Date(enter.now.getTime() + 400) })).toEqual(first);
    expect(await rows(sessions)).toBe(1);
  });

  test("of twenty presses at once in different browsers one wins", async () => {
    const { link, code } = await asked();
    const browsers = Array.from({ length: 20 }, (_, n) => `${n}`.padStart(43, "x"));
    const done = await Promise.all(browsers.map((one) => byLink(link, { browser: one, code })));
    expect(done.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await rows(sessions)).toBe(1);
  });

  test("of twenty presses at once in one browser all hold the one session", async () => {
    const { link } = await asked();
    const done = await Promise.all(Array.from({ length: 20 }, () => byLink(link)));
    expect(new Set(done.map((answer) => (answer.ok ? answer.token : answer.reason))).size).toBe(1);
    expect(await rows(sessions)).toBe(1);
  });

  test("opened in another browser asks for the code and signs in with it", async () => {
    const { link, code } = await asked();
    expect(await byLink(link, { browser: elsewhere })).toEqual({ ok: false, reason: "code-needed" });
    expect(await byLink(link, { browser: elsewhere, code: otherCode(code) })).toEqual({
      ok: false,
      reason: "wrong-code",
    });
    expect(await rows(sessions)).toBe(0);
    expect(await byLink(link, { browser: elsewhere, code })).toMatchObject({ ok: true });
  });

  test("is dead after 15 minutes, after five wrong codes, and when it never was", async () => {
    const { link, code } = await asked();
    expect(await byLink(link, { now: later(15) })).toEqual(gone);
    const wrong = [];
    for (let n = 0; n < 6; n += 1) wrong.push(await byLink(link, { browser: elsewhere, code: otherCode(code) }));
    expect(wrong.map((answer) => (answer.ok ? "in" : answer.reason))).toEqual([
      "wrong-code",
      "wrong-code",
      "wrong-code",
      "wrong-code",
      "gone",
      "gone",
    ]);
    expect(await byLink(link)).toEqual(gone);
    expect(await byLink("never-was")).toEqual(gone);
    expect(await rows(sessions)).toBe(0);
  });

  test("lets nobody in whose account was closed meanwhile", async () => {
    const { person, link } = await asked();
    const admin = await transact((tx) => makeActor(tx, "administrator"));
    await transact((tx) => disableAccount(tx, { userId: person.userId, actor: admin, device: "?", now }));
    expect(await byLink(link)).toEqual(gone);
    expect(await rows(sessions)).toBe(0);
    expect((await listLetters(read, {})).rows).toMatchObject([{ state: "cancelled" }]);
  });
});

describe("the six digits", () => {
  test("sign in the browser that asked, with the letter of either wish", async () => {
    const { code } = await asked();
    await letterOf("an@lamgiang.example", { now: later(0.5) });
    expect(await byCode(code)).toMatchObject({ ok: true });
    expect(await rows(sessions)).toBe(1);
  });

  test("are worth nothing in another browser", async () => {
    const { code } = await asked();
    expect(await byCode(code, { browser: elsewhere })).toEqual(gone);
  });

  test("guessed wrong five times are worth nothing any more", async () => {
    const { code } = await asked();
    const wrong = [];
    for (let n = 0; n < 6; n += 1) wrong.push(await byCode(otherCode(code)));
    expect(wrong.map((answer) => (answer.ok ? "in" : answer.reason))).toEqual([
      "wrong-code",
      "wrong-code",
      "wrong-code",
      "wrong-code",
      "gone",
      "gone",
    ]);
    expect(await byCode(code)).toEqual(gone);
    expect(await waitingFor(read, { browserHash: hashToken(browser), now: later(1) })).toMatchObject({ open: false });
    expect(await rows(sessions)).toBe(0);
  });

  test("for an address nobody has never fit", async () => {
    await ask("nobody@lamgiang.example");
    expect(await byCode("000000")).toEqual({ ok: false, reason: "wrong-code" });
  });
});

describe("sessions", () => {
  async function signedIn() {
    const person = await transact((tx) => makeActor(tx, "organizer", { name: "An" }));
    const other = await transact((tx) => makeActor(tx, "organizer", { name: "Bình" }));
    for (const [userId, token] of [
      [person.userId, "phone"],
      [person.userId, "office"],
      [other.userId, "bait"],
    ] as const)
      await transact((tx) => startSession(tx, { userId, token, device: token, oldSessionHash: null, now }));
    const list = await listSessions(read, { userId: person.userId, now });
    return { person, other, idOf: (device: string) => list.find((one) => one.device === device)?.id as string, list };
  }
  const alive = async (token: string, at = later(1)) =>
    (await findSession(read, { tokenHash: hashToken(token), now: at })) !== null;

  test("are listed by device, one's own only", async () => {
    const { list } = await signedIn();
    expect(list.map((one) => one.device).sort()).toEqual(["office", "phone"]);
  });

  test("end singly, and never another person's", async () => {
    const { person, other, idOf } = await signedIn();
    const [bait] = await listSessions(read, { userId: other.userId, now });
    expect(await transact((tx) => endSession(tx, { actor: person, sessionId: bait?.id as string, now }))).toBe(false);
    expect(await transact((tx) => endSession(tx, { actor: person, sessionId: idOf("phone"), now }))).toBe(true);
    expect([await alive("phone"), await alive("office"), await alive("bait")]).toEqual([false, true, true]);
  });

  test("all but this one end together", async () => {
    const { person, idOf } = await signedIn();
    expect(await transact((tx) => endOtherSessions(tx, { actor: person, sessionId: idOf("office"), now }))).toBe(1);
    expect([await alive("phone"), await alive("office"), await alive("bait")]).toEqual([false, true, true]);
  });

  test("start anew at sign-in: the browser's old one ends", async () => {
    const { person } = await signedIn();
    await transact((tx) =>
      startSession(tx, {
        userId: person.userId,
        token: "fresh",
        device: "office",
        oldSessionHash: hashToken("office"),
        now,
      }),
    );
    expect([await alive("fresh"), await alive("office")]).toEqual([true, false]);
  });

  test("die of seven idle days, and the clock takes them and yesterday's wishes away", async () => {
    await signedIn();
    await ask("nobody@lamgiang.example");
    const week = new Date(now.getTime() + 7 * 86_400_000);
    expect([await alive("phone", new Date(week.getTime() - 1)), await alive("phone", week)]).toEqual([true, false]);
    await forgetExpired(now);
    expect([await rows(sessions), await rows(signInRequests)]).toEqual([3, 1]);
    await forgetExpired(week);
    expect([await rows(sessions), await rows(signInRequests)]).toEqual([0, 0]);
  });
});

describe("the demo's doors", () => {
  const step = (userId: string) => transact((tx) => enterDemo(tx, { userId, device: "?", oldSessionHash: null, now }));
  const withDemo = async (value: string, work: () => Promise<void>) => {
    process.env.TENTEN_DEMO = value;
    forgetEnv();
    try {
      await work();
    } finally {
      delete process.env.TENTEN_DEMO;
      forgetEnv();
    }
  };
  const refused = { ok: false, reason: "not-a-demo" };

  test("open for its people only", async () => {
    const person = await transact(async (tx) => {
      await makeOrganization(tx, { demo: true });
      return await makeActor(tx, "organizer");
    });
    await withDemo("1", async () => {
      expect(await step(person.userId)).toMatchObject({ ok: true });
      expect(await step("somebody")).toEqual(refused);
    });
    await withDemo("", async () => expect(await step(person.userId)).toEqual(refused));
  });

  test("stay shut in a real organization, even when the process believes it is a demo", async () => {
    const person = await transact(async (tx) => {
      await makeOrganization(tx);
      return await makeActor(tx, "organizer");
    });
    await withDemo("1", async () => expect(await step(person.userId)).toEqual(refused));
    expect(await rows(sessions)).toBe(0);
  });
});
