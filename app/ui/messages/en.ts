import type { UiWords } from ".";

export const en: UiWords = {
  optional: "optional",
  errorPrefix: "Error:",
  breadcrumbs: "You are here",
  previous: "Previous",
  next: "Next",
  pages: "Pages",
  menu: "Open menu",
  close: "Close",
  select: "Select",
  sorted: { ascending: "sorted ascending", descending: "sorted descending" },
  steps: "Steps",
  stepDone: "done",
  today: "Today",
  done: "done",
  late: "overdue",
  notices: "Notices",
};
