import type { HolidayKey } from "../proposals.rules";

const names: Record<HolidayKey, string> = {
  "new-year": "Tết Dương lịch",
  "tet-eve": "Nghỉ Tết Nguyên đán (ngày cuối năm âm lịch)",
  tet: "Nghỉ Tết Nguyên đán",
  "hung-kings": "Giỗ Tổ Hùng Vương",
  reunification: "Ngày Chiến thắng",
  labour: "Ngày Quốc tế lao động",
  national: "Quốc khánh",
};

export const vi = {
  title: "Ngày nghỉ và ngày làm bù",
  lead: "Các nhiệm vụ tính hạn theo ngày làm việc dựa vào lịch này. Thứ Bảy và Chủ nhật là ngày nghỉ, không cần nhập.",
  organization: "Cơ quan",
  year: (year: number) => `Năm ${year}`,
  years: "Chọn năm",
  day: "Ngày",
  weekday: "Thứ",
  name: "Tên ngày",
  kind: "Loại",
  kinds: { off: "Nghỉ", worked: "Làm bù" },
  remove: "Bỏ",
  removeDay: (day: string) => `Bỏ ngày ${day}`,
  none: "Chưa nhập ngày nào cho năm này",
  noneAdvice: "Bấm “Đề xuất ngày lễ”, xem lại từng dòng rồi lưu.",
  propose: (year: number) => `Đề xuất ngày lễ năm ${year}`,
  proposed:
    "Dưới đây là các ngày lễ theo Bộ luật Lao động, Tết và Giỗ Tổ đã đổi sang dương lịch. Ngày nghỉ thứ hai dịp Quốc khánh và ngày hoán đổi do thông báo hằng năm quyết định: hãy sửa cho đúng thông báo rồi lưu.",
  instead: (name: string) => `Nghỉ bù ${name}`,
  add: "Thêm ngày",
  lines: "Các ngày",
  linesHint:
    "Mỗi dòng một ngày: 01/01/2026 Tết Dương lịch. Có thể ghi cả khoảng: 16/02/2026 - 20/02/2026 Nghỉ Tết. Ngày đã có sẽ nhận tên và loại mới.",
  save: "Lưu các ngày này",
  mend: "Cần sửa trước khi lưu",
  entered: (n: number) => (n === 0 ? "Không có gì thay đổi: các ngày này đã có trong lịch." : `Đã lưu ${n} ngày.`),
  removed: (day: string, name: string) => `Đã bỏ ngày ${day} (${name}).`,
  undo: "Hoàn tác",
  errors: {
    required: () => "Hãy ghi ít nhất một ngày.",
    "bad-day": (line: number) => `Dòng ${line}: không đọc được ngày. Hãy ghi như 02/09/2026 Quốc khánh.`,
    "no-name": (line: number) => `Dòng ${line}: hãy ghi tên sau ngày, ví dụ 02/09/2026 Quốc khánh.`,
    "too-long": (line: number) => `Dòng ${line}: tên dài quá 200 ký tự. Hãy rút gọn.`,
    "bad-range": (line: number) =>
      `Dòng ${line}: ngày sau phải không sớm hơn ngày trước và khoảng không quá 31 ngày. Hãy sửa hoặc tách dòng.`,
    "too-many": (line: number) => `Từ dòng ${line}: quá 400 ngày trong một lần. Hãy lưu từng năm.`,
  },
  names,
};
