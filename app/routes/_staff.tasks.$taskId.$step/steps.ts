/** The steps that have a page of their own: they need a word, a choice, or a second thought. */
export const steps = [
  "report",
  "submit",
  "withdraw",
  "decide",
  "responsible",
  "carry-over",
  "reopen",
  "cancel",
  "remove",
] as const;
export type Step = (typeof steps)[number];

export const isStep = (text: string | undefined): text is Step => steps.some((step) => step === text);
