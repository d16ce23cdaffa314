import { awardWords } from "~/features/awards/messages";
import { roundWords } from "~/features/awards/rounds/messages";
import { mayPublish, type RoundLack } from "~/features/awards/rounds/rules";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  roundId: string;
  lacks: RoundLack[];
  /** The category whose weights do not add up, if there is one. */
  unweighted: string | null;
  /** How many people the call would reach. */
  called: number;
}

/** What a draft still needs, each with the way to it, and the button that calls it out. */
export function ToPublish({ roundId, lacks, unweighted, called }: Props) {
  const t = useWords(awardWords);
  const letters = useWords(roundWords);
  const locale = useLocale();
  const wayTo: Record<RoundLack, string> = {
    category: paths.awardCategoryNew(roundId),
    weights: unweighted ? paths.awardCategory(roundId, unweighted) : paths.awardCategoryNew(roundId),
    calendar: paths.awardCalendar(roundId),
    nomination: paths.awardCalendar(roundId),
    chair: paths.awardCouncil(roundId),
  };
  return (
    <Panel title={t.before} description={t.publishText}>
      {lacks.length > 0 && (
        <ul className="plain-list">
          {lacks.map((lack) => (
            <li key={lack}>
              <Link href={wayTo[lack]}>{t.lacks[lack]}</Link>
              {mayPublish([lack]) && <span className="soft small block">{t.lackLater}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>
        {letters.matters.call.title}: {letters.willGet(formatNumber(called, locale))}
      </p>
      <Form method="post">
        <Button variant="primary" name="do" value="publish" disabled={!mayPublish(lacks)}>
          {t.publish}
        </Button>
      </Form>
    </Panel>
  );
}
