import { expect, test } from "vitest";
import {
  type Addressee,
  type Audience,
  audiences,
  canInvite,
  countReasons,
  getsLetter,
  type MailingKind,
} from "~/features/participants/invitation/rules";

const at = new Date("2025-09-10T02:00:00Z");
const who = (more: Partial<Addressee> = {}): Addressee => ({
  standsInForId: null,
  email: "an@x.vn",
  answer: "none",
  invitedAt: null,
  withdrawnAt: null,
  bouncedAt: null,
  ...more,
});
const invited = { invitedAt: at };

test("who gets an invitation depends on whom it is meant for, and each who does not has a reason", () => {
  const people = {
    fresh: who(),
    silent: who(invited),
    coming: who({ ...invited, answer: "yes" }),
    handedOver: who({ ...invited, answer: "substitute" }),
    noAddress: who({ email: null }),
    bounced: who({ ...invited, bouncedAt: at }),
    gone: who({ ...invited, withdrawnAt: at }),
  };
  const table = (to: Audience) =>
    Object.fromEntries(Object.entries(people).map(([name, one]) => [name, getsLetter("invitation", one, to)]));
  const always = {
    coming: "answered",
    handedOver: "sent-substitute",
    noAddress: "no-address",
    bounced: "bounced",
    gone: "withdrawn",
  };
  expect(Object.fromEntries(audiences.map((to) => [to, table(to)]))).toEqual({
    new: { ...always, fresh: true, silent: "already-invited" },
    silent: { ...always, fresh: "not-invited", silent: true },
    chosen: { ...always, fresh: true, silent: true },
  });
});

test("a change is told to those who know of the event; a new date also to those who could not come", () => {
  const tells = (kind: MailingKind, one: Addressee) => getsLetter(kind, one);
  expect(tells("moved", who())).toBe("not-invited");
  expect(tells("moved", who({ ...invited, answer: "no" }))).toBe(true);
  expect(tells("cancelled", who({ ...invited, answer: "no" }))).toBe("declined");
  expect(tells("details", who({ ...invited, answer: "yes" }))).toBe(true);
  expect(tells("cancelled", who({ ...invited, answer: "yes", standsInForId: "p1" }))).toBe(true);
  expect(tells("cancelled", who({ ...invited, answer: "substitute" }))).toBe("sent-substitute");
});

test("invitations leave only while the event takes answers", () => {
  const event = { state: "open", dateOpen: false, startsAt: new Date("2025-09-22T07:00:00Z") } as const;
  expect(canInvite(event, at)).toBe(true);
  expect(canInvite({ ...event, state: "draft" }, at)).toBe("draft");
  expect(canInvite({ ...event, state: "closed" }, at)).toBe("closed");
  expect(canInvite({ ...event, state: "postponed", dateOpen: true }, at)).toBe("date-open");
  expect(canInvite({ ...event, state: "cancelled" }, at)).toBe("over");
  expect(canInvite(event, event.startsAt)).toBe("over");
});

test("reasons are counted, the commonest first", () => {
  expect(
    countReasons([{ reason: "bounced" }, { reason: "answered" }, { reason: "no-address" }, { reason: "answered" }]),
  ).toEqual([
    { reason: "answered", people: 2 },
    { reason: "no-address", people: 1 },
    { reason: "bounced", people: 1 },
  ]);
});
