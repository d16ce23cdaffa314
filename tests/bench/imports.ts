import { join } from "node:path";
import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { like } from "drizzle-orm";
import { type ImportPlan, planImport } from "../../app/features/participants/list/rules";
import { takeOverList } from "../../app/features/participants/writes.server";
import { newGuestRow } from "../../app/features/participants/row.writes.server";
import { transact } from "../../db/client.server";
import { participants } from "../../db/schema.server";
import { atMost, cpuOf, type Figure, inTurn, median, shown, size } from "./kit";
import { makeProvince, type Province } from "./province";

const count = size(100_000, 25_000);
const MB = 2 ** 20;

/** P10: a long list taken over, beside the same rows through one raw prepared statement; and what planning it costs. */
export async function imports(): Promise<Figure[]> {
  const province = await makeProvince();
  try {
    return await measured(province);
  } finally {
    await province.remove();
  }
}

const family = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split(" ");
const middle = "Thị Văn Đức Minh Thuỳ Quốc Ánh Hữu Thanh Ngọc Xuân Kim Hồng".split(" ");
const given =
  "An Anh Bảo Bình Châu Chi Cường Dũng Dương Đạt Giang Hà Hải Hạnh Hiếu Hoa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Phúc Quân Quỳnh Sơn Tâm Thảo Tuyết Vinh Vy Yến".split(
    " ",
  );
/** Some 7,000 names, so that namesakes are about as rare as in a province. */
const nameOf = (i: number) =>
  [family[i % 16], middle[Math.floor(i / 16) % 13], given[Math.floor(i / 208) % 35]].join(" ");

/** A workbook's rows of that many different people at the event's points. */
function sheet(places: number): string[][] {
  const rows = [["Họ và tên", "Chức vụ", "Đơn vị", "Điểm cầu", "Email", "Điện thoại"]];
  for (let i = 0; i < count; i += 1)
    rows.push([
      nameOf(i),
      i % 3 === 0 ? "Trưởng phòng" : "Chuyên viên",
      "Sở Khoa học và Công nghệ",
      `Điểm cầu phường ${1 + (i % (places - 1))}`,
      `guest${i}@lamgiang.example`,
      `09${String(10_000_000 + i)}`,
    ]);
  return rows;
}

const mapping = { name: 0, position: 1, unit: 2, point: 3, email: 4, phone: 5 };

async function measured({ file, event, pointIds, organizer }: Province): Promise<Figure[]> {
  const now = new Date();
  const points = pointIds.map((id, i) => ({ id, name: i === 0 ? "Điểm cầu chính" : `Điểm cầu phường ${i}` }));
  globalThis.gc?.();
  const base = process.memoryUsage.rss();
  let plan = {} as ImportPlan;
  const planning = await cpuOf(() => {
    plan = planImport({ rows: sheet(points.length), mapping, known: [], points, pointOf: {} });
  });
  const takeOver = async () => {
    const asked = { eventId: event.id, importId: "bench", plan, unitOf: () => null, actor: organizer, now };
    const done = await transact((tx) => takeOverList(tx, asked));
    // Two door codes alike, of 10^12, would leave one person out.
    if (!done.ok || done.added < count - 3) throw new Error(`The list was not taken over: ${JSON.stringify(done)}`);
  };
  const forget = () =>
    transact(async (tx) => {
      await tx.delete(participants).where(like(participants.identity, "guest%"));
    });

  // Memory before the rounds: they would run in a heap that has grown already.
  await takeOver();
  const grown = process.resourceUsage().maxRSS * 1024 - base;
  await forget();

  const ours = async () => {
    const spent = await cpuOf(takeOver);
    await forget();
    return spent;
  };
  const makeRows = () =>
    plan.rows.map(({ person }) =>
      newGuestRow(event.id, { ...person, organization: person.unit, unitId: null, locale: "vi" }, { now }),
    );
  const making: number[] = [];
  const theirs = async () => {
    let rows: Record<string, unknown>[] = [];
    making.push(await cpuOf(() => (rows = makeRows())));
    return (making.at(-1) as number) + (await rawInserts(file, rows));
  };
  const got = await inTurn(size(2, 1), ours, theirs);
  const beside = (what: string, spent: number): Figure => ({
    name: "P10",
    what,
    ours: shown(spent),
    reference: shown(got.theirs),
    ratio: spent / got.theirs,
    target: null,
  });
  return [
    {
      ...beside(`CPU to take over a list of ${count}, beside making the same rows and raw prepared inserts`, got.ours),
      ratio: got.ratio,
      target: atMost(1.5),
    },
    beside("… on both sides, making ids, door codes and the keys for search and order", median(making)),
    beside("CPU to plan it first: every cell checked, everybody compared", planning),
    {
      name: "P10",
      what: "Memory that reading, planning and taking over grow by",
      ours: `${Math.round(grown / MB)} MB`,
      reference: "250 MB",
      ratio: grown / MB / 250,
      target: atMost(1),
    },
  ];
}

/** The same rows into a copy of the file, whose tables and indexes are the same. Returns CPU seconds. */
async function rawInserts(file: string, rows: Record<string, unknown>[]): Promise<number> {
  const copy = join(`${file}.raw`);
  rmSync(copy, { force: true });
  const source = new Database(file, { readonly: true });
  source.prepare("VACUUM INTO ?").run(copy);
  source.close();
  const db = new Database(copy);
  db.pragma("synchronous = FULL");
  db.pragma("journal_mode = WAL");
  db.pragma("foreign_keys = ON");
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names = Object.keys(rows[0] ?? {});
  const insert = db.prepare(
    `insert into participants (${names.map(snake).join(", ")}) values (${names.map(() => "?").join(", ")}) on conflict do nothing`,
  );
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  const spent = await cpuOf(() =>
    db.transaction(() => {
      for (const row of rows) insert.run(names.map((name) => plain(row[name])));
    })(),
  );
  db.close();
  rmSync(copy, { force: true });
  return spent;
}
