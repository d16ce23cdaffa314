import type { Locale } from "~/web/i18n";
import type { AwardForm } from "../terms.rules";

/** One certificate as the template takes it; every text is printed as it is. */
export interface CertificatePaper {
  locale: Locale;
  dir: "ltr" | "rtl";
  head: string;
  motto: string;
  authority: string;
  awards: string;
  form: string;
  to: string;
  name: string;
  position: string;
  unitName: string;
  achievement: string;
  decision: string;
  placeAndDate: string;
  signatoryTitle: string;
  register: string;
  verify: string;
  /** Where the code is asked for, and the code, to be typed where no camera is. */
  address: string;
  code: string;
  /** Rows of dark (1) and light (0) cells. */
  qr: number[][];
}

export interface CertificateWords {
  forms: Record<AwardForm, string>;
  /** Between who awards and what: "presents this". */
  awards: string;
  /** Between what and to whom; "" where the language needs no word there. */
  to: string;
  decision: (number: string, date: string) => string;
  place: (place: string, day: string, month: string, year: string) => string;
  register: (number: string) => string;
  verify: string;
}

/** A number keeps its own direction within words that run the other way. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

/** What stands on a certificate besides the facts. The state's own head stays Vietnamese, as the law wants it. */
export const certificateWords: Record<Locale, CertificateWords> = {
  vi: {
    forms: { merit: "BẰNG KHEN", commendation: "GIẤY KHEN", certificate: "GIẤY CHỨNG NHẬN", prize: "GIẢI THƯỞNG" },
    awards: "TẶNG",
    to: "",
    decision: (number, date) => `Theo Quyết định số ${number} ngày ${date}`,
    place: (place, day, month, year) => `${place ? `${place}, ` : ""}ngày ${day} tháng ${month} năm ${year}`,
    register: (number) => `Số sổ vàng: ${number}`,
    verify: "Tra cứu",
  },
  en: {
    forms: {
      merit: "CERTIFICATE OF MERIT",
      commendation: "CERTIFICATE OF COMMENDATION",
      certificate: "CERTIFICATE",
      prize: "AWARD",
    },
    awards: "PRESENTS THIS",
    to: "TO",
    decision: (number, date) => `By Decision ${number} of ${date}`,
    place: (place, day, month, year) => `${place ? `${place}, ` : ""}${day}/${month}/${year}`,
    register: (number) => `Register: ${number}`,
    verify: "Verify",
  },
  ar: {
    forms: { merit: "شهادة استحقاق", commendation: "شهادة تقدير", certificate: "شهادة", prize: "جائزة" },
    // As a noun, so that it suits an office and a committee alike.
    awards: "منح",
    to: "إلى",
    decision: (number, date) => `بموجب القرار رقم ${isolated(number)} بتاريخ ${isolated(date)}`,
    place: (place, day, month, year) => `${place ? `${place}، ` : ""}${day}/${month}/${year}`,
    register: (number) => `رقم السجل: ${isolated(number)}`,
    verify: "للتحقق",
  },
  hi: {
    forms: { merit: "योग्यता प्रमाण-पत्र", commendation: "प्रशस्ति-पत्र", certificate: "प्रमाण-पत्र", prize: "पुरस्कार" },
    awards: "की ओर से प्रदत्त",
    to: "",
    decision: (number, date) => `निर्णय संख्या ${number}, दिनांक ${date} के अनुसार`,
    place: (place, day, month, year) => `${place ? `${place}, ` : ""}${day}/${month}/${year}`,
    register: (number) => `पंजी संख्या: ${number}`,
    verify: "सत्यापन",
  },
};

