import { expect, test } from "vitest";
import { type PointName, pointFinder } from "~/features/participants/list/points.rules";
import { points } from "./kit";

const matchPoint = (text: string, among: PointName[]) => pointFinder(among)(text);

test.each([
  ["Phường Bến Lam", "ben-lam"],
  ["PHƯỜNG BẾN LAM", "ben-lam"],
  ["phuong ben lam", "ben-lam"],
  ["P. Bến Lam", "ben-lam"],
  ["P.Bến Lam", "ben-lam"],
  ["Bến Lam", "ben-lam"],
  ["ĐC 01 - Phường Bến Lam", "ben-lam"],
  ["Điểm cầu số 1: UBND phường Bến Lam", "ben-lam"],
  ["Đảng ủy phường Bến Lam", "ben-lam"],
  ["UBND phường Bến Lam, tỉnh Lam Giang", "ben-lam"],
  ["Hội trường UBND phường Bến Lam (tầng 2)", "ben-lam"],
  ["X. Gia Lộc", "gia-loc"],
  ["ĐK Hòn Lam", "hon-lam"],
  ["Điểm cầu chính", "main"],
  ["ĐIỂM CẦU CHÍNH", "main"],
  ["Hội trường UBND tỉnh", "main"],
  ["Điểm cầu tỉnh", "main"],
  ["Trung tâm", "main"],
])("%s is %s", (text, id) => {
  expect(matchPoint(text, points)).toBe(id);
});

test.each(["", "Xã Bến Lam", "Phường Gia Lộc", "Lam", "Phường Bến Lam Đông", "Sở Nội vụ", "Phường Bến", "-", "01"])(
  "%j is none of them",
  (text) => {
    expect(matchPoint(text, points)).toBeNull();
  },
);

test("a name without its kind is not guessed when two kinds bear it", () => {
  const twins = [
    { id: "p", name: "Phường Gia Lộc" },
    { id: "x", name: "Xã Gia Lộc" },
  ];
  expect([matchPoint("Gia Lộc", twins), matchPoint("Xã Gia Lộc", twins), matchPoint("P. Gia Lộc", twins)]).toEqual([
    null,
    "x",
    "p",
  ]);
});
