import { campaignWords } from "~/features/campaigns/messages";
import { campaignKinds } from "~/features/campaigns/rules";
import { ButtonLink } from "~/ui/button";
import { Panel } from "~/ui/page";
import { useWords } from "~/web/use-words";

/** The four templates, side by side. */
export function KindChoice() {
  const t = useWords(campaignWords);
  return (
    <div className="grid two-wide">
      {campaignKinds.map((kind, index) => (
        <Panel key={kind} title={t.kinds[kind]}>
          <p>{t.kindHints[kind]}</p>
          <div>
            <ButtonLink
              href={`?kind=${kind}`}
              variant={index === 0 ? "primary" : "secondary"}
              aria-label={`${t.choose}: ${t.kinds[kind]}`}
            >
              {t.choose}
            </ButtonLink>
          </div>
        </Panel>
      ))}
    </div>
  );
}
