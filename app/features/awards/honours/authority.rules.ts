import type { Locale } from "~/web/i18n";

interface OfficeWords {
  chair: (of: string) => string;
  deputy: (of: string) => string;
  committee: (place: string) => string;
  places: Record<"tỉnh" | "thành phố" | "huyện" | "xã" | "phường" | "đặc khu", (name: string) => string>;
  /** A title without an office. */
  alone: { chair: string; deputy: string };
}

// Names stay Vietnamese, and run from the left within words that run from the right.
const isolated = (text: string): string => `\u2068${text}\u2069`;

const words: Record<Exclude<Locale, "vi">, OfficeWords> = {
  en: {
    chair: (of) => `Chairman of ${of}`,
    deputy: (of) => `Vice Chairman of ${of}`,
    committee: (place) => `the People's Committee of ${place}`,
    places: {
      tỉnh: (name) => `${name} Province`,
      "thành phố": (name) => `${name} City`,
      huyện: (name) => `${name} District`,
      xã: (name) => `${name} Commune`,
      phường: (name) => `${name} Ward`,
      "đặc khu": (name) => `${name} Special Zone`,
    },
    alone: { chair: "Chairman", deputy: "Vice Chairman" },
  },
  ar: {
    chair: (of) => `رئيس ${of}`,
    deputy: (of) => `نائب رئيس ${of}`,
    committee: (place) => `اللجنة الشعبية ${place}`.trim(),
    places: {
      tỉnh: (name) => `لمقاطعة ${isolated(name)}`,
      "thành phố": (name) => `لمدينة ${isolated(name)}`,
      huyện: (name) => `لمنطقة ${isolated(name)}`,
      xã: (name) => `لبلدية ${isolated(name)}`,
      phường: (name) => `للحي الإداري ${isolated(name)}`,
      "đặc khu": (name) => `للمنطقة الخاصة ${isolated(name)}`,
    },
    alone: { chair: "الرئيس", deputy: "نائب الرئيس" },
  },
  hi: {
    chair: (of) => `${of} के अध्यक्ष`,
    deputy: (of) => `${of} के उपाध्यक्ष`,
    committee: (place) => `${place} जन समिति`.trim(),
    places: {
      tỉnh: (name) => `${name} प्रांतीय`,
      "thành phố": (name) => `${name} नगर`,
      huyện: (name) => `${name} ज़िला`,
      xã: (name) => `${name} कम्यून`,
      phường: (name) => `${name} वार्ड`,
      "đặc khu": (name) => `${name} विशेष क्षेत्र`,
    },
    alone: { chair: "अध्यक्ष", deputy: "उपाध्यक्ष" },
  },
};

const office =
  /^(?:(phó chủ tịch|chủ tịch)\s*)?(?:(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?:\s+(tỉnh|thành phố|huyện|xã|phường|đặc khu)(?:\s+(.+))?)?)?$/iu;

/**
 * Who awards or signs, in the language of the certificate: the offices of a People's Committee have their words in all of
 * them. Anything else is given as it was written, isolated where the page runs from the right.
 */
export function authorityIn(locale: Locale, written: string): string {
  if (locale === "vi") return written;
  const asWritten = locale === "ar" ? isolated(written) : written;
  const [, title = "", level = "", name = ""] = office.exec(written.trim()) ?? [];
  const t = words[locale];
  const isCommittee = /nhân dân|ubnd/iu.test(written);
  // A level without a name ("tỉnh") says nothing in another language.
  if ((!title && !isCommittee) || (level && !name)) return asWritten;
  const role = title.toLocaleLowerCase("vi") === "chủ tịch" ? "chair" : "deputy";
  if (!isCommittee) return t.alone[role];
  if (!level) return asWritten;
  const body = t.committee(t.places[level.toLocaleLowerCase("vi") as "tỉnh"](name));
  return title ? t[role](body) : body;
}
