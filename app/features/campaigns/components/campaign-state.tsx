import { Status } from "~/ui/badge";
import { useWords } from "~/web/use-words";
import { campaignWords } from "../messages";
import type { CampaignState } from "../rules";

/** The state of a campaign as a word with its sign. */
export function CampaignStatus({ state }: { state: CampaignState }) {
  const t = useWords(campaignWords);
  if (state === "running")
    return (
      <Status tone="success" icon="resume">
        {t.states.running}
      </Status>
    );
  if (state === "draft") return <Status icon="edit">{t.states.draft}</Status>;
  return <Status icon="history">{t.states.closed}</Status>;
}
