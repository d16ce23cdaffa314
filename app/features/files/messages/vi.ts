import type { FileRefusal } from "../rules";

type Refused = Record<FileRefusal, (file: string) => string>;
const refused: Refused = {
  "not-allowed-type": (file) =>
    `Không nhận “${file}” vì nội dung không thuộc loại tệp được phép. Hãy lưu lại thành PDF, Word, Excel, PowerPoint, ảnh hoặc văn bản thuần rồi chọn lại.`,
  "too-large": (file) => `“${file}” lớn hơn 25 MB. Hãy nén ảnh trong tệp hoặc chia thành nhiều tệp rồi chọn lại.`,
  empty: (file) => `“${file}” không có nội dung. Hãy mở tệp kiểm tra rồi chọn lại.`,
  "too-many": () => "Mỗi lần gửi tối đa 5 tệp. Hãy chọn lại ít tệp hơn, phần còn lại gửi ở lần sau.",
  "no-space": () =>
    "Máy chủ sắp hết chỗ lưu nên tạm thời không nhận tệp. Hãy báo cho quản trị viên; các nội dung khác vẫn lưu được.",
  broken: () => "Đường truyền bị ngắt giữa chừng nên chưa nhận được tệp. Hãy chọn lại tệp và gửi lại.",
};

export const vi = {
  hint: "PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument, ảnh PNG, JPEG, WebP hoặc văn bản thuần (.txt, .csv). Tối đa 5 tệp, mỗi tệp 25 MB.",
  aFile: "Tệp",
  refused,
};
