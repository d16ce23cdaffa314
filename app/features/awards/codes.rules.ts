// Without 0, 1, I and O, which are read for one another.
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A code that says nothing and can be typed, a sign of five bits for each of the random bytes. */
export const codeOf = (random: Uint8Array): string => [...random].map((byte) => alphabet[byte % 32]).join("");

/** What somebody typed or scanned as a code of so many signs, as it is kept; "" when it cannot be one. */
export const readCode = (typed: string, length: number): string => {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return signs.length === length ? signs : "";
};

/** A code in groups of four, to be read aloud: "K7QM-3FHP". */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");
