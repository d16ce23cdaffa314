import type { Words } from "./index";

export const en: Words = {
  history: "History",
  what: "Act",
  who: "By",
  when: "At",
  system: "The system",
  nothing: "Nothing has been noted yet.",
};
