import { describe, expect, test } from "vitest";
import { unitWords } from "~/features/units/messages";
import { findUnitColumns, readKind } from "~/features/units/import/columns.rules";
import { type KnownUnit, planUnits } from "~/features/units/import/rules";
import { idsAbove, isActive, shownTree, treeOf, wouldCircle } from "~/features/units/rules";

describe("the tree of units", () => {
  const unit = (
    id: string,
    parentId: string | null,
    name: string,
    kind: "province" | "department" | "ward" = "ward",
  ) => ({
    ...{ id, parentId, name, kind },
    activeTo: null,
  });

  test("stands by kind, then in Vietnamese order; a unit without its parent stands at the top", () => {
    const tree = treeOf([
      unit("p", null, "Lam Giang", "province"),
      unit("2", "p", "Phường Đông Thạch"),
      unit("1", "p", "Phường Cửa Giang"),
      unit("3", "p", "Sở Y tế", "department"),
      unit("x", "elsewhere", "Phường Lạc"),
    ]);
    expect(tree.map((node) => [node.name, node.below.map((one) => one.name)])).toEqual([
      ["Lam Giang", ["Sở Y tế", "Phường Cửa Giang", "Phường Đông Thạch"]],
      ["Phường Lạc", []],
    ]);
  });

  test("is cut level by level when it is large, and says how many are left out", () => {
    const many = [unit("p", null, "Tỉnh", "province"), unit("q", null, "Tỉnh hai", "province")];
    for (let n = 0; n < 30; n += 1) many.push(unit(`w${n}`, n < 20 ? "p" : "q", `Phường ${n}`));
    expect(shownTree(many, 10).map(({ name, size, hidden, groups }) => ({ name, size, hidden, groups }))).toEqual([
      { name: "Tỉnh", size: 20, hidden: 20, groups: [] },
      { name: "Tỉnh hai", size: 10, hidden: 10, groups: [] },
    ]);
    expect(shownTree(many)[0]?.groups.map((group) => [group.kind, group.units.length])).toEqual([["ward", 20]]);
  });

  test("refuses a unit under itself or under one of its own", () => {
    expect(wouldCircle({ path: "/a/b/" }, { path: "/a/b/c/" })).toBe(true);
    expect(wouldCircle({ path: "/a/b/" }, { path: "/a/b/" })).toBe(true);
    expect(wouldCircle({ path: "/a/b/" }, { path: "/a/" })).toBe(false);
    expect(wouldCircle({ path: "/a/b/" }, null)).toBe(false);
    expect(idsAbove("/a/b/c/")).toEqual(["a", "b"]);
  });

  test("a unit exists on its last day and not on the next", () => {
    const district = { activeFrom: null, activeTo: "2025-06-30" };
    expect([isActive(district, "2025-06-30"), isActive(district, "2025-07-01")]).toEqual([true, false]);
  });
});

