import { DifficultyStatus } from "~/features/difficulties/components/difficulty-looks";
import { difficultyWords } from "~/features/difficulties/messages";
import { type DifficultyCategory, type DifficultyState, difficultyCategories } from "~/features/difficulties/rules";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  eventId: string;
  difficulties: {
    id: string;
    title: string;
    category: DifficultyCategory;
    state: DifficultyState;
    blocks: boolean;
    proposer: string;
    mayRemove: boolean;
  }[];
}

/** What stands on the agenda of this conference because it is in the way of something, by category. */
export function DifficultiesToSolve({ eventId, difficulties }: Props) {
  const t = useWords(conclusionWords);
  const d = useWords(difficultyWords);
  if (difficulties.length === 0) return null;
  const groups = difficultyCategories.filter((one) => difficulties.some(({ category }) => category === one));
  return (
    <Section title={t.difficulties.title} description={t.difficulties.lead}>
      {groups.map((group) => (
        <div key={group} className="stack gap-2">
          <h3>{d.categories[group]}</h3>
          <ul className="plain-list">
            {difficulties
              .filter(({ category }) => category === group)
              .map((one) => (
                <li key={one.id} className="line-head">
                  <div className="line-text">
                    <Link href={paths.difficulty(one.id)}>{one.title}</Link>
                    <span className="soft small block">{one.proposer}</span>
                  </div>
                  <DifficultyStatus state={one.state} blocks={one.blocks} />
                  {one.mayRemove && (
                    <Form method="post" action={`${paths.difficulty(one.id)}?index`} className="no-print">
                      <input type="hidden" name="eventId" value="" />
                      <input type="hidden" name="back" value={paths.eventConclusions(eventId)} />
                      <Button size="small" variant="quiet" name="do" value="agenda">
                        {d.agenda.off}
                      </Button>
                    </Form>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
