import { fold } from "../../app/web/text";

const families = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Hoàng",
  "Phan",
  "Vũ",
  "Võ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Hồ",
  "Ngô",
  "Dương",
  "Lý",
  "Cao",
  "Đinh",
  "Lương",
];
const menMiddles = ["Văn", "Đức", "Minh", "Quốc", "Hữu", "Xuân", "Thế", "Công", "Anh", "Trọng"];
const womenMiddles = ["Thị", "Thị Thu", "Thị Ngọc", "Thanh", "Thị Hồng", "Kim", "Thùy", "Thị Bích"];
const menNames = [
  "An",
  "Bình",
  "Cường",
  "Dũng",
  "Đạt",
  "Giang",
  "Hải",
  "Hùng",
  "Khánh",
  "Long",
  "Nam",
  "Phong",
  "Quân",
  "Sơn",
  "Thắng",
  "Trung",
  "Tuấn",
  "Việt",
  "Vinh",
  "Đông",
];
const womenNames = [
  "Ánh",
  "Chi",
  "Dung",
  "Hà",
  "Hạnh",
  "Hiền",
  "Hoa",
  "Hương",
  "Lan",
  "Liên",
  "Mai",
  "Nga",
  "Nhung",
  "Oanh",
  "Phương",
  "Quyên",
  "Thảo",
  "Thủy",
  "Trang",
  "Yến",
];

export interface SeedPerson {
  name: string;
  email: string;
}

/** An endless row of believable people, always the same and no two alike; none of them is anybody. */
export function* peopleOfProvince(): Generator<SeedPerson, never> {
  const used = new Set<string>();
  for (let i = 0; ; i += 1) {
    const woman = i % 5 < 2;
    const pick = <T>(list: T[], step: number): T => list[(i * step + Math.floor(i / list.length)) % list.length] as T;
    const name = [
      pick(families, 7),
      pick(woman ? womenMiddles : menMiddles, 3),
      pick(woman ? womenNames : menNames, 11),
    ].join(" ");
    if (used.has(name)) continue;
    used.add(name);
    yield { name, email: mailOf(name, used) };
  }
}

/** "Nguyễn Thị Thu Hà" → ha.ntt@lamgiang.example, with a number when somebody has it. */
function mailOf(name: string, used: Set<string>): string {
  const words = fold(name).split(" ");
  const base = `${words.at(-1)}.${words
    .slice(0, -1)
    .map((word) => word[0])
    .join("")}`;
  for (let n = 1; ; n += 1) {
    const address = `${base}${n === 1 ? "" : n}@lamgiang.example`;
    if (used.has(address)) continue;
    used.add(address);
    return address;
  }
}
