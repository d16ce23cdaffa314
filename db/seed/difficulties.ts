import { and, eq } from "drizzle-orm";
import type { Actor } from "../../app/features/accounts/rules";
import type { DifficultyCategory } from "../../app/features/difficulties/rules";
import { dropDifficulty, proposeDifficulty, solveDifficulty } from "../../app/features/difficulties/writes.server";
import { addConclusions } from "../../app/features/tasks/conclusions/writes.server";
import { transact, type Tx } from "../client.server";
import { conclusions, tasks } from "../schema.server";
import type { StoryCalendar } from "./calendar";
import type { SeedCampaigns } from "./campaigns";
import type { SeedUnits } from "./units";

interface Told {
  title: string;
  category: DifficultyCategory;
  proposer: string;
  resolver: string | null;
  detail?: string;
  gap?: string;
  /** The code of the task it concerns. */
  task?: string;
  blocks?: boolean;
  due?: string;
  ends?: { how: "solved" | "dropped"; day: string; word: string };
}

/** The eleven difficulties that the province's reports name. */
const told: Told[] = [
  {
    title: "Một số đơn vị chưa tập trung chỉ đạo chuyển đổi số",
    ...{ category: "awareness", proposer: "SKHCN", resolver: "SNV", due: "2025-12-15" },
    detail: "Còn coi chuyển đổi số là việc của bộ phận công nghệ thông tin; người đứng đầu chưa trực tiếp chỉ đạo.",
  },
  {
    title: "Số doanh nghiệp công nghệ số còn ít",
    ...{ category: "enterprises", proposer: "SKHCN", resolver: "STC", due: "2025-12-31" },
    gap: "44 trên 60 doanh nghiệp",
  },
  {
    title: "Chưa thu hút được doanh nghiệp nền tảng số",
    ...{ category: "enterprises", proposer: "SKHCN", resolver: "STC", task: "C07", due: "2025-11-30" },
  },
  {
    title: "Chưa có ngành đào tạo về chuyển đổi số trên địa bàn tỉnh",
    ...{ category: "people", proposer: "SGDDT", resolver: "SGDDT", task: "D05" },
    ends: { how: "solved", day: "2025-10-02", word: "Trường Cao đẳng đã hoàn thành hồ sơ mở ngành, trình thẩm định." },
  },
  {
    title: "Cán bộ chuyển đổi số cấp xã đều kiêm nhiệm",
    ...{ category: "people", proposer: "LG09", resolver: "SNV", due: "2025-12-15" },
    detail: "Một công chức Văn hóa - Xã hội phụ trách thêm chuyển đổi số, chưa có hướng dẫn bố trí chuyên trách.",
  },
  {
    title: "Cán bộ phụ trách chưa có bằng công nghệ thông tin",
    ...{ category: "people", proposer: "LG09", resolver: "SGDDT", due: "2025-12-31" },
  },
  {
    title: "Chậm cụ thể hóa quy định về dự toán đầu tư hệ thống thông tin",
    ...{ category: "institutions", proposer: "SKHCN", resolver: "STC", task: "B17", blocks: true, due: "2025-11-30" },
    detail: "Dự toán giai đoạn 2 của Trung tâm điều hành thông minh chờ định mức chi.",
  },
  {
    title: "Tuyên truyền về chuyển đổi số chưa sâu rộng",
    ...{ category: "awareness", proposer: "LG09", resolver: "BPTTH" },
    ends: { how: "solved", day: "2025-10-03", word: "Báo và Phát thanh - Truyền hình mở chuyên mục phát hằng tuần." },
  },
  {
    title: "Một số chỉ tiêu quan trọng chưa đạt",
    ...{ category: "coordination", proposer: "SKHCN", resolver: "VPUBND", task: "D03", due: "2025-12-15" },
    gap: "11.874 trên 30.000 chữ ký số cá nhân",
  },
  {
    title: "Hạ tầng số cấp xã chưa đồng bộ sau sắp xếp đơn vị hành chính",
    ...{ category: "infrastructure", proposer: "LG09", resolver: "SKHCN", due: "2025-11-15" },
    detail: "Đường truyền và thiết bị họp trực tuyến của các xã cũ khác nhau, chưa dùng chung được.",
  },
  {
    title: "Liên kết giữa viện, trường và doanh nghiệp còn yếu",
    ...{ category: "coordination", proposer: "SKHCN", resolver: null, task: "C08" },
  },
];

