import type { EligibilityRule } from "~/features/awards/nominations/eligibility.rules";
import { roundWords } from "~/features/awards/rounds/messages";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { formatExactly } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

interface Named {
  id: string;
  title: Localized;
  /** The reader may go there. */
  opens: boolean;
}

interface Props {
  document: { id: string; number: string; abstract: string } | null;
  campaign: Named | null;
  ceremony: Named | null;
  eligibility: EligibilityRule[];
}

/** What a round rests on, and what it asks of a nominee's unit; nothing where nothing is set. */
export function RestsOn({ document, campaign, ceremony, eligibility }: Props) {
  const t = useWords(roundWords);
  const locale = useLocale();
  if (!document && !campaign && !ceremony && eligibility.length === 0) return null;
  const named = ({ id, title, opens }: Named, path: (id: string) => string) =>
    opens ? <Link href={path(id)}>{inLanguage(title, locale)}</Link> : inLanguage(title, locale);
  return (
    <Panel title={t.restsOn}>
      <DescriptionList
        items={[
          document && {
            term: t.document,
            detail: (
              <>
                <Link href={paths.document(document.id)}>
                  <Ltr>{document.number}</Ltr>
                </Link>
                {document.abstract && <span className="soft small block">{document.abstract}</span>}
              </>
            ),
          },
          campaign && { term: t.campaign, detail: named(campaign, paths.campaign) },
          ceremony && { term: t.ceremony, detail: named(ceremony, paths.event) },
          eligibility.length > 0 && {
            term: t.eligibility,
            detail: (
              <ul className="plain-list">
                {eligibility.map(({ fact, limit, effect }) => (
                  <li key={fact}>
                    {t.ruleOf[fact](formatExactly(limit, locale))} · <span className="soft">{t.effects[effect]}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Panel>
  );
}
