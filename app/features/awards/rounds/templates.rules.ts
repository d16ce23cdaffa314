import type { Localized } from "~/web/localized";
import type { AwardForm, NomineeKind } from "../terms.rules";
import type { CategoryContent } from "../categories/rules";
import type { RoundFacts } from "./rules";

export const roundTemplates = ["national-day", "empty"] as const;
export type RoundTemplate = (typeof roundTemplates)[number];

/** A name in Vietnamese, English, Arabic and Hindi. */
type Name = [vi: string, en: string, ar: string, hi: string];

type Row = [
  title: Name,
  forms: AwardForm[],
  kinds: NomineeKind[],
  quota: number,
  criteria: [...Name, weight: number][],
];

/** The six categories of a province's Day, with the weights that its rules usually have; every one can be changed. */
const nationalDay: Row[] = [
  [
    [
      "Cơ quan cấp tỉnh tiêu biểu",
      "Outstanding provincial agency",
      "جهة متميزة على مستوى المقاطعة",
      "प्रांत स्तर की उत्कृष्ट एजेंसी",
    ],
    ["merit"],
    ["unit"],
    5,
    [
      ["Kết quả nhiệm vụ được giao", "Results of assigned tasks", "نتائج المهام المسندة", "सौंपे गए कार्यों के परिणाम", 35],
      [
        "Dịch vụ công trực tuyến, số hóa",
        "Online services, digitization",
        "الخدمات العامة عبر الإنترنت والرقمنة",
        "ऑनलाइन सार्वजनिक सेवाएँ, डिजिटलीकरण",
        25,
      ],
      ["Dữ liệu chia sẻ", "Shared data", "البيانات المشتركة", "साझा डेटा", 15],
      ["Vai trò người đứng đầu", "Role of the head", "دور رئيس الجهة", "इकाई प्रमुख की भूमिका", 15],
      ["Sáng kiến", "Initiatives", "المبادرات", "पहल", 10],
    ],
  ],
  [
    ["Xã, phường tiêu biểu", "Outstanding commune or ward", "بلدية أو حي إداري متميز", "उत्कृष्ट कम्यून या वार्ड"],
    ["merit"],
    ["unit"],
    5,
    [
      [
        "Kết quả phục vụ người dân",
        "Results in serving citizens",
        "نتائج خدمة المواطنين",
        "नागरिकों की सेवा के परिणाम",
        35,
      ],
      [
        "Hoạt động tổ công nghệ số cộng đồng",
        "Work of the community digital teams",
        "عمل فرق التحول الرقمي المجتمعي",
        "सामुदायिक डिजिटल दलों का काम",
        25,
      ],
      [
        "Kỹ năng số người dân",
        "Citizens' digital skills",
        "المهارات الرقمية لدى المواطنين",
        "नागरिकों के डिजिटल कौशल",
        20,
      ],
      [
        "Hạ tầng, an toàn thông tin",
        "Infrastructure, information security",
        "البنية التحتية وأمن المعلومات",
        "अवसंरचना, सूचना सुरक्षा",
        10,
      ],
      ["Sáng kiến", "Initiatives", "المبادرات", "पहल", 10],
    ],
  ],
  [
    [
      "Tổ công nghệ số cộng đồng",
      "Community digital technology team",
      "فريق التحول الرقمي المجتمعي",
      "सामुदायिक डिजिटल दल",
    ],
    ["commendation"],
    ["group"],
    10,
    [
      [
        "Số hộ hỗ trợ so với tổng số hộ",
        "Households supported of all households",
        "الأسر التي حصلت على الدعم من مجموع الأسر",
        "कुल परिवारों में से सहायता पाए परिवार",
        40,
      ],
      ["Hỗ trợ nhóm yếu thế", "Support for vulnerable groups", "دعم الفئات الضعيفة", "कमज़ोर वर्गों की सहायता", 25],
      ["Duy trì hoạt động", "Steady work", "استمرار العمل", "निरंतर काम", 20],
      ["Cách làm hay", "Good practice", "ممارسات جيدة", "उत्तम पद्धतियाँ", 15],
    ],
  ],
  [
    ["Cá nhân tiêu biểu", "Outstanding individual", "فرد متميز", "उत्कृष्ट व्यक्ति"],
    ["merit", "commendation"],
    ["individual"],
    20,
    [
      ["Thành tích trực tiếp", "Own achievement", "إنجازات مباشرة", "प्रत्यक्ष उपलब्धियाँ", 45],
      ["Mức độ lan tỏa", "Reach", "مدى الانتشار", "प्रभाव का विस्तार", 25],
      ["Sáng kiến được áp dụng", "Initiatives put to use", "مبادرات مطبَّقة", "लागू की गई पहल", 20],
      ["Ý thức, kỷ luật", "Conduct and discipline", "السلوك والانضباط", "आचरण और अनुशासन", 10],
    ],
  ],
  [
    ["Doanh nghiệp số", "Digital enterprise", "شركة رقمية", "डिजिटल उद्यम"],
    ["merit"],
    ["enterprise"],
    3,
    [
      ["Hiệu quả", "Effect", "الأثر", "प्रभावशीलता", 35],
      ["Đóng góp cho tỉnh", "Contribution to the province", "الإسهام في المقاطعة", "प्रांत के लिए योगदान", 30],
      ["Đổi mới", "Innovation", "الابتكار", "नवाचार", 25],
      ["Tuân thủ", "Compliance", "الالتزام بالأنظمة", "नियमों का पालन", 10],
    ],
  ],
  [
    ["Sáng kiến, mô hình", "Initiative or model", "مبادرة أو نموذج", "पहल या मॉडल"],
    ["certificate"],
    ["initiative"],
    5,
    [
      ["Tính mới", "Novelty", "الجِدّة", "नवीनता", 25],
      ["Hiệu quả đo được", "Measured effect", "أثر مَقيس", "मापा गया प्रभाव", 35],
      ["Khả năng nhân rộng", "Can be spread", "قابلية التعميم", "विस्तार की संभावना", 30],
      ["An toàn dữ liệu", "Data safety", "سلامة البيانات", "डेटा सुरक्षा", 10],
    ],
  ],
];

/** What a new round says until somebody changes it: two thirds make a quorum, three years of headship count, late tasks are warned of. */
export const usualRound = {
  ...{ purpose: null, campaignId: null, documentId: null, ceremonyEventId: null },
  ...{ quorumOf: 2, quorumIn: 3, conflictYears: 3 },
  eligibility: [{ fact: "overdue-tasks", limit: 0, effect: "warn" }],
} satisfies Partial<RoundFacts>;

/** A category as most provinces begin: three files, at least 70 points, a secret vote with 80 % of all members. */
export const usualCategory: Omit<CategoryContent, "title" | "criteria"> = {
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

const title = ([vi, en, ar, hi]: Name): Localized => ({ vi, en, ar, hi });

/** The categories with which a new round begins. */
export const categoriesOf = (template: RoundTemplate): CategoryContent[] =>
  template === "empty"
    ? []
    : nationalDay.map(([name, forms, kinds, quota, criteria]) => ({
        // Where people of many units compete, a rival's rule would empty the council.
        ...{
          ...usualCategory,
          title: title(name),
          forms,
          nomineeKinds: kinds,
          quota,
          rivalsLeave: kinds.includes("unit"),
        },
        criteria: criteria.map(([vi, en, ar, hi, weight]) => ({
          ...{ id: null, title: title([vi, en, ar, hi]), weight },
          ...{ maximum: 10, step: 0.5, required: true },
        })),
      }));
