import { describe, expect, test } from "vitest";
import { accountWords } from "~/features/accounts/messages";
import {
  type Act,
  type Actor,
  acts,
  fitsBinding,
  type Grant,
  isLastAdministrator,
  may,
  reachOf,
  type Role,
  roles,
} from "~/features/accounts/rules";
import { plainCode, stepOf } from "~/features/accounts/set-up/rules";
import { deviceOf, isAlive, isOpenRequest, isSeenStale } from "~/features/accounts/sign-in/rules";

const actor = (...grants: Grant[]): Actor => ({
  userId: "u",
  name: "An",
  position: "",
  email: "an@lamgiang.example",
  locale: "vi",
  grants,
});
const everywhere = (role: Role): Grant => ({ role, unitId: null, unitPath: null });
const inWard = (role: Role): Grant => ({ role, unitId: "ward", unitPath: "/province/ward/" });

describe("what a role may do", () => {
  test("is written down for each role, and nothing else is allowed", () => {
    const allowed = Object.fromEntries(
      roles.map((role) => [role, acts.filter((act) => may(actor(everywhere(role)), act))]),
    );
    const organizing: Act[] = acts.filter(
      (act) => !["organization.manage", "accounts.manage", "awards.nominate", "awards.sign"].includes(act),
    );
    const ofUnit = ["guests.manage", "points.operate", "tasks.do", "tasks.accept", "awards.nominate"];
    expect(allowed).toEqual({
      administrator: [...acts],
      organizer: organizing,
      head: [...ofUnit, "awards.sign", "contacts.read"],
      "focal-point": [...ofUnit, "contacts.read"],
      "point-operator": ["points.operate"],
      "council-member": [],
      supervisor: ["everything.read"],
    });
  });

  test("reaches the unit of the role and those below it, and no sister with a like name", () => {
    const focal = actor(inWard("focal-point"));
    const may_ = (path: string | null) => may(focal, "guests.manage", path);
    expect([
      may_("/province/ward/"),
      may_("/province/ward/group/"),
      may_("/province/ward2/"),
      may_("/province/"),
      may_(null),
    ]).toEqual([true, true, false, false, false]);
  });

  test("asked without a place is asked for anywhere at all", () => {
    expect(may(actor(inWard("organizer")), "events.manage")).toBe(true);
    expect(may(actor(inWard("organizer")), "accounts.manage")).toBe(false);
    expect(may(actor(), "events.manage")).toBe(false);
  });

  test("of several grants the widest counts, and each place is named once", () => {
    expect(reachOf(actor(inWard("head"), inWard("focal-point")), "guests.manage")).toEqual({
      all: false,
      paths: ["/province/ward/"],
    });
    expect(reachOf(actor(inWard("head"), everywhere("organizer")), "guests.manage")).toEqual({ all: true });
    expect(reachOf(actor(), "guests.manage")).toEqual({ all: false, paths: [] });
  });

  test("a role whose unit has vanished reaches nothing", () => {
    expect(reachOf(actor({ role: "organizer", unitId: "gone", unitPath: null }), "events.manage")).toEqual({
      all: false,
      paths: [],
    });
  });
});

test("an administrator has no unit, a head needs one, an organizer may have one", () => {
  expect([fitsBinding("administrator", null), fitsBinding("administrator", "u")]).toEqual([true, false]);
  expect([fitsBinding("head", null), fitsBinding("head", "u")]).toEqual([false, true]);
  expect([fitsBinding("organizer", null), fitsBinding("organizer", "u")]).toEqual([true, true]);
});

test("the last administrator is the only one left", () => {
  expect([
    isLastAdministrator("a", ["a"]),
    isLastAdministrator("a", ["a", "b"]),
    isLastAdministrator("b", ["a"]),
  ]).toEqual([true, false, false]);
});

describe("a session", () => {
  const session = { seenAt: new Date("2025-09-01T00:00:00Z"), expiresAt: new Date("2025-09-30T00:00:00Z") };
  test("ends seven days after the last act, or at its end", () => {
    expect(isAlive(session, new Date("2025-09-07T23:59:59Z"))).toBe(true);
    expect(isAlive(session, new Date("2025-09-08T00:00:00Z"))).toBe(false);
    expect(isAlive({ ...session, seenAt: new Date("2025-09-29T00:00:00Z") }, new Date("2025-09-30T00:00:00Z"))).toBe(
      false,
    );
  });
  test("is noted as used every five minutes, not at each press", () => {
    expect([
      isSeenStale(session, new Date("2025-09-01T00:04:59Z")),
      isSeenStale(session, new Date("2025-09-01T00:05:00Z")),
    ]).toEqual([false, true]);
  });
});

test("a letter lets in while it is fresh, unused and not guessed at five times", () => {
  const asked = { attempts: 0, usedAt: null, expiresAt: new Date("2025-09-01T00:15:00Z") };
  const at = new Date("2025-09-01T00:14:59Z");
  expect([
    isOpenRequest(asked, at),
    isOpenRequest(asked, asked.expiresAt),
    isOpenRequest({ ...asked, usedAt: at }, at),
    isOpenRequest({ ...asked, attempts: 4 }, at),
    isOpenRequest({ ...asked, attempts: 5 }, at),
  ]).toEqual([true, false, false, true, false]);
});

test("a device is called as its owner would", () => {
  const agents: [string | null, string][] = [
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36",
      "Chrome · Windows",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
      "Edge · Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
      "Safari · iPhone",
    ],
    [
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
      "Chrome · Android",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox · Linux"],
    ["curl/8.5", "?"],
    [null, "?"],
  ];
  expect(agents.map(([agent]) => deviceOf(agent))).toEqual(agents.map(([, name]) => name));
});

describe("the steps of set-up", () => {
  const organization = { name: "Sở KH&CN", kind: "department", zone: "Asia/Ho_Chi_Minh", locale: "vi" } as const;
  const person = { name: "An", position: "", email: "an@lamgiang.example" };
  test("come one after the other; an address typed by hand skips none", () => {
    expect(stepOf({}, "finish")).toBe("start");
    expect(stepOf({ proved: true }, "person")).toBe("organization");
    expect(stepOf({ proved: true, organization }, null)).toBe("person");
    expect(stepOf({ proved: true, organization, person }, "finish")).toBe("mail");
    expect(stepOf({ proved: true, organization, person, mailSeen: true }, null)).toBe("finish");
  });
  test("may be gone back, but the proof is not asked for twice", () => {
    const draft = { proved: true, organization, person, mailSeen: true };
    expect([stepOf(draft, "organization"), stepOf(draft, "mail"), stepOf(draft, "start")]).toEqual([
      "organization",
      "mail",
      "finish",
    ]);
  });
  test("take the code however it is typed", () => {
    expect(plainCode(" abcd-efgh 2345 ")).toBe("ABCDEFGH2345");
  });
});

test("each refusal and each role has its words in every language", () => {
  const codes = Object.keys(accountWords.vi.errors);
  for (const words of Object.values(accountWords)) {
    expect(Object.keys(words.errors)).toEqual(codes);
    expect(Object.keys(words.verbs)).toEqual(Object.keys(accountWords.vi.verbs));
    expect(Object.values(words.roles).every(Boolean)).toBe(true);
  }
});
