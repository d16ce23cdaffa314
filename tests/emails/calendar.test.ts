import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEvent, calendarFeed, eventCalendar, eventUid } from "#emails/calendar";
import { cleanLine } from "#emails/clean";
import { letters } from "./samples";

const base: CalendarEvent = {
  uid: eventUid("0197c0de", "https://tenten.lamgiang.example:8443"),
  sequence: 3,
  startsAt: new Date("2025-09-22T07:00:00Z"),
  endsAt: new Date("2025-09-22T09:40:00Z"),
  title: "Hội nghị sơ kết",
  description: "Dòng một\nDòng hai",
  location: "Hội trường UBND tỉnh, phường Bến Lam",
  url: "https://tenten.lamgiang.example/events/1",
  organizer: { name: "UBND tỉnh Lam Giang", address: "moihop@lamgiang.example" },
  attendee: { name: "Võ Thế Thủy", address: "thuy.vt@lamgiang.example" },
  stampedAt: new Date("2025-09-10T01:00:00Z"),
};

const parse = (text: string) => new ICAL.Component(ICAL.parse(text));
const only = (text: string) => {
  const found = parse(text).getAllSubcomponents("vevent");
  expect(found).toHaveLength(1);
  return new ICAL.Event(found[0]);
};

test("an invitation asks the reader, with the exact lines that Outlook and Gmail look for", () => {
  const lines = eventCalendar({ ...base, method: "REQUEST" })
    .replace(/\r\n[ ]/g, "")
    .split("\r\n");
  expect(lines).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//TenTen//Events//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    "UID:event-0197c0de@tenten.lamgiang.example",
    "SEQUENCE:3",
    "DTSTAMP:20250910T010000Z",
    "DTSTART:20250922T070000Z",
    "DTEND:20250922T094000Z",
    "SUMMARY:Hội nghị sơ kết",
    "LOCATION:Hội trường UBND tỉnh\\, phường Bến Lam",
    "DESCRIPTION:Dòng một\\nDòng hai",
    'ORGANIZER;CN="UBND tỉnh Lam Giang":mailto:moihop@lamgiang.example',
    'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Võ Thế Thủy":MAILTO:thuy.vt@lamgiang.example',
    "URL;VALUE=URI:https://tenten.lamgiang.example/events/1",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("a cancelled event keeps its UID, counts on and says so twice", () => {
  const text = eventCalendar({ ...base, sequence: 4, method: "CANCEL" });
  expect(text).toContain("METHOD:CANCEL\r\n");
  expect(text).toContain("STATUS:CANCELLED\r\n");
  expect(only(text)).toMatchObject({ uid: base.uid, sequence: 4 });
});

test("14:00 in Viet Nam is 14:00 in Viet Nam, whatever the zone of the reader and of the machine", () => {
  const event = only(letters.invitation?.({ locale: "vi" }).calendar?.content ?? "");
  expect(event.startDate.toJSDate()).toEqual(new Date("2025-09-22T14:00:00+07:00"));
  expect(event.endDate.toJSDate()).toEqual(new Date("2025-09-22T16:40:00+07:00"));
  expect(event.startDate.zone.tzid).toBe("UTC");
});

test("an event without an end, and an organizer without a good address, still make a calendar", () => {
  const text = eventCalendar({
    ...base,
    endsAt: null,
    organizer: { name: "x", address: "a@b.example,thief@evil.example" },
    attendee: null,
    method: "PUBLISH",
  });
  expect(text).not.toMatch(/DTEND|ORGANIZER|ATTENDEE/);
  only(text);
});

test("a feed holds every event, its name and its zone, and says when nothing is in it", () => {
  const second = { ...base, uid: "b@x.example", title: "Lễ kỷ niệm", status: "CANCELLED" as const };
  const feed = parse(
    calendarFeed({ name: "Ngày 10/10; mở, rộng\r\nX-BAD:1", zone: "Asia/Ho_Chi_Minh", events: [base, second] }),
  );
  expect(feed.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(feed.getFirstPropertyValue("x-wr-calname")).toBe("Ngày 10/10\\; mở\\, rộng X-BAD:1");
  expect(feed.getFirstPropertyValue("x-wr-timezone")).toBe("Asia/Ho_Chi_Minh");
  expect(feed.getFirstProperty("x-bad")).toBeNull();
  expect(feed.getAllSubcomponents("vevent").map((event) => event.getFirstPropertyValue("status"))).toEqual([
    "CONFIRMED",
    "CANCELLED",
  ]);
  expect(parse(calendarFeed({ name: "", zone: "Asia/Ho_Chi_Minh", events: [] })).getAllSubcomponents()).toEqual([]);
});

describe("hostile names", () => {
  const nasty = fc.constantFrom(
    '"',
    "\\",
    ";",
    ":",
    ",",
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "\u202E",
    "\u200F",
    "\0",
    "\t",
    "^n",
    "^'",
    "😀",
    "👩‍💻",
    "\uD800",
    "BEGIN:VEVENT",
    "\r\nATTENDEE:mailto:thief@evil.example",
    "Ế",
    "ữ",
    "محمد",
    "क्षि",
  );
  const name = fc
    .array(fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 20 })
    .map((parts) => parts.join(""));

  test("whatever stands in title, place and names, one event comes back with the same title", () => {
    fc.assert(
      fc.property(name, name, name, (title, place, who) => {
        const text = eventCalendar({
          ...base,
          title,
          location: place,
          description: who,
          organizer: { name: who, address: "moihop@lamgiang.example" },
          attendee: { name: who, address: "thuy.vt@lamgiang.example" },
          method: "REQUEST",
        });
        const event = only(text);
        expect(event.summary ?? "").toBe(cleanLine(title));
        expect(event.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
          "mailto:thuy.vt@lamgiang.example",
        ]);
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\0]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a title of 10,000 signs comes back whole", () => {
    const title = "Hội nghị; phát động, \\ “10/10” 😀 ".repeat(300).trim();
    expect(only(eventCalendar({ ...base, title, method: "REQUEST" })).summary).toBe(title.normalize("NFC"));
  });
});
