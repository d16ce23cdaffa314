import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { auditLog, honours } from "../../db/schema.server";
import { pastWords } from "../../app/features/awards/past/messages";
import { paths } from "../../app/web/paths";
import { writeWorkbook } from "../../app/web/sheet.server";
import { makeActor, makeOrganization, makeUnit } from "../kit/makers";
import { signedIn } from "../kit/signed-in";
import { type Answer, type Browser, type Site, startSite } from "../kit/site";

const t = pastWords.vi;
let site: Site;
let organizer: Browser;
let focalPoint: Browser;
let unitId = "";

const roll = () => read.select().from(honours).orderBy(asc(honours.search), asc(honours.year));
const inRoll = async () => (await roll()).map(({ name, year }) => `${name} ${year}`);

beforeAll(async () => {
  site = await startSite();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  const made = await transact(async (tx) => {
    await makeOrganization(tx);
    const unit = await makeUnit(tx, { name: "Sở Y tế" });
    const other = await makeUnit(tx, { name: "Sở Tư pháp" });
    return {
      unit,
      organizer: await makeActor(tx, "organizer"),
      focalPoint: await makeActor(tx, "focal-point", { unit: other }),
    };
  });
  unitId = made.unit.id;
  organizer = await signedIn(site, made.organizer);
  focalPoint = await signedIn(site, made.focalPoint);
});

afterAll(async () => {
  await closeDatabase();
  await site.stop();
});

const entry = {
  ...{ name: "Nguyễn Thị Ẩn", position: "Chuyên viên", unitName: "Sở Y tế", year: "2023", form: "merit" },
  ...{ category: "Cá nhân tiêu biểu", kind: "individual", achievement: "Xây dựng kho dữ liệu mở" },
  ...{ decisionNumber: "12/QĐ-UBND", decidedOn: "05/10/2023" },
};

test("an award typed in badly comes back with all that was typed and what to mend, and nothing is entered", async () => {
  const said: [over: object, word: string | undefined][] = [
    [{ name: "" }, t.errors.required],
    [{ year: "hai nghìn" }, t.errors["bad-number"]],
    [{ year: "1900" }, t.errors["out-of-range"]],
    [{ decidedOn: "31/02/2023" }, t.errors["bad-day"]],
    [{ decidedOn: "01/01/2999" }, t.errors.future],
    [{ achievement: "a".repeat(301) }, t.errors["too-long"]],
  ];
  for (const [over, word] of said) {
    const { status, text } = await organizer.post(paths.honourNew, { ...entry, ...over });
    expect([over, status, text.includes(`${word}`), text.includes('value="12/QĐ-UBND"')]).toEqual([
      ...[over, 422, true, true],
    ]);
  }
  expect(await roll()).toEqual([]);
});

test("an award typed in is of the unit that bears the name; the same again is refused beside its name", async () => {
  const done = await organizer.post(paths.honourNew, entry);
  const [made] = await roll();
  expect([done.status, done.to]).toEqual([303, paths.honour(made?.id ?? "")]);
  expect(made).toMatchObject({ name: "Nguyễn Thị Ẩn", year: 2023, decidedOn: "2023-10-05", unitId, published: true });
  expect((await organizer.get(done.to)).text).toContain(t.added);
  const again = await organizer.post(paths.honourNew, { ...entry, name: "NGUYỄN THỊ ẨN" });
  expect([again.status, again.text.includes(`${t.errors.known}`)]).toEqual([409, true]);
  expect(await inRoll()).toEqual(["Nguyễn Thị Ẩn 2023"]);
});

const heads = ["Năm", "Hạng mục", "Hình thức", "Tên", "Đơn vị", "Thành tích", "Số quyết định", "Ngày quyết định"];
const row = (name: string, achievement: string, year = "2022") => [
  ...[year, "Xã, phường tiêu biểu", "Bằng khen", name, "", achievement, "7/QĐ-UBND", `03/10/${year}`],
];
const sheet = [
  heads,
  row("Xã Mường Hin", "Phổ cập kỹ năng số cho bà con vùng biên"),
  row("Phường Tây Hà", "xây dựng kho dữ liệu mở."),
  row("XÃ MƯỜNG HIN", "Cùng năm, cùng hạng mục"),
  row("Xã Gia Lộc", "Chợ số", "1900"),
  row("", "Không ghi tên"),
];
const pasted = (rows: string[][]) => rows.map((cells) => cells.join("\t")).join("\n");
/** What the page says of each row that was tried, in the order in which it shows them: its fate, and whether the deed is known. */
const fatesIn = ({ text }: Answer) =>
  (/<table[\s\S]*?<\/table>/.exec(text)?.[0] ?? "")
    .split("<tr")
    .slice(2)
    .map((line) => {
      const fate = Object.entries({ ...t.fates, ...t.faults }).find(([, word]) => line.includes(`>${word}<`))?.[0];
      return line.includes(t.sameDeed) ? `${fate}, same deed` : fate;
    });
