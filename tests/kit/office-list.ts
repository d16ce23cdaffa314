import { existsSync, readFileSync } from "node:fs";
import { attendance } from "../../db/seed/attendance";
import { writeWorkbook } from "../../app/web/sheet.server";

const real = "../shared/data/lists";

/** What is wrong with the office's list, and how often. */
export interface ListFacts {
  people: number;
  office_rows: number;
  points: number;
  faults: {
    blank_email: number;
    bad_email: number;
    dup_same_point: number;
    dup_two_points: number;
    two_emails: number;
  };
}

/** A workbook as an office sends it, with the faults that such lists have, and their count. */
export async function officeList(): Promise<{ name: string; bytes: Buffer; facts: ListFacts }> {
  const name = "delegates-office.xlsx";
  if (!existsSync(`${real}/${name}`)) return { name, ...(await madeList()) };
  const facts = JSON.parse(readFileSync(`${real}/delegates-facts.json`, "utf8")) as ListFacts;
  return { name, bytes: readFileSync(`${real}/${name}`), facts };
}

/** The names of the main venue and of the 21 points, as the lists write them. */
export const pointNames = attendance.map(([name]) => name);

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô"];
const middles = ["Văn", "Thị Thu", "Đức", "Thanh", "Minh", "Hồng", "Quốc"];
const given = ["An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải"];

/** Stands in for the real list where that is not at hand: as many people, and each fault as often. */
async function madeList() {
  const faults = { blank_email: 3, bad_email: 5, dup_same_point: 4, dup_two_points: 6, two_emails: 4 };
  const facts = { people: 486, office_rows: 496, points: pointNames.length, faults };
  const people = Array.from({ length: facts.people }, (_, n) => ({
    name: `${families[n % 11]} ${middles[Math.floor(n / 11) % 7]} ${given[Math.floor(n / 77) % 7]}`,
    position: "Chuyên viên",
    point: pointNames[n % pointNames.length] as string,
    email: `dai.bieu.${n + 1}@lamgiang.example`,
    phone: `09145${String(10_000 + n)}`,
  }));
  const rows = people.map((person, n) => {
    if (n < 3) return { ...person, email: "" };
    if (n < 8) return { ...person, email: `dai.bieu.${n}(at)lamgiang` };
    if (n < 12) return { ...person, email: `${person.email}; rieng.${n}@lamgiang.example` };
    return n < 36 ? { ...person, name: person.name.toUpperCase(), email: person.email.toUpperCase() } : person;
  });
  const again = people.slice(100, 104);
  const elsewhere = people
    .slice(200, 206)
    .map((person, n) => ({ ...person, point: pointNames[(n + 205) % 22] as string }));
  const column = (key: string, header: string, width: number) => ({ key, header, width, kind: "text" as const });
  const columns = [
    column("name", "Họ và tên", 28),
    column("position", "Chức vụ", 20),
    column("point", "Đơn vị / Điểm cầu", 28),
    column("email", "Email", 36),
    column("phone", "Điện thoại", 16),
  ];
  const sheet = { name: "Danh sách", title: "DANH SÁCH ĐẠI BIỂU", columns, rows: [...rows, ...again, ...elsewhere] };
  return { bytes: Buffer.from(await writeWorkbook({ sheets: [sheet] })), facts };
}
