export const vi = {
  title: "Thư nhiệm vụ trong ngày",
  about:
    "Mỗi ngày làm việc, nếu có việc cần lưu ý, hệ thống gửi đến địa chỉ của Ông/Bà một thư duy nhất: nhiệm vụ quá hạn, bị trả lại, chờ duyệt, sắp đến hạn và mới giao. Sau ngày nghỉ, thư kế tiếp gộp tất cả.",
  address: "Địa chỉ nhận",
  hour: "Giờ gửi",
  hourHint: (zone: string) => `Theo giờ của cơ quan (${zone}).`,
  off: "Không nhận thư hằng ngày",
  offHint: "Nhiệm vụ quá hạn đến mức phải báo cho Ông/Bà (1, 3 hoặc 7 ngày) vẫn được gửi, mỗi mức một lần.",
  save: "Lưu",
  saved: (hour: string) => `Đã lưu. Thư đến từ ${hour} các ngày làm việc.`,
  savedOff: "Đã lưu. Ông/Bà không nhận thư hằng ngày nữa; báo cáo quá hạn vẫn được gửi.",
  mend: "Cần sửa trước khi lưu",
  badHour: "Chọn một giờ trong danh sách.",
  back: "Tài khoản của tôi",
};
