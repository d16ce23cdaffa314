import type { Day } from "../../app/web/time";

/** Code, title, lead unit, deadline as the plan writes it (told in 2025), product, and how it stands on the day of the snapshot. */
export type ToldTask = [code: string, title: string, lead: string, due: Due, product: string, stands: Standing];
/** A day, or the month of a deadline that names no day. */
export type Due = { day: Day } | { month: Day };
export type Standing =
  | { is: "done"; daysEarly: number }
  | { is: "basically"; daysEarly: number }
  | { is: "running"; progress: number; silent?: number; word?: string; health?: "on-track" | "at-risk" | "off-track" }
  | { is: "returned"; progress: number; reason: string }
  | { is: "waiting"; submittedOn: Day }
  | { is: "not-started" };

/** The day on which the plan's figures are told; the story moves it to today. */
export const snapshotDay: Day = "2025-11-05";

const on = (day: Day): Due => ({ day });
const december: Due = { month: "2025-12-31" };
const done = (daysEarly = 4): Standing => ({ is: "done", daysEarly });
const basically = (daysEarly = 2): Standing => ({ is: "basically", daysEarly });
const running = (progress: number, more: Partial<Extract<Standing, { is: "running" }>> = {}): Standing => ({
  is: "running",
  progress,
  ...more,
});
const waiting = (submittedOn: Day): Standing => ({ is: "waiting", submittedOn });
const notStarted: Standing = { is: "not-started" };

export interface ToldGroup {
  code: string;
  title: string;
  tasks: ToldTask[];
}

