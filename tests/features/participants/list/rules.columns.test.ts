import { expect, test } from "vitest";
import { guessColumns } from "~/features/participants/list/columns.rules";
import { findHeader, pickList } from "~/features/participants/list/header.rules";

test.each<[string, string[], Record<string, number>]>([
  [
    "an office list",
    ["STT", "Họ và tên", "Chức vụ", "Cơ quan, đơn vị", "Thư điện tử", "Số điện thoại", "Điểm cầu", "Ghi chú"],
    { name: 1, position: 2, unit: 3, email: 4, phone: 5, point: 6, note: 7 },
  ],
  [
    "one column for unit and point",
    ["Họ và tên", "Chức vụ", "Đơn vị / Điểm cầu", "Email", "Điện thoại"],
    { name: 0, position: 1, unit: 2, point: 2, email: 3, phone: 4 },
  ],
  [
    "English",
    ["No.", "Full name", "Position", "Organization", "E-mail address", "Phone number", "Venue", "Notes", "Language"],
    { name: 1, position: 2, unit: 3, email: 4, phone: 5, point: 6, note: 7, language: 8 },
  ],
  [
    "the name in two columns",
    ["TT", "Họ và tên đệm", "Tên", "Chức danh", "Hộp thư", "SĐT"],
    { name: 1, given: 2, position: 3, phone: 5 },
  ],
  ["only Tên", ["Tên", "Email"], { name: 0, email: 1 }],
  [
    "capitals, line breaks and stars",
    ["HỌ TÊN\nĐẠI BIỂU (*)", "CHỨC VỤ,\nĐƠN VỊ CÔNG TÁC", "ĐỊA CHỈ EMAIL", "ĐIỆN THOẠI DI ĐỘNG"],
    { name: 0, position: 1, email: 2, phone: 3 },
  ],
  ["columns nobody needs", ["Họ và tên", "Ngày sinh", "Số CCCD", "Giới tính", "Dân tộc"], { name: 0 }],
])("%s", (_, header, mapping) => {
  expect(guessColumns(header).mapping).toEqual(mapping);
});

test("what the words leave open, the cells below tell", () => {
  const rows = [
    ["a", "Lê Thị An", "an@x.vn", "0914501701"],
    ["b", "Trần Bá", "ba@x.vn", ""],
    ["c", "Vũ Cao", "", "0914501702"],
  ];
  expect(guessColumns(["Mã", "Thông tin", "Liên lạc", "Khác"], rows).mapping).toEqual({ email: 2, phone: 3, name: 1 });
});

const office = [
  ["ỦY BAN NHÂN DÂN TỈNH LAM GIANG", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
  [],
  ["DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ"],
  ["STT", "Họ và tên", "Chức vụ", "Thông tin liên hệ", ""],
  ["", "", "", "Email", "Điện thoại"],
  ["(1)", "(2)", "(3)", "(4)", "(5)"],
  ["I", "PHƯỜNG BẾN LAM (2 đại biểu)"],
  ["1", "Lê An", "Bí thư", "an@x.vn", "0914501701"],
  ["2", "Tống Văn Cộng", "", "", ""],
  ["STT", "Họ và tên", "Chức vụ", "Email", "Điện thoại"],
  ["II. XÃ GIA LỘC"],
  ["3", "Lê Ba", "Chủ tịch", "ba@x.vn", ""],
  ["", "Phương Thị Xa"],
  [],
  ["", "Tổng cộng: 4 đại biểu"],
  ["", "", "", "Lam Giang, ngày 10 tháng 9 năm 2025"],
  ["NGƯỜI LẬP BIỂU", "", "", "TM. ỦY BAN NHÂN DÂN"],
  ["Trần Thị Lập", "", "", "Nguyễn Văn Ký"],
];

test("a list is found under its titles and over its signatures, with the points its rows stand under", () => {
  const list = findHeader(office);
  expect(list?.header).toEqual(["STT", "Họ và tên", "Chức vụ", "Email", "Điện thoại"]);
  expect(list?.headerRow).toBe(4);
  expect(list?.body.map(({ row, cells, group }) => [row, cells[1], group])).toEqual([
    [8, "Lê An", "PHƯỜNG BẾN LAM"],
    [9, "Tống Văn Cộng", "PHƯỜNG BẾN LAM"],
    [12, "Lê Ba", "XÃ GIA LỘC"],
    [13, "Phương Thị Xa", "XÃ GIA LỘC"],
  ]);
  expect(list?.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual([
    "1 title",
    "2 title",
    "3 title",
    "4 header",
    "5 header",
    "6 numbering",
    "7 group",
    "10 header",
    "11 group",
    "14 blank",
    "15 total",
    "16 signature",
    "17 signature",
    "18 signature",
  ]);
});

test("of several sheets the one with the list is taken, with or without a header", () => {
  const notes = { name: "Ghi chú", rows: [["Sheet này chỉ để ghi chú"], ["Liên hệ: Lê An"]] };
  const codes = {
    name: "Danh mục",
    rows: [
      ["Mã", "Đơn vị"],
      ["01", "Bến Lam"],
    ],
  };
  expect(pickList([notes, codes, { name: "DS", rows: office }])).toMatchObject({
    sheet: 2,
    mapping: { name: 1, position: 2, email: 3, phone: 4 },
  });
  expect(
    pickList([
      notes,
      {
        name: "trần",
        rows: [
          ["1", "Lê An", "an@x.vn"],
          ["2", "Trần Ba", "ba@x.vn"],
        ],
      },
    ]),
  ).toMatchObject({
    sheet: 1,
    list: { header: [], headerRow: 0, body: [{ row: 1 }, { row: 2 }] },
    mapping: { name: 1, email: 2 },
  });
  expect(pickList([notes, codes])).toBeNull();
  expect(pickList([{ name: "", rows: [] }])).toBeNull();
});

test("a list of nothing but names is a list", () => {
  expect(findHeader([["Họ và tên"], ["Lê An"], ["Trần Ba"]])?.body.map(({ cells }) => cells[0])).toEqual([
    "Lê An",
    "Trần Ba",
  ]);
});
