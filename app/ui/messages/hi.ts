import type { UiWords } from ".";

export const hi: UiWords = {
  optional: "वैकल्पिक",
  errorPrefix: "त्रुटि:",
  breadcrumbs: "आप यहाँ हैं",
  previous: "पिछला",
  next: "अगला",
  pages: "पृष्ठ",
  menu: "मेनू खोलें",
  close: "बंद करें",
  select: "चुनें",
  sorted: { ascending: "आरोही क्रम में", descending: "अवरोही क्रम में" },
  steps: "चरण",
  stepDone: "पूर्ण",
  today: "आज",
  done: "पूर्ण",
  late: "समय-सीमा पार",
  notices: "सूचनाएँ",
};
