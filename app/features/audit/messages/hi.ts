import type { Words } from "./index";

export const hi: Words = {
  history: "इतिहास",
  what: "कार्य",
  who: "किसने किया",
  when: "कब",
  system: "प्रणाली",
  nothing: "अभी कुछ दर्ज नहीं हुआ।",
};
