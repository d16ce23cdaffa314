/** A text in the languages it was written in; Vietnamese is always there, the others when somebody wrote them. */
export interface Localized {
  vi: string;
  en?: string;
  ar?: string;
  hi?: string;
}