/** What the review conference concluded; two of the lines became the plan's additional tasks. */
const concluded: [text: string, code?: string][] = [
  ["Các sở, ban, ngành, UBND các xã, phường quán triệt, tổ chức Ngày Chuyển đổi số quốc gia thiết thực, tiết kiệm."],
  ["Giao Thanh tra tỉnh xây dựng quy trình kiểm tra trực tuyến, hoàn thành trong {hạn}.", "B20"],
  ["Giao Sở Văn hóa, Thể thao và Du lịch xây dựng văn hóa số cộng đồng, hoàn thành trong {hạn}.", "D06"],
  ["Sở Khoa học và Công nghệ tổng hợp khó khăn, vướng mắc của các địa phương, đề xuất giải pháp tháo gỡ."],
  ["Người đứng đầu đơn vị chịu trách nhiệm về tiến độ các nhiệm vụ được giao trong kế hoạch."],
  ["Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện các kết luận này."],
];

interface DifficultyStage {
  calendar: StoryCalendar;
  units: SeedUnits;
  campaigns: SeedCampaigns;
  organizer: Actor;
  conferenceId: string;
}

/** What stands in the way of the plan, and what the review conference concluded. */
export async function seedDifficulties(stage: DifficultyStage): Promise<void> {
  for (const [n, one] of told.entries()) await transact((tx) => tell(tx, stage, one, n));
  await transact((tx) => conclude(tx, stage));
}

async function must<T extends { ok: boolean }>(what: string, work: Promise<T>): Promise<Extract<T, { ok: true }>> {
  const done = await work;
  if (!done.ok) throw new Error(`${what}: ${(done as { reason?: string }).reason}`);
  return done as Extract<T, { ok: true }>;
}

async function tell(tx: Tx, { calendar, units, campaigns, organizer: actor }: DifficultyStage, one: Told, n: number) {
  const unit = (code: string) => units.byCode.get(code) as string;
  const [task] = one.task ? await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.code, one.task)).limit(1) : [];
  const made = await must(
    one.title,
    proposeDifficulty(tx, {
      ...{ title: one.title, category: one.category, detail: one.detail ?? "", gap: one.gap ?? "" },
      ...{ proposerUnitId: unit(one.proposer), resolverUnitId: one.resolver && unit(one.resolver) },
      ...{ taskId: task?.id ?? null, blocks: one.blocks ?? false, campaignId: campaigns.main },
      dueOn: one.due ? calendar.day(one.due) : null,
      ...{ actor, now: calendar.at("2025-09-15", `08:${String(10 + n)}`) },
    }),
  );
  if (!one.ends) return;
  const { how, day, word } = one.ends;
  const end = how === "solved" ? solveDifficulty : dropDifficulty;
  const now = calendar.at(day, "09:00");
  await must(one.title, end(tx, { difficultyId: made.difficultyId, actor, word, now }));
}

/** The two that became tasks were told with the plan, and carry their event already: here they get their lines. */
async function conclude(tx: Tx, { calendar, organizer: actor, conferenceId: eventId }: DifficultyStage): Promise<void> {
  const given = await tx
    .select({ id: tasks.id, code: tasks.code, dueOn: tasks.dueOn })
    .from(tasks)
    .where(eq(tasks.eventId, eventId));
  const lines = concluded.map(([text, code]) => {
    const task = given.find((one) => one.code === code);
    const [year, month] = (task?.dueOn ?? "").split("-");
    return { text: text.replace("{hạn}", `tháng ${month}/${year}`), taskId: task?.id ?? null };
  });
  const texts = lines.map(({ text }) => text);
  await must("conclusions", addConclusions(tx, { eventId, texts, actor, now: calendar.at("2025-09-22", "16:30") }));
  for (const { text, taskId } of lines)
    if (taskId)
      await tx
        .update(conclusions)
        .set({ taskId })
        .where(and(eq(conclusions.eventId, eventId), eq(conclusions.text, text)));
}
