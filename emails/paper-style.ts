import type { Locale } from "~/web/i18n";

export const colour = {
  desk: "#eef1f4",
  paper: "#ffffff",
  ink: "#16202c",
  quiet: "#526071",
  line: "#d9dfe6",
  accent: "#0f5e8c",
  onAccent: "#ffffff",
  shade: "#f4f7f9",
  warning: "#8a4b00",
  warningShade: "#fff4e0",
};

const dark = {
  desk: "#0e141b",
  paper: "#17202a",
  ink: "#edf1f5",
  quiet: "#a9b5c2",
  line: "#334050",
  accent: "#7cc0ea",
  onAccent: "#08202f",
  shade: "#1e2935",
  warning: "#ffc46b",
  warningShade: "#33270f",
};

// Installed faces only: a letter fetches nothing. Names without quotes, so that no program chokes on the attribute.
const faces: Record<Locale, string> = {
  vi: "Be Vietnam Pro,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif",
  en: "Be Vietnam Pro,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif",
  ar: "Noto Sans Arabic,Segoe UI,Tahoma,Arial,sans-serif",
  hi: "Noto Sans Devanagari,Nirmala UI,Mangal,Arial,sans-serif",
};
export const face = (locale: Locale): string => faces[locale];

/** Rules for programs that know the reader wants dark paper; the rest keep the light colours of the attributes. */
const darkRules = (scope: string): string =>
  [
    `${scope} .desk{background-color:${dark.desk}!important}`,
    `${scope} .paper{background-color:${dark.paper}!important;border-color:${dark.line}!important}`,
    `${scope} .ink{color:${dark.ink}!important}`,
    `${scope} .quiet{color:${dark.quiet}!important}`,
    `${scope} .accent{color:${dark.accent}!important}`,
    `${scope} .line{border-color:${dark.line}!important}`,
    `${scope} .band{background-color:${dark.accent}!important}`,
    `${scope} .key{background-color:${dark.accent}!important;color:${dark.onAccent}!important}`,
    `${scope} .shade{background-color:${dark.shade}!important;border-color:${dark.line}!important}`,
    `${scope} .warning{background-color:${dark.warningShade}!important;border-color:${dark.warning}!important}`,
    `${scope} .warn{color:${dark.warning}!important}`,
  ].join("");

export const css = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "a{text-underline-offset:2px}",
  "@media (max-width:520px){.pad{padding-left:20px!important;padding-right:20px!important}.title{font-size:21px!important}",
  ".cell{display:block!important;width:auto!important}.label{padding-bottom:0!important;border-top-width:1px}",
  ".value{padding-top:2px!important;border-top-width:0!important}.key{display:block!important}.wide{width:100%!important}}",
  `@media (prefers-color-scheme:dark){${darkRules("")}}`,
  darkRules("[data-ogsc]"),
].join("");

/** The style of a paragraph, written out: old programs inherit nothing. */
export const text = (size: number, more = "", ink: string = colour.ink): string =>
  `margin:0;font-size:${size}px;line-height:${size > 18 ? 1.4 : 1.55};color:${ink}${more && `;${more}`}`;

export const edge = `1px solid ${colour.line}`;
