import { difficultyWords } from "~/features/difficulties/messages";
import type { Difficulty, TaskAround } from "~/features/difficulties/reads.server";
import { StateBadge } from "~/features/tasks/components/task-looks";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  difficulty: Difficulty;
  concerned: TaskAround | null;
  solving: TaskAround | null;
}

/** What is known of a difficulty. */
export function DifficultyFacts({ difficulty, concerned, solving }: Props) {
  const t = useWords(difficultyWords);
  const locale = useLocale();
  const { proposer, resolver, campaign, event, state } = difficulty;
  const day = (value: string | null) => value && <Ltr>{formatDay(value)}</Ltr>;
  return (
    <Panel title={t.facts}>
      <DescriptionList
        items={[
          { term: t.fields.category, detail: t.categories[difficulty.category] },
          difficulty.detail !== "" && {
            term: t.fields.detail,
            detail: (
              <p className="lines" dir="auto">
                {difficulty.detail}
              </p>
            ),
          },
          { term: t.fields.proposerUnitId, detail: <Link href={paths.unit(proposer.id)}>{proposer.name}</Link> },
          {
            term: t.fields.resolverUnitId,
            detail: resolver ? <Link href={paths.unit(resolver.id)}>{resolver.name}</Link> : t.noResolver,
          },
          { term: t.fields.openedOn, detail: day(difficulty.openedOn) },
          difficulty.dueOn !== null && { term: t.fields.dueOn, detail: day(difficulty.dueOn) },
          concerned && { term: t.fields.taskId, detail: <TaskLink task={concerned} /> },
          difficulty.gap !== "" && { term: t.fields.gap, detail: difficulty.gap },
          solving && { term: t.task.solving, detail: <TaskLink task={solving} /> },
          campaign && {
            term: t.fields.campaignId,
            detail: <Link href={paths.campaign(campaign.id)}>{inLanguage(campaign.title, locale)}</Link>,
          },
          event && {
            term: t.agenda.on,
            detail: <Link href={paths.event(event.id)}>{inLanguage(event.title, locale)}</Link>,
          },
          state !== "open" && {
            term: state === "resolved" ? t.fields.solution : t.fields.reason,
            detail: (
              <p className="lines" dir="auto">
                {difficulty.solution}
              </p>
            ),
          },
          state !== "open" && { term: t.fields.closedOn, detail: day(difficulty.closedOn) },
        ]}
      />
    </Panel>
  );
}

function TaskLink({ task }: { task: TaskAround }) {
  return (
    <span className="cluster">
      <Link href={paths.task(task.id)}>
        {task.code && <Ltr>{task.code}</Ltr>} {task.title}
      </Link>
      <StateBadge state={task.state} />
    </span>
  );
}
