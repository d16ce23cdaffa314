/** A link that people follow: only web addresses, nothing that runs. */
export const isWebAddress = (text: string | null | undefined): text is string =>
  typeof text === "string" && /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
