import { expect, test } from "vitest";
import { pickWing, type RouteLike, splitByLayout } from "../../app/server/wings";

const routes: Record<string, RouteLike> = Object.fromEntries(
  [
    { id: "root", path: "" },
    { id: "routes/_guest", parentId: "root" },
    { id: "routes/_guest._index/route", parentId: "routes/_guest", index: true },
    { id: "routes/_guest.$/route", parentId: "routes/_guest", path: "*" },
    { id: "routes/_guest.rsvp.$token/route", parentId: "routes/_guest", path: "rsvp/:token" },
    { id: "routes/_guest.rsvp.$token.qr[.svg]/route", parentId: "routes/_guest.rsvp.$token/route", path: "qr.svg" },
    { id: "routes/_guest.calendar.$token[.ics]/route", parentId: "routes/_guest", path: "calendar/:token.ics" },
    { id: "routes/_guest.campaigns.$slug/route", parentId: "routes/_guest", path: "campaigns/:slug" },
    { id: "routes/_guest.help.($page)/route", parentId: "routes/_guest", path: "help/:page?" },
    { id: "routes/_staff", parentId: "root" },
    { id: "routes/_staff.campaigns.new/route", parentId: "routes/_staff", path: "campaigns/new" },
    { id: "routes/_staff.events/route", parentId: "routes/_staff", path: "events" },
    { id: "routes/_staff.events.$id/route", parentId: "routes/_staff.events/route", path: ":id" },
    { id: "routes/loose", parentId: "root", path: "loose" },
  ].map((route) => [route.id, route]),
);
const wingOf = pickWing(splitByLayout(routes));

test("each built route is answered by its own wing, in every form of its address", () => {
  const guests = [
    "/",
    "/_root.data",
    "/?index",
    "/rsvp/abc",
    "/rsvp/abc.data",
    "/rsvp/abc/?lang=ar",
    "/RSVP/abc",
    "/rsvp/abc/qr.svg",
    "/calendar/abc.ics",
    "/campaigns/c1",
    "/help",
    "/help/mail",
  ];
  const staff = [
    "/campaigns/new",
    "/campaigns/new.data",
    "/events",
    "/events/1",
    "/events/1.data?_routes=x",
    "/events/",
    "/loose",
  ];
  expect([guests.map(wingOf), staff.map(wingOf)]).toEqual([guests.map(() => "guests"), staff.map(() => "staff")]);
});

test("what nobody knows is a guest's 404, also when it looks like a staff page", () => {
  expect(["/nope", "/events/1/2/3", "/eventsx", "/a/b/c", "//events"].map(wingOf)).toEqual([
    "guests",
    "guests",
    "guests",
    "guests",
    "guests",
  ]);
});
