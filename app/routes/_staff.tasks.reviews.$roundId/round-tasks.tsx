import { Due, StateBadge } from "~/features/tasks/components/task-looks";
import { taskWords } from "~/features/tasks/messages";
import { reviewWords } from "~/features/tasks/review/messages";
import type { Round, Verdicts } from "~/features/tasks/review/reads.server";
import type { UnseenVerdict } from "~/features/tasks/review/rules";
import type { DuePrecision, TaskState } from "~/features/tasks/rules";
import { dueText } from "~/features/tasks/wording.rules";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Ltr } from "~/ui/text";
import type { Choice } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { VerdictForm } from "./verdict-form";

export interface RoundTask {
  id: string;
  code: string;
  title: string;
  state: TaskState;
  dueOn: string | null;
  duePrecision: DuePrecision;
  lead: string | null;
  said: Verdicts | null;
  /** The verdict that waits, as the press that applies it sends it back. */
  seen: string;
  mayJudge: boolean;
}
interface Props {
  round: Pick<Round, "id" | "mayManage" | "closedAt">;
  unit: string;
  tasks: RoundTask[];
  /** Tasks one may merge into. */
  others: Choice[];
  /** The task whose form stands open. */
  judging: string | null;
  errors: Record<string, string>;
  values: Record<string, string>;
  /** Verdicts that somebody gave after the page was shown from which they were to be applied. */
  unseen: UnseenVerdict[];
}

/** The tasks of a round, each with what is said of it. */
export function RoundTasks({ round, unit, tasks, others, judging, errors, values, unseen }: Props) {
  const t = useWords(reviewWords);
  const address = paths.taskReview(round.id);
  const all = unit !== "" && (
    <ButtonLink href={address} size="small">
      {t.all}
    </ButtonLink>
  );
  const refusedId = values.task;
  return (
    <Section title={t.tasks} actions={all}>
      {tasks.length === 0 && <EmptyState title={t.nothing} level={3} />}
      <ul className="plain-list">
        {tasks.map((task) => (
          <li key={task.id} id={`task-${task.id}`} className="stack gap-2">
            <div className="line-head">
              <div className="line-text">
                <Link href={paths.task(task.id)}>
                  {task.code && <Ltr>{task.code}</Ltr>} {task.title}
                </Link>
                <span className="soft small block">
                  {task.lead} · <Due {...task} />
                </span>
              </div>
              <StateBadge state={task.state} />
            </div>
            <Said task={task} others={others} />
            {unseen
              .filter(({ taskId }) => taskId === task.id)
              .map(({ was }) => (
                <Notice key={task.id} tone="warning">
                  {t.saidSince(was ? t.verdicts[was] : t.notYet)}
                </Notice>
              ))}
            {task.mayJudge && task.id === (refusedId ?? judging) ? (
              <VerdictForm
                task={task}
                others={others}
                errors={errors}
                values={refusedId ? values : null}
                back={address}
              />
            ) : (
              <div className="cluster no-print">
                {task.mayJudge && (
                  <ButtonLink size="small" href={`${address}?task=${task.id}&unit=${unit}#task-${task.id}`}>
                    {task.said ? t.sayAgain : t.say}
                  </ButtonLink>
                )}
                {task.mayJudge && task.said && round.mayManage && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="task" value={task.id} />
                    <input type="hidden" name="seen" value={task.seen} />
                    <Button size="small" icon="check" name="do" value="apply">
                      {t.apply}
                    </Button>
                  </Form>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Said({ task: { said }, others }: { task: RoundTask; others: Choice[] }) {
  const t = useWords(reviewWords);
  const words = useWords(taskWords);
  if (!said) return <p className="soft small">{t.notYet}</p>;
  const to =
    said.verdict === "change"
      ? dueText({ dueOn: said.newDueOn, duePrecision: said.newDuePrecision ?? "day" }, words)
      : others.find(({ value }) => value === said.intoTaskId)?.label;
  return (
    <p className="cluster small">
      <Status tone={said.verdict === "keep" ? "success" : "info"}>{t.verdicts[said.verdict]}</Status>
      <span>{[to, said.reason, said.byName].filter(Boolean).join(" · ")}</span>
      {said.appliedAt && <span className="soft">{t.applied}</span>}
    </p>
  );
}
