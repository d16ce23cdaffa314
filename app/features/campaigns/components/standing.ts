import { formatNumber, type Locale } from "~/web/i18n";
import { type Day, daysBetween } from "~/web/time";
import type { Words } from "../messages";
import { dayOfCampaign, standingOn } from "../rules";

interface Span {
  startsOn: Day;
  endsOn: Day | null;
  anchorOn: Day | null;
  kind: string;
}

/** Where a campaign is on a day, in a few words: "Ngày thứ 12/45", "Còn 9 ngày đến 10/10". */
export function standingInWords(campaign: Span, today: Day, t: Words, locale: Locale): string {
  const number = (n: number) => formatNumber(n, locale);
  const standing = standingOn(campaign, today);
  if (standing.at === "before") return t.before(number(standing.days));
  if (standing.at === "after") return t.after(number(standing.days));
  if (campaign.kind === "national-day" && campaign.anchorOn && today <= campaign.anchorOn) {
    const left = daysBetween(today, campaign.anchorOn);
    return left === 0 ? t.theDay : t.toTheDay(number(left));
  }
  const day = dayOfCampaign(campaign, today);
  return day ? t.dayOf(number(day.n), number(day.of)) : t.noEnd;
}
