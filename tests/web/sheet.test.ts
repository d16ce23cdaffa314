import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheet, sheetLimits, writeCsv, writeWorkbook } from "~/web/sheet.server";
import { openDocument, textCell, workbook, zip } from "./zip";

const vietnamese = "Họ và tên;Email\r\nNguyễn Đức Thủy;thuy@x.vn\r\n";
const list = [
  ["Họ và tên", "Email"],
  ["Nguyễn Đức Thủy", "thuy@x.vn"],
];

/** Windows-1258 as Excel writes it: a letter with its hat or horn, then the tone as a sign of its own. */
function in1258(text: string): Buffer {
  const decoder = new TextDecoder("windows-1258");
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const [base = "", ...marks] = letter.normalize("NFD");
    const tones = marks.filter((mark) => "\u0300\u0301\u0303\u0309\u0323".includes(mark));
    const bare = [base, ...marks.filter((mark) => !tones.includes(mark))].join("").normalize("NFC");
    for (const sign of codes.has(letter) ? [letter] : [bare, ...tones]) bytes.push(codes.get(sign) as number);
  }
  return Buffer.from(bytes);
}

const swapped = (text: string) => Buffer.from(text, "utf16le").swap16();

test.each([
  ["UTF-8", Buffer.from(vietnamese)],
  ["UTF-8 with its mark", Buffer.from(`\uFEFF${vietnamese}`)],
  ["UTF-8, decomposed", Buffer.from(vietnamese.normalize("NFD"))],
  ["UTF-16LE with its mark", Buffer.from(`\uFEFF${vietnamese}`, "utf16le")],
  ["UTF-16LE without", Buffer.from(vietnamese, "utf16le")],
  ["UTF-16BE with its mark", swapped(`\uFEFF${vietnamese}`)],
  ["UTF-16BE without", swapped(vietnamese)],
  ["Windows-1258", in1258(vietnamese)],
])("a list in %s reads the same", async (_, bytes) => {
  expect(await readSheet(bytes, "danh-sach.csv")).toEqual({
    ok: true,
    kind: "csv",
    sheets: [{ name: "", rows: list }],
  });
});

test("a western list is not taken for Vietnamese", async () => {
  const read = await readSheet(Buffer.from("Name;Ort\nJosé Núñez Ìñigo;Ðúrì\n", "latin1"), "x.csv");
  expect(read).toMatchObject({
    sheets: [
      {
        rows: [
          ["Name", "Ort"],
          ["José Núñez Ìñigo", "Ðúrì"],
        ],
      },
    ],
  });
});

test.each([
  ["commas", "csv", "a,b,c\n1,2,3\n"],
  ["semicolons", "csv", "a;b;c\n1;2;3\n"],
  ["tabs", "tsv", "a\tb\tc\n1\t2\t3\n"],
  ["bars", "csv", "a|b|c\r1|2|3"],
  ["semicolons under a title with commas", "csv", '"a";b;c\n1;2;3\n"x, y, z";;\n"u, v, w";;'],
])("cells are split at %s", async (_, kind, text) => {
  expect(await readSheet(Buffer.from(text), "x")).toMatchObject({
    ok: true,
    kind,
    sheets: [
      {
        rows: expect.arrayContaining([
          ["a", "b", "c"],
          ["1", "2", "3"],
        ]),
      },
    ],
  });
});

test("quotes hold line breaks, quotes and separators; row numbers stay those of the file", async () => {
  const read = await readSheet(Buffer.from('sep=;\n\n"Anh ""Ba""; B";"dòng 1\r\ndòng 2"\n;x;;\n'), "x");
  expect(read).toEqual({
    ok: true,
    kind: "csv",
    sheets: [{ name: "", rows: [[], [], ['Anh "Ba"; B', "dòng 1\r\ndòng 2"], ["", "x"]] }],
  });
});

