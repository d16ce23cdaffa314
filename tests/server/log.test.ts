import { expect, test } from "vitest";
import { describeError, maskPath } from "../../app/server/log";
import { hashToken, newToken } from "../../app/web/secrets.server";

test("a path is logged without query and with the start of each token's hash in its place", () => {
  const token = newToken();
  const mark = `#${hashToken(token).slice(0, 8)}`;
  expect(
    [
      `/rsvp/${token}?answer=yes`,
      `/calendar/${token}.ics`,
      `/sign-in/${token}`,
      `/u/${token}.data`,
      "/events/0190b6d0-7e4c-7cc0-8a3e-111111111111/list",
    ].map(maskPath),
  ).toEqual([
    `/rsvp/${mark}`,
    `/calendar/${mark}.ics`,
    `/sign-in/${mark}`,
    `/u/${mark}.data`,
    "/events/0190b6d0-7e4c-7cc0-8a3e-111111111111/list",
  ]);
});

test("a failed query is logged with its statement and without the values in it", () => {
  const error = new Error("Failed query: select * from users where email = ?\nparams: an@example.org,secret", {
    cause: new Error("locked"),
  });
  const described = describeError(error);
  expect({ ...described, stack: "" }).toEqual({
    kind: "Error",
    message: "Failed query: select * from users where email = ?",
    stack: "",
    cause: "locked",
  });
  expect(JSON.stringify(described)).not.toMatch(/an@example|secret/);
});
