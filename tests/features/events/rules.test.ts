import { expect, test } from "vitest";
import {
  eventKinds as storedKinds,
  eventStates as storedStates,
  lineTests as storedTests,
} from "../../../db/schema/events";
import { parseAgenda, parseLines, parsePoint } from "../../../app/features/events/programme/forms";
import {
  emptyPoint,
  isMeetingLink,
  lineTests,
  readiness,
  readPointLines,
} from "../../../app/features/events/programme/rules";
import { parseEvent, parseMove } from "../../../app/features/events/forms";
import {
  accessTo,
  agendaClock,
  agendaExcess,
  canAnswer,
  defaultReplyBy,
  eventKinds,
  eventStates,
  mayStep,
  nextStep,
  slugOf,
  tidyReminders,
} from "../../../app/features/events/rules";
import type { Actor, Role } from "../../../app/features/accounts/rules";

const zone = "Asia/Ho_Chi_Minh";
const at = (text: string) => new Date(`${text}+07:00`);
const event = {
  state: "open" as const,
  startsAt: at("2025-09-22T14:00"),
  endsAt: at("2025-09-22T16:40"),
  dateOpen: false,
  replyBy: at("2025-09-19T17:00"),
};

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const filled = { title: "Hội nghị", kind: "launch", hostUnitId: "u1", day: "2025-09-22", from: "14:00", to: "16:40" };
const errorsOf = (fields: Record<string, string>) => {
  const read = parseEvent(formOf({ ...filled, ...fields }), { zone });
  return read.ok ? {} : read.errors;
};

test("the closed lists are the stored ones", () => {
  expect([eventKinds, eventStates, lineTests]).toEqual([storedKinds, storedStates, storedTests]);
});

test("guests answer while the list is open and the event has not begun, also after the reply-by date", () => {
  const before = at("2025-09-22T13:59");
  expect(canAnswer(event, before)).toBe(true);
  expect(canAnswer(event, event.startsAt)).toBe("started");
  expect(canAnswer({ ...event, state: "closed" }, before)).toBe("closed");
  expect(canAnswer({ ...event, state: "draft" }, before)).toBe("draft");
  expect(canAnswer({ ...event, state: "postponed", dateOpen: true }, before)).toBe("postponed");
  expect(canAnswer({ ...event, state: "cancelled" }, before)).toBe("cancelled");
  expect(canAnswer({ ...event, state: "finished" }, before)).toBe("finished");
});

test("the next thing to do follows the state and the clock", () => {
  const counts = { notInvited: 3, invited: 20, silent: 5 };
  const next = (state: (typeof eventStates)[number], now: string, list: Partial<typeof counts> = {}) =>
    nextStep({ ...event, state }, { ...counts, ...list }, at(now));
  expect(next("draft", "2025-09-01T08:00")).toBe("open");
  expect(next("open", "2025-09-01T08:00")).toBe("invite");
  expect(next("open", "2025-09-01T08:00", { invited: 0, silent: 0 })).toBe("invite");
  expect(next("open", "2025-09-01T08:00", { notInvited: 0, invited: 0, silent: 0 })).toBe("list");
  expect(next("open", "2025-09-01T08:00", { notInvited: 0 })).toBe("remind");
  expect(next("open", "2025-09-01T08:00", { notInvited: 0, silent: 0 })).toBeNull();
  expect(next("open", "2025-09-20T08:00")).toBe("close");
  expect(next("open", "2025-09-22T12:30")).toBe("start");
  expect(next("closed", "2025-09-20T08:00")).toBe("test-lines");
  expect(next("running", "2025-09-22T16:00")).toBe("finish");
  expect(next("postponed", "2025-09-20T08:00")).toBe("postpone");
  expect([next("finished", "2025-10-01T08:00"), next("cancelled", "2025-09-01T08:00")]).toEqual([null, null]);
});

test("a cancelled event stays cancelled, a draft is not postponed", () => {
  const steps = ["open", "close", "reopen", "start", "finish", "resume", "postpone", "cancel"] as const;
  expect(steps.filter((step) => mayStep({ state: "cancelled" }, step))).toEqual([]);
  expect(steps.filter((step) => mayStep({ state: "draft" }, step))).toEqual(["open", "cancel"]);
  expect(steps.filter((step) => mayStep({ state: "postponed" }, step))).toEqual(["postpone", "cancel"]);
});

test("the agenda's clock runs on from the start and its minutes are held against the event's length", () => {
  const items = [10, 10, 20, 7, 35, 30, 10, 15, 20, 3].map((minutes) => ({ minutes }));
  expect(agendaExcess(items, event)).toBe(0);
  expect(agendaExcess([...items, { minutes: 5 }], event)).toBe(5);
  const clock = agendaClock(items, event.startsAt);
  expect([clock[3]?.from, clock[9]?.to]).toEqual([at("2025-09-22T14:40"), at("2025-09-22T16:40")]);
});

