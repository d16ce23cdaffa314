import { isWebAddress } from "~/web/web-address";
import type { Block, Entry } from "./blocks";
import { type Html, html } from "./html";
import { colour, edge, text } from "./paper-style";
import { sentence } from "./sentence";

/** A name that leads to its page; plain words where the address is none. */
export const link = (href: string, words: string): Html =>
  isWebAddress(href)
    ? html`<a href="${href}" class="accent" style="color:${colour.accent}">${sentence(words)}</a>`
    : html`${sentence(words)}`;

// Mail programs clip what is longer than 100 kB, and a digest may hold many: an entry says its style once.
const entryStyle = text(
  14,
  `border-top:${edge};margin-top:10px;padding-top:10px;word-break:break-word`,
  colour.quiet,
).replace("margin:0;", "");
const quoteStyle = `white-space:pre-line;color:${colour.ink}`;

const entry = ({ title, href, lines, quote }: Entry): Html => html`
  <div class="line quiet" style="${entryStyle}">
    <b style="font-size:15px">${link(href, title)}</b>
    ${lines.map((line) => html`<div>${sentence(line)}</div>`)}
    ${quote && html`<div class="ink" dir="auto" style="${quoteStyle}">${sentence(quote)}</div>`}
  </div>`;

/** A list of things to open, under a heading of its own. */
export const entries = ({ label, hint, entries: all, more }: Extract<Block, { kind: "entries" }>): Html => html`
  <h2 class="ink" style="${text(17, "margin-top:28px;font-weight:700")}">${sentence(label)}</h2>
  ${hint && html`<p class="quiet" style="${text(14, "margin-top:4px", colour.quiet)}">${sentence(hint)}</p>`}
  ${all.map(entry)}
  ${more && html`<p style="${text(15, "margin-top:12px;font-weight:600")}">${link(more.href, more.text)}</p>`}`;
