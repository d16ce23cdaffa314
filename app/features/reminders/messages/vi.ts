export const vi = {
  title: "Nhắc nhở",
  about:
    "Lịch nhắc được tính từ ngày của sự kiện: dời sự kiện thì lịch nhắc dời theo. Ai đã trả lời, được mời sau giờ nhắc hoặc địa chỉ bị trả lại thì không bị nhắc.",
  silent: "Nhắc người chưa trả lời, số ngày trước hạn trả lời",
  silentHint: "Ví dụ: 7, 3, 1. Để trống là không nhắc.",
  coming: "Nhắc người sẽ dự, số ngày trước ngày diễn ra",
  comingHint: "Thư có địa điểm, liên kết và mã vào cửa. Ví dụ: 1.",
  clock: "Giờ gửi",
  clockHint: "Theo giờ của sự kiện, ví dụ 08:00.",
  save: "Lưu lịch nhắc",
  saved: "Đã lưu lịch nhắc.",
  mend: "Cần sửa trước khi lưu",
  errors: {
    "bad-days": "Ghi các số ngày từ 0 đến 60, cách nhau bằng dấu phẩy.",
    required: "Ghi giờ gửi, ví dụ 08:00.",
    "bad-clock": "Ghi giờ và phút, ví dụ 08:00.",
  } as Record<string, string>,
  plan: "Các lần nhắc theo lịch hiện nay",
  when: "Thời điểm",
  whom: "Nhắc ai",
  state: "Tình trạng",
  kinds: { "reply-reminder": "Người chưa trả lời", "event-reminder": "Người sẽ dự" },
  daysBefore: (n: number, kind: "reply-reminder" | "event-reminder") =>
    n === 0
      ? kind === "reply-reminder"
        ? "trong ngày hết hạn trả lời"
        : "trong ngày diễn ra"
      : `${n} ngày trước ${kind === "reply-reminder" ? "hạn trả lời" : "ngày diễn ra"}`,
  sent: (n: number) => `Đã viết ${n} thư`,
  next: (n: number) => `Sắp tới, hiện có ${n} người`,
  passed: "Đã qua, không gửi bù",
  stopped: "Dừng theo tình trạng sự kiện",
  none: "Chưa có lần nhắc nào",
  noReplyBy: "Sự kiện chưa có hạn trả lời nên chưa nhắc được người chưa trả lời.",
  dateOpen: "Sự kiện đang hoãn, chưa có ngày mới: không có lời nhắc nào được gửi.",
};
