import type { RoleWords } from "./index";

export const ar: RoleWords = {
  administrator: "مدير النظام",
  organizer: "منظّم",
  head: "رئيس الجهة",
  "focal-point": "منسق الاتصال",
  "point-operator": "مشغّل النقطة",
  "council-member": "عضو المجلس",
  supervisor: "مراقب",
};
