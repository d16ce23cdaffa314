import { expect, test } from "vitest";
import { codeOf, readCode, shownCode } from "../../../app/features/awards/codes.rules";

test("a code has a sign for each random byte, and none of them is read for another", () => {
  const code = codeOf(new Uint8Array([0, 1, 2, 31, 32, 33, 200, 255, 7, 8, 9, 10]));
  expect([code, shownCode(code)]).toEqual(["234Z23AZ9ABC", "234Z-23AZ-9ABC"]);
});

test("a code is read however it is typed, and what is too short or too long is none", () => {
  const typed = ["K7QM-3FHP", " k7qm 3fhp ", "K7QM.3FHP", "K7QM-3FH", "K7QM-3FHP-2", ""];
  expect(typed.map((text) => readCode(text, 8))).toEqual(["K7QM3FHP", "K7QM3FHP", "K7QM3FHP", "", "", ""]);
  expect([shownCode(""), shownCode("K7QM")]).toEqual(["", "K7QM"]);
});
