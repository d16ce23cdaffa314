import type { Words } from "../messages";

/** Why a task stays as it is, in the words of the task's own form. */
export const refusedWords = (reason: string, { errors }: Pick<Words, "errors">): string =>
  (errors as Record<string, string>)[reason] ?? errors.form;
