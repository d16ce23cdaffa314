import { renderToStaticMarkup } from "react-dom/server";
import { dirOf, type Locale, tagOf } from "~/web/i18n";
import type { Page } from "./blocks";
import { colour, css, face, text } from "./paper-style";
import { BlockOnPaper, Sentence } from "./pieces";
import type { Foot } from "./plain";

export interface Sheet {
  locale: Locale;
  page: Page;
  greeting: string[];
  foot: Foot;
}

/** The HTML part: tables and attributes that old mail programs understand, no picture, no request to anywhere. */
export function paper(sheet: Sheet, second: (Sheet & { label: string }) | null): string {
  const { locale, page } = sheet;
  const dir = dirOf(locale);
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={locale} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{page.subject}</title>
        <style>{css}</style>
      </head>
      <body
        className="desk"
        dir={dir}
        style={{ margin: 0, padding: 0, backgroundColor: colour.desk, fontFamily: face(locale) }}
      >
        <div style={{ display: "none", maxHeight: 0, overflow: "hidden", fontSize: 1, lineHeight: "1px" }}>
          {page.preheader}
          {"\u00A0\u200C".repeat(60)}
        </div>
        <table role="presentation" className="desk" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: "24px 8px 40px" }}>
                <table
                  role="presentation"
                  className="paper"
                  dir={dir}
                  cellPadding={0}
                  cellSpacing={0}
                  border={0}
                  style={{
                    width: "100%",
                    maxWidth: 600,
                    backgroundColor: colour.paper,
                    borderCollapse: "separate",
                    border: `1px solid ${colour.line}`,
                    borderRadius: 8,
                    fontFamily: face(locale),
                  }}
                >
                  <tbody>
                    <tr>
                      <td className="band" height={4} style={bandStyle}>
                        {"\u00A0"}
                      </td>
                    </tr>
                    <Letterhead office={sheet.foot.office} rtl={dir === "rtl"} />
                    <Body sheet={sheet} second={false} />
                    {second && <Body sheet={second} second label={second.label} />}
                    <FootLines foot={sheet.foot} locale={locale} />
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>,
  )}`;
}

const bandStyle = {
  backgroundColor: colour.accent,
  height: 4,
  fontSize: 1,
  lineHeight: "4px",
  borderRadius: "7px 7px 0 0",
};
const sides = (rtl: boolean) => (rtl ? (["right", "left"] as const) : (["left", "right"] as const));

function Letterhead({ office, rtl }: { office: string; rtl: boolean }) {
  const [near, far] = sides(rtl);
  return (
    <tr>
      <td className="pad" style={{ padding: "18px 36px 0" }}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td
                className="quiet line"
                align={near}
                valign="middle"
                style={text(14, {
                  paddingBottom: 14,
                  borderBottom: `1px solid ${colour.line}`,
                  fontWeight: 600,
                  color: colour.quiet,
                })}
              >
                <Sentence>{office}</Sentence>
              </td>
              <td
                className="ink line"
                align={far}
                valign="middle"
                width="80"
                style={text(18, {
                  width: 80,
                  paddingBottom: 14,
                  borderBottom: `1px solid ${colour.line}`,
                  fontWeight: 700,
                  whiteSpace: "nowrap",
                })}
              >
                <bdi dir="ltr">
                  10
                  <span className="accent" style={{ color: colour.accent }}>
                    /
                  </span>
                  10
                </bdi>
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>
  );
}

function Body({ sheet, second, label }: { sheet: Sheet; second: boolean; label?: string }) {
  const { locale, page, greeting } = sheet;
  const dir = dirOf(locale);
  const [near] = sides(dir === "rtl");
  const Title = second ? "h2" : "h1";
  return (
    <tr>
      <td
        className="pad"
        lang={locale}
        dir={dir}
        align={near}
        style={{ padding: "28px 36px 8px", fontFamily: face(locale) }}
      >
        {label && (
          <p
            className="quiet line"
            style={text(14, { paddingTop: 20, borderTop: `1px solid ${colour.line}`, color: colour.quiet })}
          >
            {label}
          </p>
        )}
        <p
          className="accent"
          style={text(14, {
            marginTop: second ? 12 : 0,
            textAlign: "center",
            fontWeight: 700,
            letterSpacing: locale === "vi" || locale === "en" ? 2 : 0,
            color: colour.accent,
          })}
        >
          {page.kicker.toLocaleUpperCase(tagOf(locale))}
        </p>
        <Title
          className="ink title"
          dir="auto"
          style={text(second ? 19 : 24, { marginTop: 8, textAlign: "center", fontWeight: 700 })}
        >
          {page.title}
        </Title>
        <p className="ink" style={text(16, { marginTop: 24, fontWeight: 600 })}>
          <Sentence>{greeting[0] ?? ""}</Sentence>
        </p>
        {greeting.slice(1).map((line) => (
          <p key={line} className="quiet" style={text(15, { color: colour.quiet })}>
            <Sentence>{line}</Sentence>
          </p>
        ))}
        {page.blocks.map((block, index) => (
          <BlockOnPaper key={index} block={block} side={near} second={second} />
        ))}
      </td>
    </tr>
  );
}

function FootLines({ foot, locale }: { foot: Foot; locale: Locale }) {
  const [near] = sides(dirOf(locale) === "rtl");
  const quiet = (top: number) => text(13, { marginTop: top, color: colour.quiet });
  return (
    <tr>
      <td className="pad" align={near} style={{ padding: "20px 36px 28px" }}>
        <p className="ink" style={text(16)}>
          {foot.closing}
          <br />
          <strong>
            <Sentence>{foot.office}</Sentence>
          </strong>
        </p>
        {foot.contact && (
          <p className="ink" style={text(14, { marginTop: 14 })}>
            <Sentence>{foot.contact}</Sentence>
          </p>
        )}
        <p className="quiet line" style={{ ...quiet(24), paddingTop: 14, borderTop: `1px solid ${colour.line}` }}>
          <Sentence>{foot.because}</Sentence> <Sentence>{foot.automatic}</Sentence>
        </p>
        {foot.stop && (
          <p className="quiet" style={quiet(8)}>
            <a href={foot.stop.href} className="accent" style={{ color: colour.accent }}>
              {foot.stop.label.replace(/:$/, "")}
            </a>
          </p>
        )}
      </td>
    </tr>
  );
}
