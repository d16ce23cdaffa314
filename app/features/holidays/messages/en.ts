import type { Words } from "./index";

export const en: Words = {
  title: "Days off and exchanged working days",
  lead: "Tasks that count in working days follow this calendar. Saturdays and Sundays are off without being entered.",
  organization: "Organization",
  year: (year) => `${year}`,
  years: "Choose a year",
  day: "Day",
  weekday: "Weekday",
  name: "Name",
  kind: "Kind",
  kinds: { off: "Off", worked: "Worked in exchange" },
  remove: "Remove",
  removeDay: (day) => `Remove ${day}`,
  none: "No day has been entered for this year",
  noneAdvice: "Press “Propose the holidays”, look at every line, then save.",
  propose: (year) => `Propose the holidays of ${year}`,
  proposed:
    "These are the holidays of the Labour Code, with Tết and the Hùng Kings’ day in the solar calendar. The second day of the National Day and exchanged days are announced each year: correct the lines by the announcement, then save.",
  instead: (name) => `Day off in place of: ${name}`,
  add: "Add days",
  lines: "Days",
  linesHint:
    "One day a line: 01/01/2026 New Year. Several days: 16/02/2026 - 20/02/2026 Tết. A day that is there takes the new name and kind.",
  save: "Save these days",
  mend: "Please correct before saving",
  entered: (n) =>
    n === 0 ? "Nothing changed: these days are in the calendar." : n === 1 ? "One day saved." : `${n} days saved.`,
  removed: (day, name) => `${day} (${name}) was removed.`,
  undo: "Undo",
  errors: {
    required: () => "Write at least one day.",
    "bad-day": (line) => `Line ${line}: the day cannot be read. Write it like 02/09/2026 National Day.`,
    "no-name": (line) => `Line ${line}: write a name after the day, like 02/09/2026 National Day.`,
    "too-long": (line) => `Line ${line}: the name is longer than 200 characters. Shorten it.`,
    "bad-range": (line) =>
      `Line ${line}: the second day must not come before the first, and at most 31 days go in one line. Correct or split it.`,
    "too-many": (line) => `From line ${line} on: more than 400 days at once. Save year by year.`,
  },
  names: {
    "new-year": "New Year",
    "tet-eve": "Tết (last day of the lunar year)",
    tet: "Tết",
    "hung-kings": "Hùng Kings’ Commemoration Day",
    reunification: "Victory Day",
    labour: "International Labour Day",
    national: "National Day",
  },
};
