import { type Locale, plural } from "~/web/i18n";

export type DigestPartName = "escalated" | "overdue" | "returned" | "waiting" | "due-soon" | "assigned";

type Counts = { name: DigestPartName; n: number }[];

interface Words {
  kicker: string;
  opening: (day: string) => string;
  /** The counts, what is late first; there is at least one. */
  subject: (counts: Counts) => string;
  parts: Record<DigestPartName, string>;
  hints: Partial<Record<DigestPartName, string>>;
  due: string;
  leadUnit: string;
  reason: string;
  more: (n: number) => string;
  wish: string;
  because: string;
}

export const digestWords: Record<Locale, (you: string) => Words> = {
  vi: (you) => {
    const said: Record<DigestPartName, string> = {
      escalated: "quá hạn",
      overdue: "quá hạn",
      returned: "bị trả lại",
      waiting: `chờ ${you} duyệt`,
      "due-soon": "sắp đến hạn",
      assigned: "mới giao",
    };
    return {
      kicker: "Nhiệm vụ trong ngày",
      opening: (day) => `Xin gửi ${you} những nhiệm vụ cần lưu ý tính đến ${day}.`,
      subject: (counts) =>
        counts.map(({ name, n }, index) => `${n}${index === 0 ? " nhiệm vụ" : ""} ${said[name]}`).join(", "),
      parts: {
        escalated: "Nhiệm vụ quá hạn báo cáo lên",
        overdue: "Nhiệm vụ quá hạn",
        returned: "Nhiệm vụ bị trả lại để bổ sung",
        waiting: `Kết quả chờ ${you} duyệt`,
        "due-soon": "Nhiệm vụ sắp đến hạn",
        assigned: "Nhiệm vụ mới giao",
      },
      hints: {
        escalated: `Mỗi nhiệm vụ chỉ báo đến ${you} một lần ở mỗi mức quá hạn.`,
        overdue: "Phần này nhắc lại mỗi ngày làm việc cho đến khi kết quả được nộp.",
      },
      due: "Thời hạn",
      leadUnit: "Chủ trì",
      reason: "Lý do trả lại",
      more: (n) => `Còn ${n} nhiệm vụ nữa, xem danh sách đầy đủ`,
      wish: "Chọn giờ nhận hoặc ngừng nhận thư này",
      because: `Thư được gửi vì ${you} thực hiện, chỉ đạo hoặc duyệt các nhiệm vụ này.`,
    };
  },
  en: () => {
    const said: Record<DigestPartName, string> = {
      escalated: "overdue",
      overdue: "overdue",
      returned: "returned to you",
      waiting: "waiting for your decision",
      "due-soon": "due soon",
      assigned: "newly assigned",
    };
    const tasks = (n: number) => plural("en", n, { one: "task", other: "tasks" });
    return {
      kicker: "Tasks of the day",
      opening: (day) => `These tasks need your attention as of ${day}.`,
      subject: (counts) =>
        counts.map(({ name, n }, index) => `${n}${index === 0 ? ` ${tasks(n)}` : ""} ${said[name]}`).join(", "),
      parts: {
        escalated: "Overdue tasks reported to you",
        overdue: "Overdue tasks",
        returned: "Tasks returned for completion",
        waiting: "Results waiting for your decision",
        "due-soon": "Tasks due soon",
        assigned: "Newly assigned tasks",
      },
      hints: {
        escalated: "Each task is reported to you once at each level of delay.",
        overdue: "This part comes every working day until the result is handed in.",
      },
      due: "Due",
      leadUnit: "Lead unit",
      reason: "Why it was returned",
      more: (n) => `${n} more ${tasks(n)}: see the whole list`,
      wish: "Choose the hour of this letter, or stop it",
      because: "You receive this letter because you carry out, direct or accept these tasks.",
    };
  },
  ar: () => {
    const said: Record<DigestPartName, string> = {
      escalated: "متأخرة",
      overdue: "متأخرة",
      returned: "معادة إليكم",
      waiting: "بانتظار قراركم",
      "due-soon": "يقترب موعدها",
      assigned: "مسندة حديثًا",
    };
    return {
      kicker: "مهام اليوم",
      opening: (day) => `نوافيكم بالمهام التي تستدعي اهتمامكم حتى ${day}.`,
      subject: (counts) => `المهام: ${counts.map(({ name, n }) => `${said[name]} (${n})`).join("، ")}`,
      parts: {
        escalated: "مهام متأخرة مرفوعة إليكم",
        overdue: "مهام متأخرة",
        returned: "مهام معادة للاستكمال",
        waiting: "نتائج بانتظار قراركم",
        "due-soon": "مهام يقترب موعدها",
        assigned: "مهام مسندة حديثًا",
      },
      hints: {
        escalated: "تُرفع إليكم كل مهمة مرة واحدة عند كل درجة من درجات التأخر.",
        overdue: "يتكرر هذا القسم كل يوم عمل حتى تسليم النتيجة.",
      },
      due: "الموعد النهائي",
      leadUnit: "الجهة الرئيسية",
      reason: "سبب الإعادة",
      more: (n) =>
        plural("ar", n, {
          one: "مهمة أخرى واحدة، اطلعوا على القائمة الكاملة",
          two: "مهمتان أخريان، اطلعوا على القائمة الكاملة",
          few: `${n} مهام أخرى، اطلعوا على القائمة الكاملة`,
          many: `${n} مهمة أخرى، اطلعوا على القائمة الكاملة`,
          other: `${n} مهمة أخرى، اطلعوا على القائمة الكاملة`,
        }),
      wish: "اختيار ساعة وصول هذه الرسالة أو إيقافها",
      because: "تصلكم هذه الرسالة لأنكم تنفذون هذه المهام أو تشرفون عليها أو تعتمدون نتائجها.",
    };
  },
  hi: () => {
    const said: Record<DigestPartName, string> = {
      escalated: "विलंबित",
      overdue: "विलंबित",
      returned: "आपको लौटाए गए",
      waiting: "आपके निर्णय की प्रतीक्षा में",
      "due-soon": "समय सीमा निकट",
      assigned: "नए सौंपे गए",
    };
    return {
      kicker: "आज के कार्य",
      opening: (day) => `${day} तक इन कार्यों पर आपका ध्यान अपेक्षित है।`,
      subject: (counts) => `कार्य: ${counts.map(({ name, n }) => `${said[name]} ${n}`).join(", ")}`,
      parts: {
        escalated: "आपको सूचित विलंबित कार्य",
        overdue: "विलंबित कार्य",
        returned: "पूरा करने के लिए लौटाए गए कार्य",
        waiting: "आपके निर्णय की प्रतीक्षा में परिणाम",
        "due-soon": "जिनकी समय सीमा निकट है",
        assigned: "नए सौंपे गए कार्य",
      },
      hints: {
        escalated: "विलंब के प्रत्येक स्तर पर हर कार्य की सूचना आपको एक ही बार दी जाती है।",
        overdue: "परिणाम जमा होने तक यह भाग प्रत्येक कार्य दिवस को आता है।",
      },
      due: "समय सीमा",
      leadUnit: "मुख्य इकाई",
      reason: "लौटाने का कारण",
      more: (n) => `${n} और कार्य, पूरी सूची देखें`,
      wish: "इस पत्र का समय चुनें या इसे बंद करें",
      because: "यह पत्र आपको इसलिए मिला है क्योंकि आप इन कार्यों को करते, निर्देशित करते या स्वीकार करते हैं।",
    };
  },
};
