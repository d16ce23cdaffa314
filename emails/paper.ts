import { dirOf, type Locale, tagOf } from "~/web/i18n";
import type { Page } from "./blocks";
import { Html, html } from "./html";
import { colour, css, edge, face, text } from "./paper-style";
import { blockOnPaper } from "./pieces";
import type { Foot } from "./plain";
import { sentence } from "./sentence";

export interface Sheet {
  locale: Locale;
  page: Page;
  greeting: string[];
  foot: Foot;
}

const styles = new Html(css);
/** Behind the line that mailboxes show beside the subject, or they would go on with the letterhead. */
const silence = "\u00A0\u200C".repeat(60);
const band = `background-color:${colour.accent};height:4px;font-size:1px;line-height:4px;border-radius:7px 7px 0 0`;
const sheetStyle = `width:100%;max-width:600px;background-color:${colour.paper};border-collapse:separate;border:${edge};border-radius:8px`;

/** The HTML part: tables and attributes that old mail programs understand, no picture, no request to anywhere. */
export function paper(sheet: Sheet, second: (Sheet & { label: string }) | null): string {
  const { locale, page } = sheet;
  const dir = dirOf(locale);
  return html`<!doctype html>
    <html lang="${locale}" dir="${dir}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="supported-color-schemes" content="light dark"/>
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no"/>
        <title>${page.subject}</title>
        <style>${styles}</style>
      </head>
      <body class="desk" dir="${dir}" style="margin:0;padding:0;background-color:${colour.desk};font-family:${face(locale)}">
        <div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px">${page.preheader}${silence}</div>
        <table role="presentation" class="desk" width="100%" cellpadding="0" cellspacing="0" border="0">
          <tbody>
            <tr>
              <td align="center" style="padding:24px 8px 40px">
                <table role="presentation" class="paper" dir="${dir}" cellpadding="0" cellspacing="0" border="0" style="${sheetStyle};font-family:${face(locale)}">
                  <tbody>
                    <tr><td class="band" height="4" style="${band}">${"\u00A0"}</td></tr>
                    ${letterhead(sheet.foot.office, dir === "rtl")}
                    ${body(sheet)}
                    ${second && body(second, second.label)}
                    ${footLines(sheet.foot, locale)}
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>`.text;
}

const sides = (rtl: boolean) => (rtl ? (["right", "left"] as const) : (["left", "right"] as const));

const officeStyle = text(14, `padding-bottom:14px;border-bottom:${edge};font-weight:600`, colour.quiet);
const signStyle = text(18, `width:80px;padding-bottom:14px;border-bottom:${edge};font-weight:700;white-space:nowrap`);

function letterhead(office: string, rtl: boolean): Html {
  const [near, far] = sides(rtl);
  return html`
    <tr>
      <td class="pad" style="padding:18px 36px 0">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
          <tbody>
            <tr>
              <td class="quiet line" align="${near}" valign="middle" style="${officeStyle}">${sentence(office)}</td>
              <td class="ink line" align="${far}" valign="middle" width="80" style="${signStyle}">
                <bdi dir="ltr">10<span class="accent" style="color:${colour.accent}">/</span>10</bdi>
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>`;
}

/** The letter itself. A second language stands below the first under a label. */
function body({ locale, page, greeting }: Sheet, label?: string): Html {
  const second = label !== undefined;
  const dir = dirOf(locale);
  const [near] = sides(dir === "rtl");
  const title = second ? "h2" : "h1";
  const spacing = locale === "vi" || locale === "en" ? "2px" : "0";
  const kicker = `margin-top:${second ? "12px" : "0"};text-align:center;font-weight:700;letter-spacing:${spacing}`;
  return html`
    <tr>
      <td class="pad" lang="${locale}" dir="${dir}" align="${near}" style="padding:28px 36px 8px;font-family:${face(locale)}">
        ${second && html`<p class="quiet line" style="${text(14, `padding-top:20px;border-top:${edge}`, colour.quiet)}">${label}</p>`}
        <p class="accent" style="${text(14, kicker, colour.accent)}">${page.kicker.toLocaleUpperCase(tagOf(locale))}</p>
        <${title} class="ink title" dir="auto" style="${text(second ? 19 : 24, "margin-top:8px;text-align:center;font-weight:700")}">${page.title}</${title}>
        <p class="ink" style="${text(16, "margin-top:24px;font-weight:600")}">${sentence(greeting[0] ?? "")}</p>
        ${greeting.slice(1).map((line) => html`<p class="quiet" style="${text(15, "", colour.quiet)}">${sentence(line)}</p>`)}
        ${page.blocks.map((block) => blockOnPaper(block, near, second))}
      </td>
    </tr>`;
}

function footLines({ closing, office, contact, because, automatic, stop }: Foot, locale: Locale): Html {
  const [near] = sides(dirOf(locale) === "rtl");
  const small = text(13, `margin-top:24px;padding-top:14px;border-top:${edge}`, colour.quiet);
  return html`
    <tr>
      <td class="pad" align="${near}" style="padding:20px 36px 28px">
        <p class="ink" style="${text(16)}">${closing}<br/><strong>${sentence(office)}</strong></p>
        ${contact && html`<p class="ink" style="${text(14, "margin-top:14px")}">${sentence(contact)}</p>`}
        <p class="quiet line" style="${small}">${sentence(because)} ${sentence(automatic)}</p>
        ${stop && html`<p class="quiet" style="${text(13, "margin-top:8px", colour.quiet)}"><a href="${stop.href}" class="accent" style="color:${colour.accent}">${stop.label.replace(/:$/, "")}</a></p>`}
      </td>
    </tr>`;
}