const file = (bytes: Uint8Array | string, name: string) => {
  const form = new FormData();
  form.set("paste", "");
  form.set("file", new File([bytes as BlobPart], name));
  return form;
};

test("a file that is no sheet, nothing at all, and columns without a name are refused in words", async () => {
  const picture = new Uint8Array(readFileSync(join("public", "images", "organizer.png")));
  const wrong = pasted([
    ["Số", "Ngày", "Ghi chú"],
    ["1", "2", "3"],
  ]);
  const tried: [Answer, string | undefined][] = [
    [await organizer.send(paths.honourImport, file(picture, "danh-sach.xlsx")), t.errors["not-a-sheet"]],
    [await organizer.send(paths.honourImport, file("", "trong.csv")), t.errors["no-file"]],
    [await organizer.post(paths.honourImport, { paste: "" }), t.errors["no-file"]],
    [await organizer.post(paths.honourImport, { paste: wrong }), t.errors["no-headers"]],
    [await organizer.send(paths.honourImport, file(wrong, "sai-cot.tsv")), t.errors["no-headers"]],
  ];
  expect(tried.map(([{ status, text }, word]) => [status, word !== undefined && text.includes(word)])).toEqual(
    tried.map(() => [422, true]),
  );
  expect(await inRoll()).toEqual(["Nguyễn Thị Ẩn 2023"]);
});

test("a workbook is tried first: each row says what would become of it, twins are named, nothing is written", async () => {
  const columns = heads.map((header, at) => ({ key: `${at}`, header, width: 20, kind: "text" as const }));
  const rows = sheet.slice(1).map((cells) => Object.fromEntries(cells.map((cell, at) => [`${at}`, cell])));
  const bytes = await writeWorkbook({
    sheets: [{ name: "Khen thưởng", title: "DANH SÁCH KHEN THƯỞNG", columns, rows }],
  });
  const tried = await organizer.send(paths.honourImport, file(bytes, "khen-thuong-2022.xlsx"));
  expect(tried.status).toBe(200);
  expect(fatesIn(tried)).toEqual(["new", "new, same deed", "twice", "bad-year", "no-name"]);
  expect(tried.text).toContain(t.apply("2"));
  expect(await inRoll()).toEqual(["Nguyễn Thị Ẩn 2023"]);
});

test("what was tried is entered once; the same sheet again changes nothing and says so", async () => {
  const paste = pasted(sheet);
  const done = await organizer.post(paths.honourImport, { paste, do: "apply" });
  expect([done.status, done.to]).toEqual([303, paths.honours]);
  expect(await inRoll()).toEqual(["Nguyễn Thị Ẩn 2023", "Phường Tây Hà 2022", "Xã Mường Hin 2022"]);
  const before = [await roll(), (await read.select().from(auditLog)).length];
  const tried = await organizer.post(paths.honourImport, { paste });
  expect(fatesIn(tried)).toEqual(["known", "known", "known", "bad-year", "no-name"]);
  expect([tried.text.includes(t.nothingNew), tried.text.includes('value="apply"')]).toEqual([true, false]);
  const again = await organizer.post(paths.honourImport, { paste, do: "apply" });
  expect([again.status, again.text.includes(`${t.errors.nothing}`)]).toEqual([409, true]);
  expect([await roll(), (await read.select().from(auditLog)).length]).toEqual(before);
});

test("a unit's focal point neither enters nor imports, and another unit's award of an earlier year does not exist for them", async () => {
  const before = await roll();
  const asked = [
    await focalPoint.get(paths.honourNew),
    await focalPoint.post(paths.honourNew, { ...entry, name: "Lê Văn Cường" }),
    await focalPoint.get(paths.honourImport),
    await focalPoint.post(paths.honourImport, { paste: pasted([heads, row("Xã Kỳ Lâm", "")]), do: "apply" }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  const here = paths.honour(before[0]?.id ?? "");
  expect([(await organizer.get(here)).status, (await focalPoint.get(here)).status]).toEqual([200, 404]);
  expect((await focalPoint.post(here, { ...entry, name: "Lê Văn Cường", locale: "vi" })).status).toBe(404);
  expect((await site.browser().get(paths.honourImport)).to).toBe(
    `${paths.signIn}?next=${encodeURIComponent(paths.honourImport)}`,
  );
  expect(await roll()).toEqual(before);
});
