import { isWebAddress } from "~/web/web-address";
import type { Block, Row } from "./blocks";
import { entries, link } from "./entries";
import { Html, html } from "./html";
import { colour, edge, text } from "./paper-style";
import { sentence } from "./sentence";

type Side = "left" | "right";

const newLine = new Html("<br/>");

// Written out per side: old programs know no logical properties.
const gap = (side: Side, block = 9): string =>
  side === "left" ? `padding:${block}px 14px ${block}px 0` : `padding:${block}px 0 ${block}px 14px`;

function rowLine(row: Row, first: boolean, side: Side): Html {
  const top = `border-top:${first ? "0" : edge}`;
  const shown = `padding:9px 0;font-weight:${row.strong ? 600 : 400}`;
  const struck = `text-decoration:${row.struck ? "line-through" : "none"};word-break:break-word`;
  const ink = row.struck ? colour.quiet : colour.ink;
  const value = row.lines.map((line, index) => [index > 0 && newLine, sentence(line)]);
  return html`
    <tr>
      <td class="cell label line quiet" width="164" align="${side}" valign="top" style="${text(14, `${top};${gap(side)};width:164px`, colour.quiet)}">${row.label}</td>
      <td class="cell value line ${row.struck ? "quiet" : "ink"}" align="${side}" valign="top" style="${text(15, `${top};${shown};${struck}`, ink)}">
        ${isWebAddress(row.href) ? html`<a href="${row.href}" class="accent" style="color:${colour.accent}">${value}</a>` : value}
        ${row.aside && html`<span class="quiet" style="display:block;font-size:14px;font-weight:400;color:${colour.quiet}">${sentence(row.aside)}</span>`}
      </td>
    </tr>`;
}

const table = (rows: Html | Html[], top = 20): Html => html`
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:${top}px">
    <tbody>${rows}</tbody>
  </table>`;

const keyStyle = text(
  16,
  `display:inline-block;padding:13px 30px;border-radius:6px;background-color:${colour.accent};font-weight:600;text-decoration:none`,
  colour.onAccent,
);

const button = ({ label, href, hint }: { label: string; href: string; hint: string }, side: Side): Html => html`
  <table role="presentation" class="wide" cellpadding="0" cellspacing="0" border="0" style="margin-top:26px">
    <tbody>
      <tr>
        <td class="key" align="center" style="border-radius:6px;background-color:${colour.accent}">
          <a href="${href}" class="key" style="${keyStyle}">${label}</a>
        </td>
      </tr>
    </tbody>
  </table>
  <p class="quiet" style="${text(13, `margin-top:12px;text-align:${side}`, colour.quiet)}">
    ${hint}<br/><bdi dir="ltr" style="word-break:break-all">${href}</bdi>
  </p>`;

function boxed(tone: "plain" | "warning", inside: Html | Html[]): Html {
  const [shade, line] = tone === "warning" ? [colour.warningShade, colour.warning] : [colour.shade, colour.line];
  const style = `padding:14px 18px;background-color:${shade};border-radius:6px;border:1px solid ${line}`;
  return table(html`<tr><td class="${tone === "warning" ? "warning" : "shade"}" style="${style}">${inside}</td></tr>`);
}

const heading = (words: string, warn: boolean): Html =>
  html`<p class="${warn ? "warn" : "ink"}" style="${text(15, "font-weight:600", warn ? colour.warning : colour.ink)}">${sentence(words)}</p>`;

const item = ({ mark, text: words }: { mark: string; text: string }, side: Side): Html => html`
  <tr>
    <td class="quiet" width="96" align="${side}" valign="top" style="${text(14, `${gap(side, 4)};width:96px`, colour.quiet)}">${sentence(mark)}</td>
    <td class="ink" align="${side}" valign="top" style="${text(15, "padding:4px 0")}">${sentence(words)}</td>
  </tr>`;

/** One block on paper. In a second language the button is not repeated: one letter, one thing to press. */
export function blockOnPaper(block: Block, side: Side, second: boolean): Html | null {
  switch (block.kind) {
    case "say":
      return html`<p class="ink" style="${text(16, "margin-top:16px")}">${sentence(block.text)}</p>`;
    case "small":
      return html`<p class="quiet" style="${text(14, "margin-top:16px", colour.quiet)}">${sentence(block.text)}</p>`;
    case "rows":
      return table(block.rows.map((row, index) => rowLine(row, index === 0, side)));
    case "button":
      return second ? null : button(block, side);
    case "code":
      return boxed("plain", [
        html`<p class="quiet" style="${text(14, "text-align:center", colour.quiet)}">${block.label}</p>`,
        html`<p class="ink" style="${text(30, "font-weight:700;text-align:center;letter-spacing:6px")}"><bdi dir="ltr">${block.code}</bdi></p>`,
      ]);
    case "notice":
      return boxed(block.tone, [
        heading(block.title, block.tone === "warning"),
        ...block.lines.map((line) => html`<p class="ink" style="${text(15, "margin-top:4px")}">${sentence(line)}</p>`),
      ]);
    case "quote":
      return boxed("plain", [
        html`<p class="quiet" style="${text(14, "", colour.quiet)}">${block.label}</p>`,
        html`<p class="ink" dir="auto" style="${text(15, "margin-top:4px;white-space:pre-line")}">${block.text}</p>`,
      ]);
    case "entries":
      return entries(block);
    case "link":
      return html`<p style="${text(14, "margin-top:24px")}">${link(block.href, block.text)}</p>`;
    case "list":
      return html`
        <p class="ink" style="${text(15, "margin-top:24px;font-weight:600")}">${block.label}</p>
        ${table(
          block.items.map((one) => item(one, side)),
          4,
        )}`;
  }
}
