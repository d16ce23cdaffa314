import type { Localized } from "../../app/web/localized";

/** A text in Vietnamese, English, Arabic and Hindi. */
export const t = (vi: string, en: string, ar: string, hi: string): Localized => ({ vi, en, ar, hi });

export const dayTitle = (year: number) =>
  t(
    `Ngày Chuyển đổi số quốc gia ${year}`,
    `National Digital Transformation Day ${year}`,
    `اليوم الوطني للتحول الرقمي ${year}`,
    `राष्ट्रीय डिजिटल परिवर्तन दिवस ${year}`,
  );

// The theme of 2025, as announced; the one of the next year is not known and stays open.
export const theme = t(
  "Chuyển đổi số: Nhanh hơn, hiệu quả hơn, gần dân hơn",
  "Digital transformation: faster, more effective, closer to the people",
  "التحول الرقمي: أسرع وأكثر فاعلية وأقرب إلى الناس",
  "डिजिटल परिवर्तन: अधिक तेज़, अधिक प्रभावी, जनता के अधिक निकट",
);
export const themeBefore = t(
  "Khai thác dữ liệu số để tạo ra giá trị",
  "Exploiting digital data to create value",
  "استثمار البيانات الرقمية لخلق القيمة",
  "मूल्य सृजन के लिए डिजिटल डेटा का उपयोग",
);
