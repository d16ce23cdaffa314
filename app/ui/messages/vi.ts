// The few words that belong to controls themselves, whatever the page is about.
export const vi = {
  optional: "không bắt buộc",
  errorPrefix: "Lỗi:",
  breadcrumbs: "Vị trí của trang này",
  previous: "Trước",
  next: "Sau",
  pages: "Các trang",
  menu: "Mở trình đơn",
  close: "Đóng",
  select: "Chọn",
  sorted: { ascending: "xếp tăng dần", descending: "xếp giảm dần" },
  steps: "Các bước",
  stepDone: "đã xong",
  today: "Hôm nay",
  done: "đã xong",
  late: "quá hạn",
  notices: "Thông báo",
};
