/** A refusal as a value, with its reason: what a write answers in place of throwing. */
export const refuse = <R extends string>(reason: R) => ({ ok: false, reason }) as const;
