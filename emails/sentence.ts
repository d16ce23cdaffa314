import { pieces } from "./clean";
import { Html, html } from "./html";

// A name or a telephone number stays on one line.
const whole = new Html(' style="white-space:nowrap"');
const fromLeft = new Html(' dir="ltr"');

/** A sentence with its facts kept apart from the direction around them. */
export const sentence = (words: string): Html[] =>
  pieces(words).map((piece) =>
    piece.isolate === "none"
      ? html`${piece.text}`
      : html`<bdi${piece.isolate === "ltr" && fromLeft}${piece.text.length <= 24 && whole}>${piece.text}</bdi>`,
  );
