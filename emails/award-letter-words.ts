import type { Locale } from "~/web/i18n";

/** What a letter of an award round is about. */
export const awardMatters = [
  "call",
  "silent",
  "drafts",
  "received",
  "returned",
  "refused",
  "won",
  "score",
  "meeting",
  "written",
  "thanks",
] as const;
export type AwardMatter = (typeof awardMatters)[number];

interface MatterWords {
  /** `about`: the round, the nominee or the meeting. */
  subject: (about: string) => string;
  title: string;
  /** `n`: how many the letter is about. */
  say: (about: string, n: number) => string;
  button: string;
}

export interface AwardWords {
  kicker: string;
  because: string;
  labels: Record<
    "round" | "category" | "nominee" | "unit" | "receipt" | "until" | "form" | "decision" | "when" | "place",
    string
  >;
  reason: string;
  matters: Record<AwardMatter, MatterWords>;
}

export const awardWords: Record<Locale, (you: string) => AwardWords> = {
  vi: (you) => ({
    kicker: "Khen thưởng",
    because: `Thư được gửi vì ${you} tham gia công tác khen thưởng trên hệ thống.`,
    labels: {
      round: "Đợt khen thưởng",
      category: "Hạng mục",
      nominee: "Người (tập thể) được đề cử",
      unit: "Đơn vị",
      receipt: "Số tiếp nhận",
      until: "Hạn",
      form: "Hình thức",
      decision: "Quyết định",
      when: "Thời gian",
      place: "Địa điểm",
    },
    reason: "Lý do",
    matters: {
      call: {
        subject: (about) => `Đề nghị đề cử khen thưởng: ${about}`,
        title: "Mời đề cử khen thưởng",
        say: (about) =>
          `Ban tổ chức mời đơn vị của ${you} đề cử tập thể, cá nhân tiêu biểu trong ${about}. Hồ sơ gồm tờ trình, báo cáo thành tích và biên bản họp xét của đơn vị.`,
        button: "Xem hạng mục và đề cử",
      },
      silent: {
        subject: (about) => `Nhắc đề cử khen thưởng: ${about}`,
        title: "Đơn vị chưa có đề cử",
        say: (about) =>
          `Đến nay đơn vị của ${you} chưa lập hồ sơ đề cử nào trong ${about}. Nếu đơn vị không đề cử, xin bỏ qua thư này.`,
        button: "Lập hồ sơ đề cử",
      },
      drafts: {
        subject: (about) => `Hồ sơ đề cử chưa nộp: ${about}`,
        title: "Hồ sơ đề cử chưa nộp",
        say: (about, n) => `Đơn vị của ${you} còn ${n} hồ sơ chưa nộp trong ${about}. Hồ sơ chưa nộp không được xét.`,
        button: "Hoàn thiện và nộp hồ sơ",
      },
      received: {
        subject: (about) => `Đã tiếp nhận hồ sơ đề cử: ${about}`,
        title: "Hồ sơ đã được tiếp nhận",
        say: (about) => `Cơ quan thường trực đã tiếp nhận hồ sơ đề cử ${about}.`,
        button: "Xem hồ sơ",
      },
      returned: {
        subject: (about) => `Hồ sơ đề cử cần bổ sung: ${about}`,
        title: "Hồ sơ được trả lại để bổ sung",
        say: (about) => `Hồ sơ đề cử ${about} chưa đầy đủ và được trả lại để đơn vị bổ sung, rồi nộp lại trong hạn.`,
        button: "Bổ sung hồ sơ",
      },
      refused: {
        subject: (about) => `Kết quả xét khen thưởng: ${about}`,
        title: "Đề cử không được khen thưởng",
        say: (about) => `Đề cử ${about} không được khen thưởng trong đợt này. Xin cảm ơn đơn vị đã giới thiệu.`,
        button: "Xem hồ sơ",
      },
      won: {
        subject: (about) => `Kết quả khen thưởng: ${about}`,
        title: "Được khen thưởng",
        say: (about) => `Trân trọng chúc mừng ${about} đã được khen thưởng. Xin cảm ơn đơn vị đã giới thiệu.`,
        button: "Xem kết quả",
      },
      score: {
        subject: (about) => `Nhắc chấm điểm: ${about}`,
        title: "Hồ sơ chờ chấm điểm",
        say: (about, n) => `Còn ${n} hồ sơ chờ ${you} chấm điểm trong ${about}.`,
        button: "Chấm điểm",
      },
      meeting: {
        subject: (about) => `Mời họp Hội đồng: ${about}`,
        title: "Mời họp Hội đồng",
        say: (about) => `Kính mời ${you} dự họp Hội đồng: ${about}. Nếu vắng mặt, ${you} có thể bỏ phiếu bằng văn bản.`,
        button: "Xem cuộc họp",
      },
      written: {
        subject: (about) => `Biểu quyết bằng văn bản: ${about}`,
        title: "Mời biểu quyết bằng văn bản",
        say: (about) =>
          `Hội đồng đã mở bỏ phiếu: ${about}. Vì vắng mặt tại phiên họp, ${you} bỏ phiếu trên phiếu điện tử này. Phiếu được nhận đến khi đóng bỏ phiếu; phiếu đã gửi không sửa được.`,
        button: "Mở phiếu",
      },
      thanks: {
        subject: (about) => `Cảm ơn thành viên Hội đồng: ${about}`,
        title: "Cảm ơn thành viên Hội đồng",
        say: (about) => `Ban tổ chức trân trọng cảm ơn ${you} đã tham gia Hội đồng của ${about}.`,
        button: "Xem kết quả",
      },
    },
  }),
  en: () => ({
    kicker: "Awards",
    because: "You receive this because you take part in awards in this system.",
    labels: {
      round: "Award round",
      category: "Category",
      nominee: "Nominee",
      unit: "Unit",
      receipt: "Receipt number",
      until: "Until",
      form: "Form",
      decision: "Decision",
      when: "When",
      place: "Place",
    },
    reason: "Reason",
    matters: {
      call: {
        subject: (about) => `Call for nominations: ${about}`,
        title: "Call for nominations",
        say: (about) =>
          `The organizers invite your unit to nominate outstanding groups and people in ${about}. A dossier holds the proposal, the achievement report and the minutes of the unit's meeting.`,
        button: "See the categories and nominate",
      },
      silent: {
        subject: (about) => `Reminder to nominate: ${about}`,
        title: "No nomination yet",
        say: (about) =>
          `Your unit has not begun a nomination in ${about}. If it does not wish to nominate, please ignore this letter.`,
        button: "Begin a nomination",
      },
      drafts: {
        subject: (about) => `Nominations not submitted: ${about}`,
        title: "Nominations not submitted",
        say: (about, n) =>
          `Dossiers of your unit in ${about} that are not submitted: ${n}. What is not submitted is not considered.`,
        button: "Finish and submit",
      },
      received: {
        subject: (about) => `Nomination received: ${about}`,
        title: "The nomination is received",
        say: (about) => `The nomination of ${about} has been received.`,
        button: "See the dossier",
      },
      returned: {
        subject: (about) => `Nomination to be completed: ${about}`,
        title: "The nomination is returned",
        say: (about) =>
          `The nomination of ${about} is not complete and is returned; please complete it and submit it again in time.`,
        button: "Complete the dossier",
      },
      refused: {
        subject: (about) => `Result of the nomination: ${about}`,
        title: "Not awarded",
        say: (about) => `The nomination of ${about} was not awarded in this round. Thank you for proposing it.`,
        button: "See the dossier",
      },
      won: {
        subject: (about) => `Awarded: ${about}`,
        title: "Awarded",
        say: (about) => `Congratulations: ${about} has been awarded. Thank you for proposing it.`,
        button: "See the result",
      },
      score: {
        subject: (about) => `Reminder to score: ${about}`,
        title: "Dossiers wait for your scores",
        say: (about, n) => `Dossiers that wait for your scores in ${about}: ${n}.`,
        button: "Score",
      },
      meeting: {
        subject: (about) => `Council meeting: ${about}`,
        title: "Council meeting",
        say: (about) =>
          `You are invited to the meeting of the council: ${about}. If you cannot come, you may vote in writing.`,
        button: "See the meeting",
      },
      written: {
        subject: (about) => `Vote in writing: ${about}`,
        title: "You are asked to vote in writing",
        say: (about) =>
          `The council is voting: ${about}. As you are not at the meeting, please vote on this ballot paper. It is taken until the vote is closed and cannot be changed once sent.`,
        button: "Open the ballot paper",
      },
      thanks: {
        subject: (about) => `Thank you for your work in the council: ${about}`,
        title: "Thank you for your work in the council",
        say: (about) => `The organizers thank you for your work in the council of ${about}.`,
        button: "See the result",
      },
    },
  }),
  ar: () => ({
    kicker: "التكريم والمكافأة",
    because: "تصلكم هذه الرسالة لأنكم تشاركون في أعمال التكريم على هذا النظام.",
    labels: {
      round: "دورة التكريم",
      category: "الفئة",
      nominee: "المرشح",
      unit: "الجهة",
      receipt: "رقم الاستلام",
      until: "الموعد النهائي",
      form: "نوع التكريم",
      decision: "القرار",
      when: "الوقت",
      place: "المكان",
    },
    reason: "السبب",
    matters: {
      call: {
        subject: (about) => `دعوة إلى الترشيح: ${about}`,
        title: "دعوة إلى الترشيح",
        say: (about) =>
          `تدعو الجهة المنظمة جهتكم إلى ترشيح الجماعات والأفراد المتميزين في ${about}. يضم الملف المقترح وتقرير الإنجازات ومحضر اجتماع الجهة.`,
        button: "الاطلاع على الفئات والترشيح",
      },
      silent: {
        subject: (about) => `تذكير بالترشيح: ${about}`,
        title: "لا يوجد ترشيح بعد",
        say: (about) => `لم تبدأ جهتكم أي ترشيح في ${about}. إذا لم ترغب في الترشيح فيُرجى تجاهل هذه الرسالة.`,
        button: "بدء ترشيح",
      },
      drafts: {
        subject: (about) => `ملفات ترشيح لم تُقدَّم: ${about}`,
        title: "ملفات ترشيح لم تُقدَّم",
        say: (about, n) => `عدد ملفات جهتكم التي لم تُقدَّم في ${about}: ${n}. ما لا يُقدَّم لا يُنظر فيه.`,
        button: "إكمال الملف وتقديمه",
      },
      received: {
        subject: (about) => `استلام ملف الترشيح: ${about}`,
        title: "تم استلام الملف",
        say: (about) => `تم استلام ملف ترشيح ${about}.`,
        button: "عرض الملف",
      },
      returned: {
        subject: (about) => `ملف الترشيح يحتاج إلى استكمال: ${about}`,
        title: "أُعيد الملف للاستكمال",
        say: (about) => `ملف ترشيح ${about} غير مكتمل وأُعيد للاستكمال، يُرجى إكماله وتقديمه من جديد في الموعد.`,
        button: "استكمال الملف",
      },
      refused: {
        subject: (about) => `نتيجة الترشيح: ${about}`,
        title: "لم يُكرَّم الترشيح",
        say: (about) => `لم يُكرَّم ترشيح ${about} في هذه الدورة. نشكر جهتكم على تقديمه.`,
        button: "عرض الملف",
      },
      won: {
        subject: (about) => `نتيجة التكريم: ${about}`,
        title: "تم التكريم",
        say: (about) => `نهنئ ${about} على هذا التكريم، ونشكر جهتكم على الترشيح.`,
        button: "عرض النتيجة",
      },
      score: {
        subject: (about) => `تذكير بوضع الدرجات: ${about}`,
        title: "ملفات تنتظر درجاتكم",
        say: (about, n) => `عدد الملفات التي تنتظر درجاتكم في ${about}: ${n}.`,
        button: "وضع الدرجات",
      },
      meeting: {
        subject: (about) => `اجتماع المجلس: ${about}`,
        title: "اجتماع المجلس",
        say: (about) => `ندعوكم إلى اجتماع المجلس: ${about}. إذا تعذر حضوركم فيمكنكم التصويت كتابةً.`,
        button: "عرض الاجتماع",
      },
      written: {
        subject: (about) => `التصويت كتابةً: ${about}`,
        title: "دعوة إلى التصويت كتابةً",
        say: (about) =>
          `بدأ تصويت المجلس: ${about}. لعدم حضوركم الاجتماع نرجو التصويت على هذه الورقة. تُقبل الورقة حتى إغلاق التصويت ولا تُعدَّل بعد إرسالها.`,
        button: "فتح ورقة التصويت",
      },
      thanks: {
        subject: (about) => `شكر لأعضاء المجلس: ${about}`,
        title: "شكر لأعضاء المجلس",
        say: (about) => `تشكركم الجهة المنظمة على مشاركتكم في مجلس ${about}.`,
        button: "عرض النتيجة",
      },
    },
  }),
  hi: () => ({
    kicker: "पुरस्कार एवं सम्मान",
    because: "यह पत्र आपको इसलिए मिला है क्योंकि आप इस प्रणाली पर पुरस्कार कार्य में भाग लेते हैं।",
    labels: {
      round: "पुरस्कार चरण",
      category: "श्रेणी",
      nominee: "नामित",
      unit: "इकाई",
      receipt: "प्राप्ति संख्या",
      until: "अंतिम समय",
      form: "पुरस्कार का रूप",
      decision: "निर्णय",
      when: "समय",
      place: "स्थान",
    },
    reason: "कारण",
    matters: {
      call: {
        subject: (about) => `नामांकन का आमंत्रण: ${about}`,
        title: "नामांकन का आमंत्रण",
        say: (about) =>
          `आयोजक आपकी इकाई को ${about} में उत्कृष्ट समूहों और व्यक्तियों को नामित करने के लिए आमंत्रित करते हैं। अभिलेख में प्रस्ताव, उपलब्धि रिपोर्ट और इकाई की बैठक का कार्यवृत्त होता है।`,
        button: "श्रेणियाँ देखें और नामित करें",
      },
      silent: {
        subject: (about) => `नामांकन का अनुस्मारक: ${about}`,
        title: "अभी कोई नामांकन नहीं",
        say: (about) =>
          `आपकी इकाई ने ${about} में अभी कोई नामांकन शुरू नहीं किया है। यदि इकाई नामित नहीं करना चाहती, तो इस पत्र पर ध्यान न दें।`,
        button: "नामांकन शुरू करें",
      },
      drafts: {
        subject: (about) => `जमा न किए गए नामांकन: ${about}`,
        title: "जमा न किए गए नामांकन",
        say: (about, n) => `${about} में आपकी इकाई के जमा न किए गए अभिलेख: ${n}। जो जमा नहीं होता, उस पर विचार नहीं होता।`,
        button: "पूरा करके जमा करें",
      },
      received: {
        subject: (about) => `नामांकन प्राप्त हुआ: ${about}`,
        title: "नामांकन प्राप्त हुआ",
        say: (about) => `${about} का नामांकन प्राप्त हो गया है।`,
        button: "अभिलेख देखें",
      },
      returned: {
        subject: (about) => `नामांकन पूरा करना है: ${about}`,
        title: "नामांकन पूर्ति हेतु वापस",
        say: (about) => `${about} का नामांकन अधूरा है और वापस भेजा गया है; कृपया इसे पूरा करके समय पर फिर जमा करें।`,
        button: "अभिलेख पूरा करें",
      },
      refused: {
        subject: (about) => `नामांकन का परिणाम: ${about}`,
        title: "पुरस्कार नहीं मिला",
        say: (about) => `इस चरण में ${about} के नामांकन को पुरस्कार नहीं मिला। प्रस्ताव के लिए आपकी इकाई का धन्यवाद।`,
        button: "अभिलेख देखें",
      },
      won: {
        subject: (about) => `पुरस्कार का परिणाम: ${about}`,
        title: "पुरस्कार मिला",
        say: (about) => `बधाई: ${about} को पुरस्कार मिला है। नामांकन के लिए आपकी इकाई का धन्यवाद।`,
        button: "परिणाम देखें",
      },
      score: {
        subject: (about) => `अंकन का अनुस्मारक: ${about}`,
        title: "अभिलेख आपके अंकों की प्रतीक्षा में",
        say: (about, n) => `${about} में आपके अंकों की प्रतीक्षा करते अभिलेख: ${n}।`,
        button: "अंक दें",
      },
      meeting: {
        subject: (about) => `परिषद की बैठक: ${about}`,
        title: "परिषद की बैठक",
        say: (about) => `आपको परिषद की बैठक में आमंत्रित किया जाता है: ${about}। यदि आप न आ सकें, तो लिखित मत दे सकते हैं।`,
        button: "बैठक देखें",
      },
      written: {
        subject: (about) => `लिखित मत: ${about}`,
        title: "लिखित मत का अनुरोध",
        say: (about) =>
          `परिषद में मतदान खुला है: ${about}। आप बैठक में नहीं हैं, इसलिए कृपया इस मतपत्र पर मत दें। मतदान बंद होने तक मतपत्र लिया जाता है और भेजने के बाद बदला नहीं जा सकता।`,
        button: "मतपत्र खोलें",
      },
      thanks: {
        subject: (about) => `परिषद के सदस्यों को धन्यवाद: ${about}`,
        title: "परिषद के सदस्यों को धन्यवाद",
        say: (about) => `${about} की परिषद में आपके कार्य के लिए आयोजक आपका धन्यवाद करते हैं।`,
        button: "परिणाम देखें",
      },
    },
  }),
};