describe("a file of units", () => {
  const known = (given: Partial<KnownUnit> & { id: string }): KnownUnit => ({
    ...{ code: null, name: "", shortName: "", kind: "ward", parentId: null, path: `/${given.id}/`, activeTo: null },
    ...given,
  });

  test("has its headers read in Vietnamese and English, below a title row", () => {
    expect(findUnitColumns([["DANH SÁCH ĐƠN VỊ"], ["STT", "Mã đơn vị", "Tên đơn vị", "Loại", "Mã cấp trên"]])).toEqual({
      headerRow: 1,
      columns: { code: 1, name: 2, kind: 3, parent: 4 },
    });
    expect(findUnitColumns([["code", "parent_code", "name", "full_name", "full_name_en", "kind"]])?.columns).toEqual({
      ...{ code: 0, parent: 1, name: 2, fullName: 3, kind: 5 },
    });
    expect(
      findUnitColumns([
        ["a", "b"],
        ["c", "d"],
      ]),
    ).toBeNull();
  });

  test("names kinds with or without marks; bản is a hamlet, ban a board", () => {
    const said = [
      "Phường",
      "phuong",
      "Xã",
      "Tỉnh",
      "Thành phố",
      "Đặc khu",
      "Sở",
      "bản",
      "Ban",
      "TDP",
      "ward",
      "Lãnh địa",
    ];
    expect(said.map(readKind)).toEqual([
      ...["ward", "ward", "commune", "province", "province", "special-zone"],
      ...["department", "residential-group", "sector", "residential-group", "ward", null],
    ]);
  });

  test("gets a fate for every row", () => {
    const plan = planUnits({
      known: [
        known({ id: "p", code: "LG", name: "Tỉnh Lam Giang", kind: "province" }),
        known({ id: "b", code: "01", name: "Phường Bến Lam", parentId: "p", path: "/p/b/" }),
        known({ id: "c", code: "02", name: "Phường Cửa", parentId: "p", path: "/p/c/" }),
      ],
      underId: null,
      rows: [
        ["Mã", "Tên đơn vị", "Loại", "Mã cấp trên"],
        ["01", "Phường Bến Lam", "Phường", "LG"],
        ["02", "Phường Cửa Giang", "Phường", "LG"],
        ["03", "Phường Đông Thạch", "Phường", "LG"],
        ["03", "Phường Đông Thạch hai", "Phường", "LG"],
        ["04", "Xã Kỳ Lâm", "Xã", "XX"],
        ["05", "Vương quốc", "Vương quốc", "LG"],
        ["", "Tổ dân phố 1", "Tổ dân phố", "03"],
        ["", "Tổ dân phố 1", "Tổ dân phố", "04"],
        ["06", "", "Phường", "LG"],
        ["07", "Phường A", "Phường", "08"],
        ["08", "Phường B", "Phường", "07"],
        ["09", "Phường Theo tên", "", "Tỉnh Lam Giang"],
        ["VN", "Việt Nam", "country", ""],
        ["LG", "Tỉnh Lam Giang", "Tỉnh", "VN"],
      ],
    });
    expect(plan?.rows.map((row) => [row.row, row.fate, row.changes, row.otherRow])).toEqual([
      [2, "unchanged", [], null],
      [3, "updated", ["name"], null],
      [4, "new", [], null],
      [5, "twice", [], 4],
      [6, "parent-not-found", [], null],
      [7, "bad-kind", [], null],
      [8, "new", [], null],
      [9, "parent-not-found", [], null],
      [10, "no-name", [], null],
      [11, "circle", [], null],
      [12, "circle", [], null],
      [13, "new", [], null],
      [14, "above", [], null],
      [15, "unchanged", [], null],
    ]);
    expect(plan?.counts).toMatchObject({ new: 3, updated: 1, unchanged: 2, circle: 2 });
  });

  test("leaves out what the person may not write, with all below it", () => {
    const plan = planUnits({
      known: [
        known({ id: "b", code: "01", name: "Phường Bến Lam", path: "/p/b/" }),
        known({ id: "c", code: "02", name: "Phường Cửa", path: "/p/c/" }),
      ],
      underId: null,
      mayWrite: (path) => path?.startsWith("/p/b/") ?? false,
      rows: [
        ["Mã", "Tên", "Loại", "Trực thuộc"],
        ["1", "Tổ dân phố 1", "TDP", "02"],
        ["2", "Tổ công nghệ 1", "team", "1"],
        ["3", "Tổ dân phố 1", "TDP", "Phường Bến Lam"],
        ["02", "Phường Cửa Giang", "Phường", ""],
      ],
    });
    expect(plan?.rows.map((row) => row.fate)).toEqual(["out-of-reach", "out-of-reach", "new", "out-of-reach"]);
  });
});

test("every language words the same errors", () => {
  for (const words of Object.values(unitWords))
    expect(Object.keys(words.errors)).toEqual(Object.keys(unitWords.vi.errors));
});
