import type { Role } from "../../rules";

export const vi = {
  administrator: "Quản trị hệ thống",
  organizer: "Người tổ chức",
  head: "Người đứng đầu",
  "focal-point": "Đầu mối",
  "point-operator": "Phụ trách điểm cầu",
  "council-member": "Thành viên hội đồng",
  supervisor: "Giám sát",
} satisfies Record<Role, string>;