test("the reply-by date is three days before at five, nearer when that is past, none when no moment is left", () => {
  expect(defaultReplyBy(event.startsAt, zone, at("2025-09-01T08:00"))).toEqual(at("2025-09-19T17:00"));
  expect(defaultReplyBy(event.startsAt, zone, at("2025-09-20T08:00"))).toEqual(at("2025-09-20T17:00"));
  expect(defaultReplyBy(event.startsAt, zone, at("2025-09-22T08:00"))).toBe(null);
});

test("a reminder plan holds each possible day once", () => {
  expect(
    tidyReminders({ silentDaysBefore: [1, 7, 3, 7, -2, 1.5, 400], comingDaysBefore: [0], clock: "08:00" }),
  ).toEqual({
    silentDaysBefore: [7, 3, 1],
    comingDaysBefore: [0],
    clock: "08:00",
  });
});

test("drafts are for the host's people, announced events in outline for everyone signed in", () => {
  const actor = (role: Role, unitPath: string | null): Actor => ({
    userId: "u",
    name: "",
    position: "",
    email: "",
    locale: "vi",
    grants: [{ role, unitId: unitPath, unitPath }],
  });
  const draft = { state: "draft" as const, hostPath: "/p/skhcn/", hasOwnPoint: true };
  const open = { ...draft, state: "open" as const };
  expect(accessTo(actor("organizer", "/p/"), draft)).toBe("manage");
  expect(accessTo(actor("supervisor", null), draft)).toBe("read");
  expect(accessTo(actor("head", "/p/skhcn/"), draft)).toBe("read");
  expect(accessTo(actor("point-operator", "/p/benlam/"), draft)).toBe(null);
  expect(accessTo(actor("point-operator", "/p/benlam/"), open)).toBe("operate");
  expect(accessTo(actor("council-member", null), { ...open, hasOwnPoint: false })).toBe("outline");
  expect(accessTo(actor("organizer", "/p/benlam/"), { ...open, hasOwnPoint: false })).toBe("outline");
});

test("a public address is made of plain letters", () => {
  expect(slugOf("Lễ kỷ niệm & tôn vinh 10/10")).toBe("le-ky-niem-ton-vinh-10-10");
  expect(slugOf("東京")).toBe("event");
});

test("the event form reads days and clocks on the zone's wall", () => {
  const read = parseEvent(
    formOf({ ...filled, day: "22/09/2025", from: "14h", to: "", replyDay: "2025-09-19", titleEn: "Launch" }),
    { zone },
  );
  expect(read.ok && read.value).toMatchObject({
    title: { vi: "Hội nghị", en: "Launch" },
    description: null,
    startsAt: at("2025-09-22T14:00"),
    endsAt: at("2025-09-22T16:30"),
    replyBy: at("2025-09-19T17:00"),
    isPublic: false,
  });
});

test("what cannot be is named at its field, and what was typed comes back", () => {
  expect(errorsOf({ day: "31/02/2025" })).toEqual({ day: "bad-day" });
  expect(errorsOf({ day: "", from: "25:00", title: " ", contactEmail: "a b" })).toEqual({
    title: "required",
    contactEmail: "bad-email",
    from: "bad-clock",
  });
  expect(errorsOf({ to: "13:00" })).toEqual({ to: "ends-before-start" });
  expect(errorsOf({ endDay: "2026-09-22" })).toEqual({ endDay: "lasts-too-long" });
  expect(errorsOf({ replyDay: "2025-09-22", replyClock: "14:01" })).toEqual({ replyDay: "reply-by-after-start" });
  expect(errorsOf({ title: "ô".repeat(10_000) })).toEqual({ title: "too-long" });
  expect(errorsOf({ kind: "wedding" })).toEqual({ kind: "required" });
  const read = parseEvent(formOf({ ...filled, day: "31/02/2025" }), { zone });
  expect(!read.ok && read.values.day).toBe("31/02/2025");
});

test("signs that turn the text round are taken out of a name", () => {
  const read = parseEvent(formOf({ ...filled, title: "Hội\u202E nghị\u200F" }), { zone });
  expect(read.ok && read.value.title.vi).toBe("Hội nghị");
});

test("a move needs a reason, and a date unless it is to be announced", () => {
  expect(parseMove(formOf({ how: "open", reason: "Bão" }), zone)).toEqual({
    ok: true,
    value: { reason: "Bão", to: null },
  });
  const read = parseMove(formOf({ how: "date", reason: "", day: "" }), zone);
  expect(!read.ok && read.errors).toEqual({ reason: "required", day: "required" });
});

