export const vi = {
  product: "TenTen",
  home: "Về trang đầu",
  badRequest: [
    "Yêu cầu chưa đúng",
    "Địa chỉ hoặc nội dung gửi lên không đọc được. Hãy quay lại trang trước và thử lại.",
  ],
  signInFirst: ["Cần đăng nhập", "Trang này dành cho người đã đăng nhập. Hãy đăng nhập rồi mở lại."],
  forbidden: [
    "Không có quyền xem",
    "Tài khoản này không được mở trang này. Nếu cần, xin Ông/Bà nhờ người quản trị cấp quyền.",
  ],
  foreign: [
    "Yêu cầu bị từ chối",
    "Biểu mẫu được gửi từ một trang khác hoặc trình duyệt đã giấu nguồn gửi. Hãy mở lại trang này và gửi lại.",
  ],
  notFound: [
    "Không tìm thấy trang",
    "Địa chỉ có thể đã gõ sai, hoặc trang không còn ở đây. Hãy kiểm tra lại đường liên kết.",
  ],
  wrongMethod: [
    "Thao tác không được hỗ trợ",
    "Trang này không nhận thao tác vừa gửi. Hãy quay lại trang trước và thử lại.",
  ],
  conflict: ["Có thay đổi khác xen vào", "Dữ liệu vừa được người khác thay đổi. Hãy tải lại trang rồi thử lại."],
  gone: [
    "Liên kết không còn dùng được",
    "Liên kết này đã hết hạn hoặc đã được thay bằng liên kết mới. Hãy tìm thư mới nhất hoặc liên hệ đơn vị tổ chức.",
  ],
  tooLarge: ["Nội dung gửi lên quá lớn", "Hãy chọn tệp nhỏ hơn hoặc chia nội dung thành nhiều lần gửi."],
  tooLong: ["Địa chỉ quá dài", "Hãy mở lại trang từ đường liên kết ban đầu."],
  tooMany: ["Quá nhiều yêu cầu", "Hãy đợi một phút rồi thử lại. Không có gì bị mất."],
  broken: ["Hệ thống gặp lỗi", "Lỗi đã được ghi lại. Hãy thử lại sau ít phút; điều đã lưu trước đó vẫn còn nguyên."],
  stopping: ["Hệ thống đang khởi động lại", "Hãy thử lại sau ít giây. Không có gì bị mất."],
};
