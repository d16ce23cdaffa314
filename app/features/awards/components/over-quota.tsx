import { Notice } from "~/ui/notice";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";
import { awardWords } from "../messages";
import type { Place, Places } from "../places.rules";

interface Props extends Places {
  /** Of those who passed. */
  places: readonly Place[];
  /** The category, where the page is about several. */
  title?: string;
}

/** Says that more passed than there are awards, and how it is usually settled; nothing where all have their place. */
export function OverQuota({ places, quota, quotaPerUnit, title }: Props) {
  const t = useWords(awardWords);
  const locale = useLocale();
  if (places.every((place) => place === "within")) return null;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Notice tone="warning" title={title ? `${title}: ${t.overQuota}` : t.overQuota}>
      <p>
        {quota !== null && `${t.passedOf(number(places.length), t.quotaOf(number(quota)))} `}
        {quotaPerUnit !== null && `${t.perUnit(number(quotaPerUnit))} `}
        {t.overQuotaText}
      </p>
      {places.includes("equal") && <p>{t.equalText}</p>}
    </Notice>
  );
}
