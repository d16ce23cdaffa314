import { DueFields } from "~/features/tasks/components/due-fields";
import { EvidenceLine, type Piece } from "~/features/tasks/components/evidence-line";
import { PersonFields } from "~/features/tasks/components/person-fields";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import { healths, type TaskState } from "~/features/tasks/rules";
import { RadioGroup } from "~/ui/choice-field";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { type Choice, TextArea, TextField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import type { Step } from "./steps";

interface Props {
  step: Step;
  task: { id: string; title: string; state: TaskState; progress: number | null; responsibleId: string | null };
  gathered: number;
  waiting: { statement: string; pieces: Piece[] } | null;
  people: Choice[];
  values: Record<string, string>;
  error: (field: string) => string | undefined;
}

/** What a step asks, and what it brings about. */
export function StepFields(props: Props) {
  const { step, task, gathered, values, error } = props;
  const t = useWords(taskPageWords).steps;
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  const reason = <TextArea {...field("reason")} label={t.reason} rows={3} required />;
  switch (step) {
    case "report":
      return <ReportFields {...props} />;
    case "submit":
      return (
        <>
          <p>
            {gathered > 0 ? t.goingAlong(gathered) : <Link href={paths.taskEvidence(task.id)}>{t.noneGathered}</Link>}
          </p>
          <TextArea {...field("statement")} label={t.statement} hint={t.statementHint} rows={5} required />
        </>
      );
    case "withdraw":
      return (
        <Notice tone="info" title={task.title}>
          {t.withdrawNote}
        </Notice>
      );
    case "decide":
      return <DecideFields {...props} />;
    case "responsible":
      return (
        <PersonFields
          values={{ responsibleId: task.responsibleId ?? "", ...values }}
          error={error}
          people={props.people}
        />
      );
    case "carry-over":
      return (
        <>
          <Notice tone="warning" title={task.title}>
            {t.carryNote}
          </Notice>
          <DueFields values={values} error={error} label={t.newDue} required />
          {reason}
        </>
      );
    case "reopen":
      return (
        <>
          <Notice tone="warning" title={task.title}>
            {task.state === "cancelled" ? t.reopenCancelledNote : t.reopenNote}
          </Notice>
          {reason}
        </>
      );
    case "cancel":
      return (
        <>
          <Notice tone="danger" title={task.title}>
            {t.cancelNote}
          </Notice>
          {reason}
        </>
      );
    case "remove":
      return (
        <Notice tone="danger" title={task.title}>
          {t.removeNote}
        </Notice>
      );
  }
}

function ReportFields({ task, values, error }: Props) {
  const t = useWords(taskPageWords).steps;
  const w = useWords(taskWords);
  return (
    <>
      <TextField
        name="progress"
        label={t.reportProgress}
        hint={t.reportHint}
        inputMode="numeric"
        width="xs"
        error={error("progress")}
        defaultValue={values.progress ?? (task.progress === null ? "" : String(task.progress))}
      />
      <RadioGroup
        name="health"
        label={t.healthLabel}
        error={error("health")}
        defaultValue={values.health ?? ""}
        choices={[
          ...healths.map((health) => ({ value: health, label: w.healths[health] })),
          { value: "", label: t.noHealth },
        ]}
      />
      <TextArea
        name="note"
        label={t.note}
        hint={t.noteHint}
        rows={3}
        error={error("note")}
        defaultValue={values.note}
      />
    </>
  );
}

const outcomes = ["completed", "basically-completed", "returned"] as const;

function DecideFields({ task, waiting, values, error }: Props) {
  const { steps: t, outcomes: words } = useWords(taskPageWords);
  return (
    <>
      {waiting && (
        <div className="stack gap-4">
          <p className="lines" dir="auto">
            {waiting.statement}
          </p>
          <ul className="plain-list">
            {waiting.pieces.map((piece) => (
              <EvidenceLine key={piece.id} taskId={task.id} piece={piece} />
            ))}
          </ul>
        </div>
      )}
      <RadioGroup
        name="outcome"
        label={t.outcome}
        required
        error={error("outcome")}
        defaultValue={values.outcome}
        choices={outcomes.map((value) => ({ value, label: words[value], hint: t.outcomeHints[value] }))}
      />
      <TextArea
        name="reason"
        label={t.word}
        hint={t.wordHint}
        rows={3}
        error={error("reason")}
        defaultValue={values.reason}
      />
    </>
  );
}
