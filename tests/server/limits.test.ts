import { expect, test } from "vitest";
import { isNear } from "../../app/server/health";
import { classOf, countedAs } from "../../app/server/limits";

test("each request is counted with its kind", () => {
  expect([
    classOf("GET", "/rsvp/x", "guests"),
    classOf("HEAD", "/", "guests"),
    classOf("POST", "/rsvp/x", "guests"),
    classOf("POST", "/sign-in", "guests"),
    classOf("GET", "/sign-in", "guests"),
    classOf("GET", "/events", "staff"),
    classOf("POST", "/events/1/import", "staff"),
  ]).toEqual(["guestsRead", "guestsRead", "guestsSend", "signIn", "guestsRead", "staff", "imports"]);
});

test("an IPv6 customer is one, whichever of their addresses they use", () => {
  expect(
    ["2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb:0:0:1", "2001:db8::1", "::1", "::ffff:203.0.113.9", "203.0.113.9"].map(
      countedAs,
    ),
  ).toEqual(["2001:db8:1:2", "2001:db8:1:2", "2001:db8:0:0", ":0:0:0", "::ffff:203.0.113.9", "203.0.113.9"]);
});

test("near is this machine and private networks", () => {
  const addresses = [
    "127.0.0.1",
    "::1",
    "::ffff:10.1.2.3",
    "172.31.0.1",
    "172.32.0.1",
    "192.168.1.1",
    "203.0.113.9",
    "fd00::1",
    "2001:db8::1",
    "",
  ];
  expect(addresses.map(isNear)).toEqual([true, true, true, true, false, true, false, true, false, false]);
});
