import type { RoleWords } from "./index";

export const en: RoleWords = {
  administrator: "System administrator",
  organizer: "Organizer",
  head: "Head of unit",
  "focal-point": "Focal point",
  "point-operator": "Point operator",
  "council-member": "Council member",
  supervisor: "Supervisor",
};
