import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { homeWords } from "../messages";

const goesTo = { units: paths.unitImport, campaign: paths.campaignNew, event: paths.eventNew() };

/** What a new installation lacks next, and nothing else. */
export function FirstStep({ step }: { step: keyof typeof goesTo }) {
  const { title, text, action } = useWords(homeWords).first[step];
  return (
    <Panel>
      <EmptyState
        title={title}
        action={
          <ButtonLink href={goesTo[step]} variant="primary">
            {action}
          </ButtonLink>
        }
      >
        {text}
      </EmptyState>
    </Panel>
  );
}
