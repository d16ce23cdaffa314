import type { RoleWords } from "./index";

export const hi: RoleWords = {
  administrator: "सिस्टम प्रशासक",
  organizer: "आयोजक",
  head: "इकाई प्रमुख",
  "focal-point": "नोडल अधिकारी",
  "point-operator": "केंद्र संचालक",
  "council-member": "परिषद सदस्य",
  supervisor: "पर्यवेक्षक",
};
