/** The story's table of E1: point, invited, confirmed, substitutes, declined, silent, line test. The first is the main venue. */
export const attendance: [
  name: string,
  invited: number,
  yes: number,
  substitute: number,
  no: number,
  silent: number,
  line: "passed" | "backup" | "retried",
][] = [
  ["Điểm cầu chính", 96, 90, 3, 2, 1, "passed"],
  ["Phường Bến Lam", 17, 11, 2, 1, 3, "passed"],
  ["Phường Cửa Giang", 18, 13, 3, 1, 1, "passed"],
  ["Phường Đông Thạch", 24, 17, 3, 2, 2, "passed"],
  ["Phường Hòa Bình Đông", 18, 13, 2, 1, 2, "passed"],
  ["Phường Tây Hà", 17, 12, 3, 0, 2, "passed"],
  ["Phường Nam Lĩnh", 18, 14, 3, 0, 1, "passed"],
  ["Xã An Khê Thượng", 16, 14, 2, 0, 0, "passed"],
  ["Xã Bình Lãng", 16, 11, 3, 2, 0, "passed"],
  ["Xã Châu Phong", 24, 21, 3, 0, 0, "passed"],
  ["Xã Diễn Hà", 19, 17, 1, 0, 1, "passed"],
  ["Xã Đại Nghĩa Tây", 20, 15, 2, 2, 1, "passed"],
  ["Xã Gia Lộc", 19, 15, 1, 1, 2, "passed"],
  ["Xã Hưng Đạo Nam", 17, 10, 2, 2, 3, "passed"],
  ["Xã Kỳ Lâm", 16, 14, 1, 1, 0, "passed"],
  ["Xã Long Sơn Hạ", 19, 11, 3, 2, 3, "passed"],
  ["Xã Mường Hin", 16, 12, 1, 0, 3, "retried"],
  ["Xã Nghĩa Tân Thượng", 24, 21, 2, 0, 1, "passed"],
  ["Xã Phúc Trạch Bắc", 16, 11, 2, 0, 3, "passed"],
  ["Xã Quỳ Lâm", 16, 12, 3, 1, 0, "passed"],
  ["Xã Thanh Khê Đông", 16, 13, 3, 0, 0, "passed"],
  ["Đặc khu Hòn Lam", 24, 19, 3, 2, 0, "backup"],
];

/** The agenda of E1 in minutes: 160 in all. */
export const agenda: [title: string, speaker: string, minutes: number][] = [
  ["Ổn định tổ chức, giới thiệu đại biểu", "Ban tổ chức", 10],
  ["Phát biểu khai mạc", "Chủ tịch UBND tỉnh", 10],
  ["Báo cáo trung tâm: kết quả chuyển đổi số", "Giám đốc Sở Khoa học và Công nghệ", 20],
  ["Phóng sự: chuyển đổi số về với bản làng", "Báo và Phát thanh, Truyền hình tỉnh", 7],
  ["Tham luận của điểm cầu Phường Bến Lam", "", 7],
  ["Tham luận của điểm cầu Xã Châu Phong", "", 7],
  ["Tham luận của điểm cầu Xã Gia Lộc", "", 7],
  ["Tham luận của điểm cầu Xã Mường Hin", "", 7],
  ["Tham luận của điểm cầu Đặc khu Hòn Lam", "", 7],
  ["Thảo luận", "", 30],
  ["Phát động Ngày Chuyển đổi số quốc gia", "Chủ tịch UBND tỉnh", 10],
  ["Trao khen thưởng đột xuất", "", 15],
  ["Phát biểu kết luận", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", 20],
  ["Bế mạc", "", 3],
];

/** Who sits at a point, in the order of the list; the first one chairs it. */
export const composition = [
  "Phó Chủ tịch UBND",
  "Trưởng phòng Văn hóa - Xã hội",
  "Trưởng phòng Kinh tế",
  "Thành viên Ban Chỉ đạo chuyển đổi số",
  "Giám đốc Trung tâm Phục vụ hành chính công",
  "Đại diện doanh nghiệp viễn thông",
  "Đại diện bưu điện",
  "Bí thư Đoàn",
  "Chủ tịch Hội Phụ nữ",
  "Tổ trưởng tổ công nghệ số cộng đồng",
  "Trưởng thôn, tổ trưởng tổ dân phố",
];

export const declineReasons = [
  "Trùng lịch họp Hội đồng nhân dân",
  "Đi công tác ngoài tỉnh",
  "Nghỉ phép theo chế độ",
  "Tham gia lớp bồi dưỡng tại trường chính trị",
  "",
];
