import type { AwardForm, NomineeKind } from "../terms.rules";
import type { CategoryContent } from "../categories/rules";

export const roundTemplates = ["national-day", "empty"] as const;
export type RoundTemplate = (typeof roundTemplates)[number];

type Row = [
  title: [vi: string, en: string],
  forms: AwardForm[],
  kinds: NomineeKind[],
  quota: number,
  criteria: [vi: string, en: string, weight: number][],
];

/** The six categories of a province's Day, with the weights that its rules usually have; every one can be changed. */
const nationalDay: Row[] = [
  [
    ["Cơ quan cấp tỉnh tiêu biểu", "Outstanding provincial agency"],
    ["merit"],
    ["unit"],
    5,
    [
      ["Kết quả nhiệm vụ được giao", "Results of assigned tasks", 35],
      ["Dịch vụ công trực tuyến, số hóa", "Online services, digitization", 25],
      ["Dữ liệu chia sẻ", "Shared data", 15],
      ["Vai trò người đứng đầu", "Role of the head", 15],
      ["Sáng kiến", "Initiatives", 10],
    ],
  ],
  [
    ["Xã, phường tiêu biểu", "Outstanding commune or ward"],
    ["merit"],
    ["unit"],
    5,
    [
      ["Kết quả phục vụ người dân", "Results in serving citizens", 35],
      ["Hoạt động tổ công nghệ số cộng đồng", "Work of the community digital teams", 25],
      ["Kỹ năng số người dân", "Citizens' digital skills", 20],
      ["Hạ tầng, an toàn thông tin", "Infrastructure, information security", 10],
      ["Sáng kiến", "Initiatives", 10],
    ],
  ],
  [
    ["Tổ công nghệ số cộng đồng", "Community digital technology team"],
    ["commendation"],
    ["group"],
    10,
    [
      ["Số hộ hỗ trợ so với tổng số hộ", "Households supported of all households", 40],
      ["Hỗ trợ nhóm yếu thế", "Support for vulnerable groups", 25],
      ["Duy trì hoạt động", "Steady work", 20],
      ["Cách làm hay", "Good practice", 15],
    ],
  ],
  [
    ["Cá nhân tiêu biểu", "Outstanding individual"],
    ["merit", "commendation"],
    ["individual"],
    20,
    [
      ["Thành tích trực tiếp", "Own achievement", 45],
      ["Mức độ lan tỏa", "Reach", 25],
      ["Sáng kiến được áp dụng", "Initiatives put to use", 20],
      ["Ý thức, kỷ luật", "Conduct and discipline", 10],
    ],
  ],
  [
    ["Doanh nghiệp số", "Digital enterprise"],
    ["merit"],
    ["enterprise"],
    3,
    [
      ["Hiệu quả", "Effect", 35],
      ["Đóng góp cho tỉnh", "Contribution to the province", 30],
      ["Đổi mới", "Innovation", 25],
      ["Tuân thủ", "Compliance", 10],
    ],
  ],
  [
    ["Sáng kiến, mô hình", "Initiative or model"],
    ["certificate"],
    ["initiative"],
    5,
    [
      ["Tính mới", "Novelty", 25],
      ["Hiệu quả đo được", "Measured effect", 35],
      ["Khả năng nhân rộng", "Can be spread", 30],
      ["An toàn dữ liệu", "Data safety", 10],
    ],
  ],
];

/** A category as most provinces begin: three files, at least 70 points, a secret vote with 80 % of all members. */
export const usualCategory: Omit<CategoryContent, "title" | "criteria"> = {
  guidance: null,
  forms: ["merit"],
  nomineeKinds: ["unit"],
  requiredFiles: ["proposal", "report", "minutes"],
  quota: null,
  quotaPerUnit: null,
  minimumScore: 70,
  aggregate: "mean",
  adjustment: "auto",
  blind: false,
  rivalsLeave: true,
  judgesPerNomination: null,
  secret: true,
  thresholdPercent: 80,
  overHalf: false,
  voteBase: "all",
  writtenVotes: true,
};

/** The categories with which a new round begins. */
export const categoriesOf = (template: RoundTemplate): CategoryContent[] =>
  template === "empty"
    ? []
    : nationalDay.map(([[vi, en], forms, kinds, quota, criteria]) => ({
        // Where people of many units compete, a rival's rule would empty the council.
        ...{
          ...usualCategory,
          title: { vi, en },
          forms,
          nomineeKinds: kinds,
          quota,
          rivalsLeave: kinds.includes("unit"),
        },
        criteria: criteria.map(([criterionVi, criterionEn, weight]) => ({
          ...{ id: null, title: { vi: criterionVi, en: criterionEn }, weight },
          ...{ maximum: 10, step: 0.5, required: true },
        })),
      }));