test("seats are whole numbers from one on, links are web links", () => {
  const errors = (fields: Record<string, string>) => {
    const read = parsePoint(formOf({ name: "Bến Lam", ...fields }));
    return read.ok ? {} : read.errors;
  };
  expect(errors({ capacity: "0" })).toEqual({ capacity: "out-of-range" });
  expect(errors({ capacity: "-5" })).toEqual({ capacity: "out-of-range" });
  expect(errors({ capacity: "1e9" })).toEqual({ capacity: "bad-number" });
  expect(errors({ capacity: "1.000.000.000" })).toEqual({ capacity: "out-of-range" });
  expect(errors({ meetingUrl: "javascript:alert(1)" })).toEqual({ meetingUrl: "bad-link" });
  expect(errors({ contactPhone: "gọi sau" })).toEqual({ contactPhone: "bad-phone" });
  expect(errors({ capacity: "", meetingUrl: "https://hop.lamgiang.example/1" })).toEqual({});
  expect(["data:text/html,x", "https://", "//x.example", " https://x"].map(isMeetingLink)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("pasted lines become points, and unreadable ones are counted from one", () => {
  expect(
    readPointLines(
      "Phường Bến Lam; 12 Lê Lợi; 40\r\n\r\nXã Diễn Hà\t25\thttps://hop.example/a\n;40\nX; 0\nY; javascript:x",
    ),
  ).toEqual({
    points: [
      { name: "Phường Bến Lam", address: "12 Lê Lợi", meetingUrl: "", capacity: 40 },
      { name: "Xã Diễn Hà", address: "", meetingUrl: "https://hop.example/a", capacity: 25 },
    ],
    bad: [4, 5, 6],
  });
  const read = parseLines(formOf({ lines: "A\n;40" }));
  expect(!read.ok && [read.errors, read.values.badLines]).toEqual([{ lines: "bad-line" }, "2"]);
});

test("agenda rows are moved, added and taken out without being saved", () => {
  const rows = { "title[0]": "Khai mạc", "minutes[0]": "10", "title[1]": "Bế mạc", "minutes[1]": "3" };
  const press = (pressed: string) => {
    const read = parseAgenda(formOf({ ...rows, do: pressed }));
    return read.saved === null ? read.rows.map((row) => row.title) : "saved";
  };
  expect(press("down:0")).toEqual(["Bế mạc", "Khai mạc"]);
  expect(press("up:0")).toEqual(["Khai mạc", "Bế mạc"]);
  expect(press("remove:1")).toEqual(["Khai mạc"]);
  expect(press("add")).toEqual(["Khai mạc", "Bế mạc", ""]);
  expect(parseAgenda(formOf({ ...rows, "title[2]": " ", do: "save" }))).toEqual({
    saved: [
      { title: "Khai mạc", speaker: "", minutes: 10 },
      { title: "Bế mạc", speaker: "", minutes: 3 },
    ],
  });
  const bad = parseAgenda(
    formOf({ "title[4]": "", "minutes[4]": "-3", "title[7]": "B", "minutes[7]": "nửa giờ", do: "save" }),
  );
  expect(bad.saved === null && bad.errors).toEqual({
    "title[0]": "required",
    "minutes[0]": "out-of-range",
    "minutes[1]": "bad-number",
  });
});

test("readiness names what is lacking", () => {
  const point = {
    ...emptyPoint,
    name: "Chính",
    isMain: true,
    address: "A",
    capacity: 10,
    contactName: "An",
    contactPhone: "1",
    lineTest: "passed" as const,
  };
  const all = { event, points: [point, { ...point, isMain: false }], agenda: [{ minutes: 160 }], chairs: [1] };
  expect(readiness(all).map((check) => [check.state, check.code])).toEqual(Array(8).fill(["ok", "ok"]));
  const bare = readiness({
    ...all,
    event: { ...event, replyBy: null },
    points: [],
    agenda: [{ minutes: 170 }],
    chairs: [],
  });
  expect(bare.map(({ key, state, code, n }) => [key, state, code, n])).toEqual([
    ["points", "wrong", "none", 0],
    ["replyBy", "lacking", "none", 1],
    ["agenda", "lacking", "over", 10],
    ["chairs", "lacking", "none", 1],
  ]);
  const worn = readiness({
    ...all,
    points: [point, { ...point, isMain: false, capacity: null, contactPhone: "", lineTest: "failed" }],
  });
  expect(worn.filter((check) => check.state !== "ok").map(({ key, state, code, n }) => [key, state, code, n])).toEqual([
    ["seats", "lacking", "without", 1],
    ["contacts", "lacking", "without", 1],
    ["lines", "wrong", "failed", 1],
  ]);
});
