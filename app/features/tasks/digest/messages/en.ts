import type { Words } from "./index";

export const en: Words = {
  title: "Daily letter about tasks",
  about:
    "On each working day with something to tell, one letter goes to your address: tasks that are overdue, returned, waiting for your decision, due soon or newly assigned. After days off, the next letter covers them all.",
  address: "Sent to",
  hour: "Hour",
  hourHint: (zone) => `On the organization's clock (${zone}).`,
  off: "No daily letter",
  offHint: "A delay that has to be reported to you (after 1, 3 or 7 days) is still sent, once at each level.",
  save: "Save",
  saved: (hour) => `Saved. The letter comes from ${hour} on working days.`,
  savedOff: "Saved. You get no daily letter any more; reported delays are still sent.",
  mend: "Please mend before saving",
  badHour: "Choose an hour from the list.",
  back: "My account",
};
