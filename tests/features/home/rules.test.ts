import { describe, expect, test } from "vitest";
import { type AheadEvent, firstStep, isSearchable, todosOf } from "~/features/home/rules";
import { noCounts } from "~/features/participants/rules";

const zone = "Asia/Ho_Chi_Minh";
const now = new Date("2025-09-01T01:00:00Z"); // 08:00 in Viet Nam
const event = (given: Partial<AheadEvent>): AheadEvent => ({
  ...{ id: "e", title: "Hội nghị", state: "open", dateOpen: false, manages: true, untested: 0, counts: noCounts },
  startsAt: new Date("2025-09-22T07:00:00Z"),
  endsAt: new Date("2025-09-22T09:40:00Z"),
  replyBy: new Date("2025-09-05T10:00:00Z"),
  ...given,
});
const silent = (n: number) => ({ ...noCounts, invited: n, silent: n });
const none = { events: [], milestones: [], lettersFailed: 0, lettersHeld: 0, now, zone };
const outline = (facts: Partial<typeof none> & object) =>
  todosOf({ ...none, ...facts }).map((todo) => ("days" in todo ? [todo.what, todo.days] : [todo.what]));

describe("what a person should see to", () => {
  test("is nothing when nothing is wrong or near", () => {
    expect(
      outline({ events: [event({ counts: { ...noCounts, invited: 9, confirmed: 9, coming: 9 } })] as never[] }),
    ).toEqual([]);
  });

  test("comes with what failed first, then what is late, then what is near", () => {
    const milestone = (id: string, dueOn: string) => ({
      id,
      dueOn,
      campaignId: "c",
      campaign: "Ngày 10/10",
      title: id,
    });
    const facts = {
      events: [
        event({ counts: silent(3) }),
        event({ id: "far", replyBy: new Date("2025-09-15T10:00:00Z"), counts: silent(5) }),
      ],
      milestones: [milestone("late", "2025-08-30"), milestone("far", "2025-09-16"), milestone("near", "2025-09-02")],
      lettersFailed: 2,
    };
    expect(outline(facts as never)).toEqual([["letters-failed"], ["milestone", -2], ["milestone", 1], ["silent", 4]]);
  });

  test("calls to a vote of the council before all else that is near, and puts the rest of awards by its days", () => {
    const award = (matter: string, until: string | null) => ({
      ...{ matter, roundId: "r", round: "Đợt 2025", count: 1, path: "/awards" },
      until: until && new Date(until),
    });
    const awards = [
      award("drafts", "2025-09-20T10:00:00Z"),
      award("returned", "2025-09-01T10:00:00Z"),
      award("to-receive", null),
      award("to-vote", null),
    ];
    const facts = { awards, events: [event({ counts: silent(3) })] };
    const said = todosOf({ ...none, ...facts } as never);
    expect(said.map((todo) => (todo.what === "award" ? [todo.award.matter, todo.days] : [todo.what]))).toEqual([
      ...[["to-vote", null], ["returned", 0], ["to-receive", null], ["silent"], ["drafts", 19]],
    ]);
  });

  test("says after the letters which tasks wait for this person and which are late, and nothing of none", () => {
    const tasks = { waiting: 3, late: 1 };
    expect(todosOf({ ...none, lettersHeld: 4, difficulties: 2, tasks })).toEqual([
      { what: "letters-wait", count: 4 },
      { what: "tasks-waiting", count: 3 },
      { what: "tasks-late", count: 1 },
      { what: "difficulties", count: 2 },
    ]);
    expect(todosOf({ ...none, tasks: { waiting: 0, late: 0 } })).toEqual([]);
  });

  test("says once that many milestones of a plan are late", () => {
    const of = (campaignId: string, dueOn: string) => ({
      id: campaignId + dueOn,
      dueOn,
      campaignId,
      campaign: "C",
      title: "M",
    });
    const milestones = [of("a", "2025-08-01"), of("b", "2025-08-02"), of("a", "2025-08-30"), of("a", "2025-09-03")];
    expect(outline({ milestones: milestones as never[] })).toEqual([
      ["late-milestones", -31],
      ["milestone", -30],
      ["milestone", 2],
    ]);
  });

  test("counts days on the zone's calendar, not in hours", () => {
    const atNight = new Date("2025-09-01T16:59:00Z"); // 23:59
    const due = { id: "m", dueOn: "2025-09-02", campaignId: "c", campaign: "C", title: "M" };
    expect(outline({ milestones: [due] as never[], now: atNight })).toEqual([["milestone", 1]]);
    expect(outline({ milestones: [due] as never[], now: new Date("2025-09-01T17:00:00Z") })).toEqual([
      ["milestone", 0],
    ]);
  });

  test("leaves sending and a new date to those who run the event", () => {
    const waiting = { ...noCounts, notInvited: 4 };
    expect(
      outline({ events: [event({ counts: waiting }), event({ dateOpen: true, state: "postponed" })] as never[] }),
    ).toEqual([["no-date"], ["not-invited"]]);
    const others = [
      event({ counts: waiting, manages: false }),
      event({ dateOpen: true, state: "postponed", manages: false }),
    ];
    expect(outline({ events: others as never[] })).toEqual([]);
  });

  test("does not chase answers once the list is closed; then the lines are to be tested", () => {
    const closed = event({
      state: "closed",
      counts: silent(20),
      untested: 2,
      startsAt: new Date("2025-09-03T07:00:00Z"),
    });
    expect(outline({ events: [closed] as never[] })).toEqual([["untested", 2]]);
  });

  test("asks for the line tests in the last week, while answers still come in too", () => {
    const near = { untested: 1, manages: false, startsAt: new Date("2025-09-06T01:00:00Z") };
    const events = [event(near), event({ ...near, startsAt: new Date("2025-09-22T07:00:00Z") })];
    expect(outline({ events: events as never[] })).toEqual([["untested", 5]]);
    expect(outline({ events: [event({ ...near, dateOpen: true, state: "postponed" })] as never[] })).toEqual([]);
  });
});

test("a new installation is led from units to a campaign to an event", () => {
  expect(firstStep({ units: 1, campaigns: 0, events: 0 })).toBe("units");
  expect(firstStep({ units: 8, campaigns: 0, events: 0 })).toBe("campaign");
  expect(firstStep({ units: 1, campaigns: 1, events: 0 })).toBe("event");
  expect(firstStep({ units: 1, campaigns: 0, events: 2 })).toBe(null);
});

test("signs alone are not searched for", () => {
  expect(["%_%", "a", "  ", "đs", "09", "10/10"].map(isSearchable)).toEqual([false, false, false, true, true, true]);
});
