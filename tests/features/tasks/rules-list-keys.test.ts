import { expect, test } from "vitest";
import { actOf, rowAfter } from "~/features/tasks/list/keys.rules";

const keys = ["j", "K", "x", "/", "?", "ArrowDown", "ArrowUp", "Enter", "a"];
const acts = (given: { letters: boolean; inList: boolean }) => keys.map((key) => actOf(key, given));

test("letters act anywhere unless they are switched off; arrows and Enter act in the list alone", () => {
  const letters = ["next", "previous", "select", "search", "help"];
  expect(acts({ letters: true, inList: true })).toEqual([...letters, "next", "previous", "open", null]);
  expect(acts({ letters: true, inList: false })).toEqual([...letters, null, null, null, null]);
  const none = letters.map(() => null);
  expect(acts({ letters: false, inList: true })).toEqual([...none, "next", "previous", "open", null]);
  expect(acts({ letters: false, inList: false })).toEqual(keys.map(() => null));
});

test("the focus enters at the first row and stays at either end", () => {
  expect([rowAfter(-1, 3, "next"), rowAfter(-1, 3, "previous"), rowAfter(0, 3, "next")]).toEqual([0, 0, 1]);
  expect([rowAfter(2, 3, "next"), rowAfter(0, 3, "previous"), rowAfter(2, 3, "previous")]).toEqual([2, 0, 1]);
});