test("a quote that never closes costs nothing but itself", async () => {
  const read = await readSheet(Buffer.from('a;b\n"An;1\nBình;2\n'), "x");
  expect(read).toMatchObject({
    sheets: [
      {
        rows: [
          ["a", "b"],
          ['"An', "1"],
          ["Bình", "2"],
        ],
      },
    ],
  });
});

test("what we write is what we read, whatever cells begin with", async () => {
  const cell = fc.oneof(
    fc
      .tuple(
        fc.constantFrom("", "'", "''"),
        fc.constantFrom("=", "+", "-", "@", "\t", "|", "＝", ',"=', '"'),
        fc.string(),
      )
      .map((parts) => parts.join("")),
    fc.string({ unit: "grapheme" }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), async (cells) => {
      const clean = cells.map((text) =>
        `x${text}`
          .normalize("NFC")
          .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, "")
          .slice(1),
      );
      const csv = writeCsv([["head", "end"], ...clean.map((text) => [text, "end"])]);
      const read = await readSheet(Buffer.from(csv), "x.csv");
      expect(read).toEqual({
        ok: true,
        kind: "csv",
        sheets: [{ name: "", rows: [["head", "end"], ...clean.map((text) => [text, "end"])] }],
      });
    }),
    { numRuns: 25 },
  );
}, 30_000);

test("no cell of a CSV starts a formula, numbers stay numbers", () => {
  expect(writeCsv([["=1+1", "+84914", "-x", "@A1", "＝1", "'=1", -5, 'say "hi"', null, " a"]])).toBe(
    '\uFEFF\'=1+1,\'+84914,\'-x,\'@A1,\'＝1,\'\'=1,-5,"say ""hi""",," a"\r\n',
  );
});

test("cells of a workbook read as the office sees them", async () => {
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="170" formatCode="0000000000"/><numFmt numFmtId="171" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="171"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="11"/></cellXfs></styleSheet>`;
  const cells = [
    `<c r="A1"><v>914501701</v></c><c r="B1" s="4"><v>914501701</v></c><c r="C1" s="5"><v>84914501701</v></c><c r="D1"><v>2.5</v></c>`,
    `<c r="A2" s="1"><v>45940</v></c><c r="B2" s="2"><v>45940.3333333333</v></c><c r="C2" s="3"><v>0.8351</v></c><c r="D2" t="b"><v>1</v></c>`,
    `<c r="A3" t="str"><f>HYPERLINK("http://x.invalid","bấm vào đây")</f><v>bấm vào đây</v></c>${textCell("B3", "Th\u0075\u0309y &amp; Đức")}<c r="C3"><f>1+1</f><v>2</v></c>`,
  ].map((row, n) => `<row r="${n + 1}">${row}</row>`);
  const read = await readSheet(zip(workbook(cells.join(""), [{ name: "xl/styles.xml", data: styles }])), "x.xlsx");
  expect(read).toEqual({
    ok: true,
    kind: "xlsx",
    sheets: [
      {
        name: "Sheet1",
        rows: [
          ["914501701", "0914501701", "84914501701", "2,5"],
          ["10/10/2025", "10/10/2025 08:00", "83,51%", "TRUE"],
          ["bấm vào đây", "Thủy & Đức", "2"],
        ],
      },
    ],
  });
});

test("a point merged beside its people speaks for each row; coloured empty rows and columns are no rows", async () => {
  const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2">${textCell("A2", "Xã Gia Lộc")}${textCell("B2", "An")}<c r="XFD2" s="1"/></row><row r="3">${textCell("B3", "Bình")}</row><row r="1048576" s="1"><c r="A1048576" s="1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`;
  const read = await readSheet(zip(workbook("", [{ name: "xl/worksheets/sheet1.xml", data: sheet }])), "x.xlsx");
  expect(read).toMatchObject({ ok: true, sheets: [{ rows: [[], ["Xã Gia Lộc", "An"], ["Xã Gia Lộc", "Bình"]] }] });
});

