import { Badge, type Tone } from "~/ui/badge";
import { useWords } from "~/web/use-words";
import { awardWords } from "../messages";
import type { Place } from "../places.rules";

const tones: Record<Place, Tone> = { within: "success", equal: "warning", beyond: "neutral" };

/** Where a nomination stands against the awards there are to give. */
export function PlaceBadge({ place }: { place: Place }) {
  const t = useWords(awardWords);
  return <Badge tone={tones[place]}>{t.places[place]}</Badge>;
}
