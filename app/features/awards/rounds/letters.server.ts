import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { zoneOf } from "~/web/zone.server";
import type { AwardMessage } from "../letters.server";
import { windowOf } from "./phases.rules";
import type { Round } from "./reads.server";
import { type AskingMatter, stepOf } from "./reminders.rules";

const pathOf: Record<AskingMatter, (roundId: string) => string> = {
  call: paths.award,
  silent: paths.award,
  drafts: paths.nominations,
  score: paths.scoring,
};

/** What a round writes about a matter; `count` as the reader's letter names it. */
export function roundMessage(
  { id, title, phases }: Pick<Round, "id" | "title" | "phases">,
  { matter, count }: { matter: AskingMatter; count: number },
): AwardMessage {
  const endsAt = windowOf(phases, stepOf(matter))?.endsAt;
  return {
    ...{ matter, count, path: pathOf[matter](id), about: (locale: Locale) => inLanguage(title, locale) },
    moment: endsAt ? { label: "until", at: endsAt, zone: zoneOf() } : null,
  };
}
