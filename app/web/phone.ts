const mobile = /^[35789]\d{8}$/;
const landline = /^2\d{8,9}$/;

/**
 * A phone number as E.164 ("+84914501701"), from any way offices write one: "0914 501 701", "84-914501701",
 * "+84 (0)914.501.701", or "914501701" when a spreadsheet ate the zero. Null when it is no number that can be called.
 */
export function cleanPhone(text: string): string | null {
  const signs = text.normalize("NFKC").replace(/[^\d+]/g, "");
  if (/\p{L}{4,}/u.test(text.replace(/^\D*:/, "")) || signs.length < 8 || signs.length > 18) return null;
  const digits = signs.replace(/\D/g, "");
  const plus = signs.startsWith("+") || digits.startsWith("00");
  const abroad = digits.replace(/^00/, "");
  if (plus && !abroad.startsWith("84")) return /^[1-9]\d{7,14}$/.test(abroad) ? `+${abroad}` : null;
  const national =
    plus || (digits.startsWith("84") && digits.length > 10)
      ? abroad.slice(2).replace(/^0/, "")
      : digits.replace(/^0/, "");
  return mobile.test(national) || landline.test(national) ? `+84${national}` : null;
}

/** As it is read out in Viet Nam: "0914 501 701", "024 3825 3536", "0238 3844 123". Numbers from abroad stay as they are. */
export function showPhone(e164: string): string {
  const national = e164.startsWith("+84") ? e164.slice(3) : "";
  if (mobile.test(national)) return `0${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
  if (!landline.test(national)) return e164;
  const area = /^2[48]/.test(national) ? 2 : 3;
  return `0${national.slice(0, area)} ${national.slice(area, area + 4)} ${national.slice(area + 4)}`;
}