/** The certificate in Typst: A4 across, a frame of ones and zeros, everything shrinks before it overflows. */
export const certificateTemplate = `
#let papers = json(bytes(sys.inputs.data))
#let ink = rgb("#1b2733")
#let accent = rgb("#9b1c1c")
#let gold = rgb("#b08d3c")
#let fonts = ("Be Vietnam Pro", "Noto Sans Arabic", "Noto Sans Devanagari")
#set document(title: "TenTen", author: ())
#set text(font: fonts, fill: ink, size: 12pt, fallback: true)

// Ones and zeros along the frame, the way a binary ten repeats: 1 0 1 0.
#let motif(length, vertical: false) = {
  let count = calc.floor(length / 6mm)
  let cells = range(count).map(n => if calc.even(n) {
    if vertical { rect(width: 3.4mm, height: 0.7mm, fill: gold, stroke: none) } else { rect(width: 0.7mm, height: 3.4mm, fill: gold, stroke: none) }
  } else { circle(radius: 1.5mm, stroke: 0.6pt + gold) })
  if vertical { stack(dir: ttb, spacing: 1fr, ..cells) } else { stack(dir: ltr, spacing: 1fr, ..cells) }
}

#let frame = {
  place(top + left, dx: 8mm, dy: 8mm, rect(width: 281mm, height: 194mm, stroke: 1.6pt + accent))
  place(top + left, dx: 16mm, dy: 16mm, rect(width: 265mm, height: 178mm, stroke: 0.6pt + gold))
  place(top + left, dx: 17mm, dy: 10.4mm, box(width: 263mm, height: 4mm, align(horizon, motif(263mm))))
  place(top + left, dx: 17mm, dy: 195.6mm, box(width: 263mm, height: 4mm, align(horizon, motif(263mm))))
  place(top + left, dx: 10.4mm, dy: 19mm, box(width: 4mm, height: 172mm, align(center, motif(172mm, vertical: true))))
  place(top + left, dx: 282.6mm, dy: 19mm, box(width: 4mm, height: 172mm, align(center, motif(172mm, vertical: true))))
}

// The largest of the sizes at which the text stays within the height.
#let fitted(width, height, sizes, body) = context {
  let chosen = sizes.last()
  for size in sizes {
    let needed = measure(block(width: width, text(size: size, body))).height
    if needed <= height { chosen = size; break }
  }
  block(width: width, height: height, align(center + horizon, text(size: chosen, body)))
}

// One picture of one path: a thousand squares apiece would cost more than all the rest of the certificate.
#let qr(rows, side, alt) = {
  let path = ""
  for (y, row) in rows.enumerate() {
    for (x, dark) in row.enumerate() { if dark == 1 { path += "M" + str(x) + " " + str(y) + "h1v1h-1z" } }
  }
  let box = "0 0 " + str(rows.len()) + " " + str(rows.len())
  let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='" + box + "' shape-rendering='crispEdges'><path d='" + path + "'/></svg>"
  image(bytes(svg), format: "svg", width: side, height: side, alt: alt)
}

#set page(width: 297mm, height: 210mm, margin: 0mm, background: frame)

#for (n, p) in papers.enumerate() {
  if n > 0 { pagebreak() }
  let dir = if p.dir == "rtl" { rtl } else { ltr }
  set text(dir: dir, lang: p.locale)
  set par(leading: 0.75em, justify: false)
  block(width: 297mm, height: 210mm, inset: (x: 30mm, top: 22mm, bottom: 20mm), {
    set align(center)
    {
      set text(dir: ltr, lang: "vi")
      text(size: 13pt, weight: "bold", p.head)
      linebreak()
      v(-1.5mm)
      text(size: 12.5pt, weight: "semibold", p.motto)
      v(-3.2mm)
      line(length: 58mm, stroke: 0.7pt + ink)
    }
    v(1mm)
    fitted(237mm, 13mm, (16pt, 14pt, 12pt), text(weight: "bold", p.authority))
    v(-2mm)
    text(size: 13pt, tracking: if p.dir == "rtl" { 0pt } else { 1pt }, p.awards)
    v(0mm)
    fitted(237mm, 22mm, (42pt, 36pt, 30pt, 24pt), text(weight: "bold", fill: accent, p.form))
    // It takes its room from the air around it: what stands below keeps off the signature.
    if p.to != "" { v(-3mm); text(size: 13pt, tracking: if p.dir == "rtl" { 0pt } else { 1pt }, p.to); v(-4mm) }
    fitted(237mm, 19mm, (27pt, 23pt, 19pt, 16pt, 13pt), text(weight: "bold", p.name))
    let place-of = (p.position, p.unitName).filter(one => one != "").join(if p.dir == "rtl" { "، " } else { ", " })
    if place-of != none and place-of != "" { fitted(237mm, 11mm, (14pt, 12.5pt, 11pt, 9.5pt), place-of) } else { v(4mm) }
    fitted(225mm, 27mm, (15pt, 13.5pt, 12pt, 10.5pt, 9pt), p.achievement)
  })
  place(bottom + left, dx: 30mm, dy: -20mm, box(width: 118mm, {
    set text(dir: ltr)
    grid(columns: (25mm, 1fr), gutter: 4mm, qr(p.qr, 25mm, p.address + "/" + p.code), align(horizon + if p.dir == "rtl" { right } else { left }, {
      set text(size: 9pt, dir: dir)
      p.decision
      linebreak()
      if p.register != "" { p.register; linebreak() }
      p.verify + ": "
      text(dir: ltr, p.address)
      linebreak()
      text(dir: ltr, weight: "semibold", p.code)
    }))
  }))
  place(bottom + right, dx: -30mm, dy: -19mm, box(width: 105mm, height: 48mm, {
    set align(center)
    text(size: 11.5pt, style: "normal", p.placeAndDate)
    linebreak()
    v(-2mm)
    fitted(105mm, 14mm, (12pt, 11pt, 10pt), text(weight: "bold", p.signatoryTitle))
  }))
}
`;
