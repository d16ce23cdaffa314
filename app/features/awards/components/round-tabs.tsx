import { Tabs } from "~/ui/tabs";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { awardWords } from "../messages";

export type RoundTab = "overview" | "nominations" | "scoring" | "ranking" | "meetings" | "decisions" | "letters";

interface Props {
  roundId: string;
  current: RoundTab;
  access: { manages: boolean; nominates: boolean; seatId: string | null };
}

/** The pages of a round that this person has. */
export function RoundTabs({ roundId, current, access }: Props) {
  const t = useWords(awardWords);
  const council = access.manages || access.seatId !== null;
  const tabs: { tab: RoundTab; href: string; shown: boolean }[] = [
    { tab: "overview", href: paths.award(roundId), shown: true },
    { tab: "nominations", href: paths.nominations(roundId), shown: access.manages || access.nominates },
    { tab: "scoring", href: paths.scoring(roundId), shown: access.seatId !== null },
    { tab: "ranking", href: paths.ranking(roundId), shown: council },
    { tab: "meetings", href: paths.councilMeetings(roundId), shown: council },
    { tab: "decisions", href: paths.awardDecisions(roundId), shown: access.manages },
    { tab: "letters", href: paths.awardLetters(roundId), shown: access.manages },
  ];
  return (
    <Tabs
      label={t.round}
      items={tabs
        .filter(({ shown }) => shown)
        .map(({ tab, href }) => ({ href, label: t.tabs[tab], current: tab === current }))}
    />
  );
}