test("an OpenDocument sheet keeps its repeated header rows and does not unroll emptiness", async () => {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const rows = `<table:table-header-rows><table:table-row>${cell("Họ tên")}${cell("Email")}<table:table-cell table:style-name="ce1" table:number-columns-repeated="16382"/></table:table-row></table:table-header-rows><table:table-row>${cell("An")}<table:table-cell office:value-type="string"><text:p><text:a>a@x.vn</text:a></text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/></table:table-row>`;
  expect(await readSheet(zip(openDocument(rows)), "x.ods")).toEqual({
    ok: true,
    kind: "ods",
    sheets: [
      {
        name: "Trang",
        rows: [
          ["Họ tên", "Email"],
          ["An", "a@x.vn"],
        ],
      },
    ],
  });
});

test("a workbook we write holds text as text, days as days, and reads back", async () => {
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: "Đại biểu: 'Bến Lam' / 1?",
        title: "DANH SÁCH ĐẠI BIỂU",
        rtl: true,
        columns: [
          { key: "name", header: "Họ và tên", width: 28, kind: "text" },
          { key: "seats", header: "Số chỗ", width: 10, kind: "int" },
          { key: "share", header: "Tỷ lệ", width: 10, kind: "percent" },
          { key: "day", header: "Ngày", width: 12, kind: "date" },
          { key: "at", header: "Lúc", width: 18, kind: "moment" },
        ],
        rows: [
          {
            name: "=HYPERLINK(1)",
            seats: 1633840,
            share: 0.8351,
            day: "2025-10-10",
            at: new Date("2025-10-09T17:30:00Z"),
          },
          { name: "_x0041_ \uD800 😀 <b> & +84914", at: null },
          { name: "a".repeat(40_000) },
        ],
      },
      { name: "Đại biểu- 'Bến Lam'", columns: [{ key: "a", header: "A", width: 5, kind: "text" }], rows: [] },
    ],
  });
  expect(await readSheet(bytes, "x.xlsx")).toEqual({
    ok: true,
    kind: "xlsx",
    sheets: [
      {
        name: "Đại biểu  'Bến Lam'   1",
        rows: [
          ["DANH SÁCH ĐẠI BIỂU"],
          [],
          ["Họ và tên", "Số chỗ", "Tỷ lệ", "Ngày", "Lúc"],
          ["=HYPERLINK(1)", "1.633.840", "83,51%", "10/10/2025", "10/10/2025 00:30"],
          ["_x0041_ \uFFFD 😀 <b> & +84914"],
          ["a".repeat(32_767)],
        ],
      },
      { name: "Đại biểu- 'Bến Lam", rows: [["A"]] },
    ],
  });
  const { readXlsx } = await import("hucre");
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
  expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  expect(sheet).toMatchObject({
    view: { rightToLeft: true },
    freezePane: { rows: 3 },
    autoFilter: { range: "A3:E6" },
    pageSetup: { paperSize: "a4", fitToWidth: 1, fitToHeight: 0 },
  });
});

test("a full list of 20,000 people is read within the time allowed", async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => [
    String(n + 1),
    `Nguyễn Văn ${n}`,
    "Chuyên viên",
    "Phường Bến Lam",
    `n${n}@x.vn`,
    "0914 501 701",
  ]);
  const read = await readSheet(Buffer.from(writeCsv(rows)), "x.csv");
  expect(read.ok && read.sheets[0]?.rows.length).toBe(20_000);
  const columns = ["a", "b", "c", "d", "e", "f"].map((key) => ({ key, header: key, width: 10, kind: "text" as const }));
  const bytes = await writeWorkbook({
    sheets: [
      { name: "DS", columns, rows: rows.map((row) => Object.fromEntries(columns.map(({ key }, n) => [key, row[n]]))) },
    ],
  });
  const began = performance.now();
  const book = await readSheet(bytes, "x.xlsx");
  expect(book.ok && book.sheets[0]?.rows.length).toBe(20_001);
  expect(performance.now() - began).toBeLessThan(sheetLimits.milliseconds);
}, 60_000);
