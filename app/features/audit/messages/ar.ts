import type { Words } from "./index";

export const ar: Words = {
  history: "السجل",
  what: "الإجراء",
  who: "من قام به",
  when: "الوقت",
  system: "النظام",
  nothing: "لم يُسجَّل شيء بعد.",
};
