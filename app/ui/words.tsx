import { createContext, type ReactNode, useContext } from "react";

// The few words that belong to controls themselves, whatever the page is about.
const vi = {
  optional: "không bắt buộc",
  errorPrefix: "Lỗi:",
  breadcrumbs: "Bạn đang ở đây",
  previous: "Trước",
  next: "Sau",
  pages: "Các trang",
  menu: "Mở trình đơn",
  close: "Đóng",
  select: "Chọn",
  selectAll: "Chọn tất cả",
  sorted: { ascending: "xếp tăng dần", descending: "xếp giảm dần" },
  steps: "Các bước",
  stepDone: "đã xong",
  today: "Hôm nay",
  done: "đã xong",
  late: "quá hạn",
  notices: "Thông báo",
};

export type UiWords = typeof vi;

const en: UiWords = {
  optional: "optional",
  errorPrefix: "Error:",
  breadcrumbs: "You are here",
  previous: "Previous",
  next: "Next",
  pages: "Pages",
  menu: "Open menu",
  close: "Close",
  select: "Select",
  selectAll: "Select all",
  sorted: { ascending: "sorted ascending", descending: "sorted descending" },
  steps: "Steps",
  stepDone: "done",
  today: "Today",
  done: "done",
  late: "overdue",
  notices: "Notices",
};

const ar: UiWords = {
  optional: "اختياري",
  errorPrefix: "خطأ:",
  breadcrumbs: "أنت هنا",
  previous: "السابق",
  next: "التالي",
  pages: "الصفحات",
  menu: "فتح القائمة",
  close: "إغلاق",
  select: "تحديد",
  selectAll: "تحديد الكل",
  sorted: { ascending: "مرتّب تصاعديًا", descending: "مرتّب تنازليًا" },
  steps: "الخطوات",
  stepDone: "تمّت",
  today: "اليوم",
  done: "تمّ",
  late: "متأخر",
  notices: "إشعارات",
};

const hi: UiWords = {
  optional: "वैकल्पिक",
  errorPrefix: "त्रुटि:",
  breadcrumbs: "आप यहाँ हैं",
  previous: "पिछला",
  next: "अगला",
  pages: "पृष्ठ",
  menu: "मेनू खोलें",
  close: "बंद करें",
  select: "चुनें",
  selectAll: "सभी चुनें",
  sorted: { ascending: "आरोही क्रम में", descending: "अवरोही क्रम में" },
  steps: "चरण",
  stepDone: "पूर्ण",
  today: "आज",
  done: "पूर्ण",
  late: "समय-सीमा पार",
  notices: "सूचनाएँ",
};

const languages = { vi, en, ar, hi };
// Latin digits everywhere, so that 11/21 reads alike beside a document number.
const tags = { vi: "vi-VN", en: "en-GB", ar: "ar-u-nu-latn", hi: "hi-IN-u-nu-latn" };
export type UiLocale = keyof typeof languages;

const Language = createContext<UiLocale>("vi");

/** Sets the language of the controls' own words and figures for everything inside; a layout wears it once. */
export function UiLanguage({ locale, children }: { locale: UiLocale; children: ReactNode }) {
  return <Language.Provider value={locale}>{children}</Language.Provider>;
}

/** The controls' own words in the language of the surrounding `UiLanguage` (Vietnamese without one). */
export const useUiWords = (): UiWords => languages[useContext(Language)];

/** Formats a plain number in the surrounding language; `digits` is the exact number of decimals. */
export function useNumbers() {
  const tag = tags[useContext(Language)];
  return (value: number, digits = 0) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}
