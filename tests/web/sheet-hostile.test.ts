import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSheet } from "~/web/sheet.server";
import { openDocument, textCell, workbook, zip } from "./zip";

const compound = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1000),
    ...streams.map((name) => Buffer.from(name, "utf16le")),
  ]);
const good = zip(workbook(`<row r="1">${textCell("A1", "An")}</row>`));
const sheet1 = "xl/worksheets/sheet1.xml";
const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&f;</t></si></sst>`;
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`).join("");

test("the smallest workbook reads, so that every refusal below has its own reason", async () => {
  expect(await readSheet(good, "x.xlsx")).toEqual({
    ok: true,
    kind: "xlsx",
    sheets: [{ name: "Sheet1", rows: [["An"]] }],
  });
});

test.each<[string, string, Uint8Array]>([
  ["an empty file", "not-a-sheet", Buffer.alloc(0)],
  ["nothing but blanks", "not-a-sheet", Buffer.from(" \r\n\r\n\t")],
  ["a programme under another name", "not-a-sheet", readFileSync(process.execPath).subarray(0, 100_000)],
  ["a Windows programme", "not-a-sheet", Buffer.concat([Buffer.from("MZ\x90\0"), Buffer.alloc(500, 7)])],
  ["a PDF", "not-a-sheet", Buffer.from("%PDF-1.7\n1 0 obj")],
  ["a picture", "not-a-sheet", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
  ["noise", "not-a-sheet", Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 251))],
  [
    "a Word document",
    "not-a-sheet",
    zip([
      { name: "[Content_Types].xml", data: "<x/>" },
      { name: "word/document.xml", data: "<x/>" },
    ]),
  ],
  ["an SVG", "not-a-sheet", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  [
    "an OpenDocument text",
    "not-a-sheet",
    zip([
      { name: "mimetype", data: "application/vnd.oasis.opendocument.text" },
      { name: "content.xml", data: "<office:document-content/>" },
    ]),
  ],
  ["a workbook of Excel 2003", "macro-or-old-format", compound("Workbook")],
  [
    "a web page saved as .xls",
    "macro-or-old-format",
    Buffer.from("\uFEFF<html><body><table><tr><td>An</td></tr></table>"),
  ],
  [
    "XML of Excel 2003",
    "macro-or-old-format",
    Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ],
  ["a workbook with macros", "macro-or-old-format", zip(workbook("", [{ name: "xl/vbaProject.bin", data: "x" }]))],
  ["a binary workbook", "macro-or-old-format", zip([{ name: "xl/workbook.bin", data: "x" }])],
  ["a workbook with a password", "encrypted", compound("EncryptionInfo", "EncryptedPackage")],
  [
    "an OpenDocument sheet with a password",
    "encrypted",
    zip(openDocument("", [{ name: "META-INF/manifest.xml", data: "<manifest:encryption-data/>" }])),
  ],
  ["a zip with a password", "encrypted", zip(workbook("", [{ name: sheet1, data: "x", claims: { flags: 1 } }]))],
  ["a workbook cut short", "damaged", good.subarray(0, good.length - 30)],
  ["a workbook with a hole", "damaged", Buffer.concat([good.subarray(0, 200), Buffer.alloc(20), good.subarray(220)])],
  [
    "a checksum that does not fit",
    "damaged",
    zip(workbook("", [{ name: sheet1, data: "<worksheet/>", claims: { crc: 1 } }])),
  ],
  ["two entries of one name", "damaged", zip([...workbook(""), { name: sheet1, data: "<worksheet/>" }])],
  ["an entry that climbs out", "damaged", zip([...workbook(""), { name: "../../etc/cron.d/x", data: "x" }])],
  ["a thousand laughs", "damaged", zip(workbook("", [{ name: sheet1, data: laughs }]))],
  ["an entity that reads a file", "damaged", zip(workbook("", [{ name: "xl/sharedStrings.xml", data: outside }]))],
  ["a sheet that is no XML", "damaged", zip(workbook("", [{ name: "xl/workbook.xml", data: "\0\x01\x02" }]))],
  ["more than ten megabytes", "too-large", Buffer.alloc(10 * 1024 * 1024 + 1, "a")],
  [
    "thousands of entries",
    "too-large",
    zip([...workbook(""), ...Array.from({ length: 3000 }, (_, n) => ({ name: `xl/media/${n}.png`, data: "" }))]),
  ],
  ["a header of a million columns", "too-large", Buffer.from(`${"a,".repeat(1_000_000)}a\n`)],
  ["sixty-one columns", "too-large", Buffer.from(`${"a,".repeat(60)}a\n${"1,".repeat(60)}1\n`)],
  ["a cell in the last column of Excel", "too-large", zip(workbook(`<row r="1"><c r="XFD1"><v>1</v></c></row>`))],
  [
    "a cell in the last row of Excel",
    "too-many-rows",
    zip(workbook(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`)),
  ],
  ["too many rows", "too-many-rows", zip(workbook(many(20_101)))],
  ["too many lines", "too-many-rows", Buffer.from("a,b\n".repeat(30_000))],
])(
  "%s is refused: %s",
  async (_, reason, bytes) => {
    expect(await readSheet(bytes, "danh-sach.xlsx")).toEqual({ ok: false, reason });
  },
  20_000,
);

/** How far the memory of the whole process rose while the work ran, in megabytes. */
async function memoryOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let top = before;
  const watch = setInterval(() => {
    top = Math.max(top, process.memoryUsage().rss);
  }, 5);
  await work();
  clearInterval(watch);
  return (Math.max(top, process.memoryUsage().rss) - before) / 1e6;
}

const zeros = (megabytes: number) => `<!--${"0".repeat(megabytes * 1024 * 1024)}-->`;
const zipInZip = (depth: number): Buffer =>
  depth === 0
    ? zip([{ name: "0.dll", data: zeros(4) }])
    : zip(Array.from({ length: 4 }, (_, n) => ({ name: `lib ${n}.zip`, data: zipInZip(depth - 1) })));

// Seconds of the processor, not of the clock: other tests run beside this one.
test.each<[string, string, () => Buffer]>([
  ["a bomb that says how big it is", "too-large", () => zip(workbook("", [{ name: sheet1, data: zeros(120) }]))],
  [
    "a bomb that says it is small",
    "too-large",
    () => zip(workbook("", [{ name: sheet1, data: zeros(120), claims: { size: 10_240 } }])),
  ],
  [
    "a bomb beside the sheet",
    "too-large",
    () => zip(workbook("", [{ name: "xl/media/image1.png", data: zeros(120) }])),
  ],
  [
    "a claim of four gigabytes",
    "too-large",
    () => zip(workbook("", [{ name: sheet1, data: "<worksheet/>", claims: { size: 0xfffffffe } }])),
  ],
  ["zips within zips", "not-a-sheet", () => zipInZip(3)],
])(
  "%s is refused within a second and without memory",
  async (_, reason, make) => {
    const bytes = make();
    const began = process.cpuUsage();
    let answer: unknown;
    const rise = await memoryOf(async () => {
      answer = await readSheet(bytes, "x.xlsx");
    });
    expect(answer).toEqual({ ok: false, reason });
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6).toBeLessThan(1);
    expect(rise).toBeLessThan(150);
  },
  30_000,
);

test("a million shared strings are counted before they are read", async () => {
  const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${"<si><t>a</t></si>".repeat(1_000_000)}</sst>`;
  const bytes = zip(
    workbook(`<row r="1">${textCell("A1", "An")}</row>`, [{ name: "xl/sharedStrings.xml", data: strings }]),
  );
  expect(await readSheet(bytes, "x.xlsx")).toEqual({ ok: false, reason: "too-many-rows" });
}, 30_000);

test("rows and cells repeated without end are counted before they are unrolled", async () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="9999" office:value-type="string"><text:p>a</text:p></table:table-cell>';
  const rows = (count: number) =>
    zip(openDocument(`<table:table-row table:number-rows-repeated="${count}">${cell}</table:table-row>`.repeat(500)));
  expect(await readSheet(rows(999_999), "x.ods")).toEqual({ ok: false, reason: "too-many-rows" });
  expect(await readSheet(rows(1), "x.ods")).toEqual({ ok: false, reason: "too-large" });
}, 30_000);

test("strange text is kept as text: a long name, emoji, marks of direction, zeros", async () => {
  const long = "Nguyễn ".repeat(1500).trim();
  const read = await readSheet(
    Buffer.from(`Họ tên,Email\n${long},a@x.vn\n😀 An,b@x.vn\n\u202Eevil\u202C,c@x.vn\nB\0ình,d@x.vn\n`),
    "x.csv",
  );
  expect(read).toMatchObject({
    ok: true,
    sheets: [
      {
        rows: [
          ["Họ tên", "Email"],
          [long, "a@x.vn"],
          ["😀 An", "b@x.vn"],
          ["\u202Eevil\u202C", "c@x.vn"],
          ["Bình", "d@x.vn"],
        ],
      },
    ],
  });
});

test("files wait in line and one that fails does not hold up the others", async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      readSheet(n % 2 ? good : zip(workbook("", [{ name: sheet1, data: laughs }])), "x"),
    ),
  );
  expect(answers.map((answer) => answer.ok)).toEqual([false, true, false, true, false, true]);
}, 30_000);
