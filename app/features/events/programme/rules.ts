import { fold, tidy } from "~/web/text";
import { isWebAddress } from "~/web/web-address";
import { agendaExcess, agendaMinutes, markOf } from "../rules";

export const lineTests = ["untested", "passed", "failed", "backup"] as const;
export type LineTest = (typeof lineTests)[number];

export const mostPoints = 2000;
export const mostSeats = 100_000;

/** What people write of a point. */
export interface PointContent {
  name: string;
  unitId: string | null;
  isMain: boolean;
  address: string;
  way: string;
  meetingUrl: string;
  chairName: string;
  chairPosition: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  /** null: no limit. */
  capacity: number | null;
}

export const emptyPoint: PointContent = {
  name: "",
  unitId: null,
  isMain: false,
  address: "",
  way: "",
  meetingUrl: "",
  chairName: "",
  chairPosition: "",
  contactName: "",
  contactPhone: "",
  contactEmail: "",
  capacity: null,
};

const contentKeys = Object.keys(emptyPoint) as (keyof PointContent)[];

/** The mark of a point as a form showed it; the line test does not count, operators note it all day. */
export const pointMark = (point: PointContent): string => markOf(contentKeys.map((key) => point[key]));

/** Which facts differ between two versions of a point. */
export const pointChanges = (was: PointContent, now: PointContent): (keyof PointContent)[] =>
  contentKeys.filter((key) => was[key] !== now[key]);

export const agendaMark = (items: readonly { title: string; speaker: string; minutes: number }[]): string =>
  markOf(items.map(({ title, speaker, minutes }) => [title, speaker, minutes]));

export const chairsMark = (people: readonly { fullName: string; position: string }[]): string =>
  markOf(people.map(({ fullName, position }) => [fullName, position]));

/** The key by which two points of one event are the same place. */
export const pointKey = (name: string): string => fold(name);

/** A web address that guests can reach from outside: its host has a dot. */
export const isMeetingLink = (text: string): boolean =>
  isWebAddress(text) && /\.|^localhost$/.test(new URL(text).hostname);

export interface PastedPoint {
  name: string;
  address: string;
  meetingUrl: string;
  capacity: number | null;
}

/**
 * Reads pasted lines, one point each: the name first, then in any order an address, a number of seats and a meeting
 * link, parted by tabs or semicolons. `bad` holds the numbers of lines that cannot be a point.
 */
export function readPointLines(text: string): { points: PastedPoint[]; bad: number[] } {
  const points: PastedPoint[] = [];
  const bad: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [name = "", ...rest] = line.split(/[\t;]/).map(tidy);
    if (name === "" && rest.every((part) => part === "")) continue;
    const seats = rest.find((part) => /^\d+$/.test(part));
    const meetingUrl = rest.find((part) => /^\w+:/.test(part)) ?? "";
    const address = rest.filter((part) => part !== "" && part !== seats && part !== meetingUrl).join(", ");
    const capacity = seats === undefined ? null : Number(seats);
    const isFine =
      name !== "" &&
      name.length <= 200 &&
      address.length <= 500 &&
      (capacity === null || (capacity >= 1 && capacity <= mostSeats)) &&
      (meetingUrl === "" || isMeetingLink(meetingUrl));
    if (isFine) points.push({ name, address, meetingUrl, capacity });
    else bad.push(at + 1);
  }
  return { points, bad };
}

export type CheckKey = "points" | "places" | "seats" | "contacts" | "lines" | "replyBy" | "agenda" | "chairs";
export interface Check {
  key: CheckKey;
  /** "wrong" stops the day, "lacking" can still be done. */
  state: "ok" | "lacking" | "wrong";
  /** What is lacking, a key of the page's words. */
  code: string;
  /** How many, or how many minutes. */
  n: number;
}

interface Prepared {
  event: { startsAt: Date; endsAt: Date; replyBy: Date | null };
  points: (PointContent & { lineTest: LineTest })[];
  agenda: { minutes: number }[];
  chairs: unknown[];
}

const lacking = (key: CheckKey, n: number, code: string): Check =>
  n > 0 ? { key, state: "lacking", code, n } : { key, state: "ok", code: "ok", n };

/** Whether an event is ready for its day, point by point of what people forget. Says, never blocks. */
export function readiness({ event, points, agenda, chairs }: Prepared): Check[] {
  const missing = (test: (point: Prepared["points"][number]) => boolean) => points.filter(test).length;
  const main = points.some((point) => point.isMain);
  const checks: Check[] = [
    points.length === 0
      ? { key: "points", state: "wrong", code: "none", n: 0 }
      : { key: "points", state: main ? "ok" : "lacking", code: main ? "ok" : "noMain", n: points.length },
  ];
  if (points.length > 0) {
    checks.push(
      lacking(
        "places",
        missing((point) => !point.address && !point.meetingUrl),
        "without",
      ),
    );
    checks.push(
      lacking(
        "seats",
        missing((point) => point.capacity === null),
        "without",
      ),
    );
    checks.push(
      lacking(
        "contacts",
        missing((point) => !point.contactName || !(point.contactPhone || point.contactEmail)),
        "without",
      ),
    );
  }
  if (points.length > 1) checks.push(linesCheck(points));
  checks.push(lacking("replyBy", event.replyBy ? 0 : 1, "none"));
  checks.push(agendaCheck(event, agenda));
  checks.push(lacking("chairs", chairs.length > 0 ? 0 : 1, "none"));
  return checks;
}

function linesCheck(points: { lineTest: LineTest }[]): Check {
  const failed = points.filter((point) => point.lineTest === "failed").length;
  if (failed > 0) return { key: "lines", state: "wrong", code: "failed", n: failed };
  return lacking("lines", points.filter((point) => point.lineTest === "untested").length, "untested");
}

function agendaCheck(event: { startsAt: Date; endsAt: Date }, agenda: { minutes: number }[]): Check {
  if (agenda.length === 0) return { key: "agenda", state: "lacking", code: "none", n: 0 };
  const excess = agendaExcess(agenda, event);
  if (excess === 0) return { key: "agenda", state: "ok", code: "ok", n: agendaMinutes(agenda) };
  return { key: "agenda", state: "lacking", code: excess > 0 ? "over" : "under", n: Math.abs(excess) };
}
