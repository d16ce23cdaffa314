import type { AwardWords } from "../award-letter-words";

export const vi = (you: string): AwardWords => ({
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
        `Cơ quan thường trực mời đơn vị của ${you} đề cử tập thể, cá nhân tiêu biểu trong ${about}. Hồ sơ gồm tờ trình, báo cáo thành tích và biên bản họp xét của đơn vị.`,
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
      say: (about) => `Cơ quan thường trực trân trọng cảm ơn ${you} đã tham gia Hội đồng của ${about}.`,
      button: "Xem kết quả",
    },
  },
});