/** The 47 tasks of decision 1982 in their four groups: 11/11, 11/21, 5/9 and 1/6 are done. */
export const toldPlan: ToldGroup[] = [
  {
    code: "A",
    title: "Nhiệm vụ chung",
    tasks: [
      ["A01", "Kiện toàn Ban Chỉ đạo các cấp", "SNV", on("2025-06-30"), "Quyết định", done()],
      ["A02", "Ban hành kế hoạch chuyển đổi số năm", "SKHCN", on("2025-07-31"), "Kế hoạch", done(6)],
      ["A03", "Ban hành bộ tiêu chí đánh giá từ tỉnh đến xã", "SKHCN", on("2025-03-31"), "Quyết định", done(1)],
      ["A04", "Truyền thông nâng cao nhận thức số", "BPTTH", on("2025-06-30"), "Báo cáo", done()],
      [
        ...(["A05", "Tập huấn kỹ năng số cho cán bộ, công chức, viên chức", "SNV", on("2025-07-31")] as const),
        ...(["Báo cáo", done(-3)] as const),
      ],
      [
        ...(["A06", "Thành lập tổ công nghệ số cộng đồng ở 100% thôn, tổ dân phố", "SKHCN"] as const),
        ...([on("2025-03-31"), "Báo cáo", done()] as const),
      ],
      ["A07", "Rà soát quy chế vận hành nền tảng dùng chung", "STP", on("2025-06-30"), "Quyết định", basically()],
      ["A08", "Rà soát hạ tầng đã đầu tư, tránh lãng phí", "STC", on("2025-07-31"), "Báo cáo", basically()],
      ["A09", "Bảo đảm an toàn thông tin theo cấp độ", "CAT", on("2025-03-31"), "Báo cáo", done()],
      ["A10", "Bố trí nhân lực chuyên trách công nghệ thông tin", "SNV", on("2025-06-30"), "Quyết định", basically()],
      ["A11", "Tổ chức Ngày Chuyển đổi số và khen thưởng", "SKHCN", on("2025-10-31"), "Báo cáo", done()],
    ],
  },
  {
    code: "B",
    title: "Phát triển chính quyền số",
    tasks: [
      ["B01", "Dịch vụ công trực tuyến toàn trình", "VPUBND", on("2025-06-30"), "Báo cáo", done()],
      ["B02", "Số hóa hồ sơ, kết quả thủ tục hành chính", "VPUBND", on("2025-07-31"), "Báo cáo", done(2)],
      ["B03", "Hợp nhất hệ thống một cửa điện tử", "VPUBND", on("2025-03-31"), "Hệ thống thông tin", done()],
      ["B04", "Văn bản điện tử ký số hai cấp", "VPUBND", on("2025-06-30"), "Báo cáo", done(-5)],
      ["B05", "Họp trực tuyến đến cấp xã", "SKHCN", on("2025-07-31"), "Hệ thống thông tin", done()],
      ["B06", "Chuyên mục chuyển đổi số trên cổng thông tin", "SKHCN", on("2025-03-31"), "Chuyên mục", done(10)],
      ["B07", "Thư điện tử công vụ", "SKHCN", on("2025-06-30"), "Báo cáo", done()],
      ["B08", "Chữ ký số chuyên dùng cho lãnh đạo", "SNV", on("2025-07-31"), "Báo cáo", done(1)],
      ["B09", "Kết nối cơ sở dữ liệu dân cư", "CAT", on("2025-03-31"), "Kết nối", done()],
      ["B10", "Nền tảng tích hợp, chia sẻ dữ liệu", "SKHCN", on("2025-06-30"), "Nền tảng", done()],
      ["B11", "Phản ánh hiện trường 1022", "SKHCN", on("2025-07-31"), "Nền tảng", done()],
      ["B12", "Kho dữ liệu dùng chung của tỉnh", "SKHCN", on("2025-12-15"), "Kho dữ liệu", running(78)],
      [
        ...(["B13", "Cơ sở dữ liệu đất đai", "SNNMT", on("2025-08-31"), "Cơ sở dữ liệu"] as const),
        running(70, { silent: 12, health: "off-track", word: "Còn 6 xã chưa số hóa xong bản đồ địa chính." }),
      ],
      [
        ...(["B14", "Cơ sở dữ liệu y tế", "SYT", on("2025-12-15"), "Cơ sở dữ liệu"] as const),
        running(62, { health: "at-risk", word: "Hai bệnh viện tuyến huyện cũ chưa kết nối." }),
      ],
      ["B15", "Cơ sở dữ liệu giáo dục", "SGDDT", on("2025-10-10"), "Cơ sở dữ liệu", waiting("2025-10-09")],
      ["B16", "Cơ sở dữ liệu nông nghiệp", "SNNMT", december, "Cơ sở dữ liệu", notStarted],
      [
        ...(["B17", "Trung tâm điều hành thông minh", "SKHCN", on("2025-12-15"), "Trung tâm"] as const),
        running(50, { silent: 9, health: "off-track", word: "Chờ phê duyệt dự toán giai đoạn 2." }),
      ],
      [
        ...(["B18", "Đổi mới Trung tâm Phục vụ hành chính công", "VPUBND", on("2025-08-31"), "Đề án"] as const),
        running(85, { health: "at-risk", word: "Đã chạy thử; chờ bàn giao trụ sở." }),
      ],
      ["B19", "Chế độ báo cáo điện tử", "VPUBND", on("2025-12-15"), "Hệ thống thông tin", running(80)],
      ["B20", "Kiểm tra trực tuyến", "TTT", december, "Quy trình", notStarted],
      [
        ...(["B21", "Dữ liệu mở", "SKHCN", on("2025-12-15"), "Danh mục dữ liệu mở"] as const),
        {
          is: "returned",
          progress: 75,
          reason: "Minh chứng mới là ảnh chụp màn hình; cần quyết định ban hành danh mục.",
        },
      ],
    ],
  },
  {
    code: "C",
    title: "Phát triển kinh tế số",
    tasks: [
      ["C01", "Đưa nông sản lên sàn thương mại điện tử", "SCT", on("2025-06-30"), "Báo cáo", done()],
      ["C02", "Thanh toán không tiền mặt ở trường học, bệnh viện", "STC", on("2025-07-31"), "Báo cáo", done()],
      ["C03", "Hóa đơn điện tử từ máy tính tiền", "STC", on("2025-03-31"), "Báo cáo", done()],
      ["C04", "Hỗ trợ doanh nghiệp nhỏ chuyển đổi số", "STC", on("2025-06-30"), "Báo cáo", done(-8)],
      ["C05", "Du lịch số", "SVHTTDL", on("2025-07-31"), "Nền tảng", done()],
      ["C06", "Nông nghiệp thông minh", "SNNMT", on("2025-12-15"), "Mô hình", running(82)],
      [
        ...(["C07", "Thu hút doanh nghiệp nền tảng số", "SKHCN", on("2025-08-31"), "Báo cáo"] as const),
        running(30, { silent: 20, health: "off-track", word: "Chưa có doanh nghiệp nền tảng mới đăng ký." }),
      ],
      ["C08", "Liên kết viện - trường - doanh nghiệp", "SKHCN", on("2025-12-15"), "Thỏa thuận", running(60)],
      ["C09", "Đo lường tỷ trọng kinh tế số", "STC", on("2025-10-10"), "Báo cáo", waiting("2025-10-10")],
    ],
  },
  {
    code: "D",
    title: "Phát triển xã hội số",
    tasks: [
      ["D01", "Phổ cập tài khoản VNeID", "CAT", on("2025-06-30"), "Báo cáo", done()],
      ["D02", "Phổ cập kỹ năng số cho người dân", "SKHCN", on("2025-12-15"), "Báo cáo", running(77)],
      [
        ...(["D03", "Chữ ký số cá nhân cho người dân", "SKHCN", on("2025-08-31"), "Báo cáo"] as const),
        running(45, { health: "at-risk", word: "Mới cấp 11.874 trên 30.000 chữ ký số." }),
      ],
      ["D04", "Sổ sức khỏe điện tử", "SYT", on("2025-12-15"), "Báo cáo", running(66)],
      [
        ...(["D05", "Mở ngành đào tạo về chuyển đổi số tại Trường Cao đẳng", "SGDDT"] as const),
        ...([on("2025-10-10"), "Quyết định", waiting("2025-10-08")] as const),
      ],
      ["D06", "Xây dựng văn hóa số cộng đồng", "SVHTTDL", december, "Kế hoạch", notStarted],
    ],
  },
];

/** Given by the conclusions of the review conference, after the plan was issued. */
export const additionalCodes: readonly string[] = ["B20", "D06"];
/** Moved here from last year's plan. */
export const carriedCode = "D04";
/** Units that help, where the plan names any. */
export const coordinators: Record<string, { units?: string[]; groups?: ("departments" | "communes")[] }> = {
  A01: { units: ["SKHCN", "VPUBND"] },
  A06: { groups: ["departments", "communes"] },
  B05: { groups: ["departments", "communes"] },
  B10: { units: ["VPUBND", "CAT"] },
  B15: { groups: ["departments", "communes"] },
  C09: { units: ["SKHCN", "VPUBND"] },
  D02: { groups: ["communes"] },
};
/** What waits for what. */
export const followers: Record<string, string[]> = {
  B17: ["B12"],
  B21: ["B12"],
  B16: ["B10"],
  C08: ["C07"],
  D06: ["D02"],
};
/** Where a red leaf makes its group red. */
export const criticalCodes: readonly string[] = ["B12", "D01", "D03"];
