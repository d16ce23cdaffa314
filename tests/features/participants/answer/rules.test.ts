import { expect, test } from "vitest";
import {
  askedBy,
  changesWelcomeUntil,
  linksLive,
  newDoorCode,
  opensDoor,
  stageOf,
  stepOf,
} from "~/features/participants/answer/rules";
import type { EventState } from "~/features/events/rules";

const at = (iso: string) => new Date(iso);
const event = {
  state: "open" as EventState,
  startsAt: at("2025-09-22T07:00:00Z"),
  endsAt: at("2025-09-22T09:40:00Z"),
  dateOpen: false,
  replyBy: at("2025-09-19T10:00:00Z"),
};
const before = at("2025-09-01T01:00:00Z");

test("a door code is made of eight signs that nobody mistakes, and follows from the id", () => {
  const id = "01991f6e-7c00-7abc-9def-0123456789ab";
  expect(newDoorCode(id)).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  expect(newDoorCode(id)).toBe(newDoorCode(id));
  expect(newDoorCode("01991f6e-7c00-7abc-9def-0123456789ac")).not.toBe(newDoorCode(id));
});

test("an event stands for a guest as its state and the clock say", () => {
  expect(stageOf(event, before)).toBe("open");
  expect(stageOf(event, event.startsAt)).toBe("started");
  expect(stageOf(event, event.endsAt)).toBe("finished");
  expect(stageOf({ ...event, state: "closed" }, before)).toBe("closed");
  expect(stageOf({ ...event, state: "closed" }, event.endsAt)).toBe("finished");
  expect(stageOf({ ...event, state: "cancelled" }, event.endsAt)).toBe("cancelled");
  expect(stageOf({ ...event, state: "postponed", dateOpen: true }, event.endsAt)).toBe("postponed");
});

test("links live until a week after the end; of a postponed event, until it has a day; of a draft, never", () => {
  expect(linksLive(event, at("2025-09-29T09:39:59Z"))).toBe(true);
  expect(linksLive(event, at("2025-09-29T09:40:00Z"))).toBe(false);
  expect(linksLive({ ...event, state: "postponed", dateOpen: true }, at("2026-01-01T00:00:00Z"))).toBe(true);
  expect(linksLive({ ...event, state: "draft" }, before)).toBe(false);
});

test("a change of mind is promised up to the reply-by date, else up to the start", () => {
  expect(changesWelcomeUntil(event, before)).toEqual(event.replyBy);
  expect(changesWelcomeUntil(event, event.replyBy)).toBe(null);
  expect(changesWelcomeUntil({ ...event, replyBy: null }, before)).toEqual(event.startsAt);
});

test("a reply-by date is asked for while it is ahead", () => {
  expect([askedBy(event, before), askedBy(event, event.replyBy), askedBy({ replyBy: null }, before)]).toEqual([
    event.replyBy,
    null,
    null,
  ]);
});

test("the code for the door is shown to those who come, until the event is over or off", () => {
  const stages = ["open", "closed", "started", "finished", "cancelled", "postponed"] as const;
  expect(stages.filter((stage) => opensDoor({ answer: "yes" }, stage))).toEqual(["open", "closed", "started"]);
  for (const answer of ["none", "no", "substitute"]) expect(opensDoor({ answer }, "open")).toBe(false);
});

test("an address asks for a step only while answers are taken, and a substitute sends none", () => {
  const guest = { answer: "none", isStandIn: false, choosesPoint: false };
  expect(["yes", "no", "substitute", "maybe", null].map((asked) => stepOf(asked, "open", guest))).toEqual([
    "yes",
    "no",
    "substitute",
    null,
    null,
  ]);
  expect(stepOf("yes", "closed", guest)).toBe(null);
  expect(stepOf("substitute", "open", { ...guest, isStandIn: true })).toBe(null);
  expect(stepOf("yes", "open", { ...guest, answer: "yes" })).toBe(null);
  expect(stepOf("yes", "open", { ...guest, answer: "yes", choosesPoint: true })).toBe("yes");
});
