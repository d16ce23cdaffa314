import { type GiveChoices, GiveForm } from "~/features/tasks/components/give-form";
import { StateBadge } from "~/features/tasks/components/task-looks";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Ltr } from "~/ui/text";
import { TextArea } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import type { LoadedLine } from "./load.server";
import { Proposal } from "./proposal";

interface Refused {
  /** What the last form said when it was refused, and the codes by field. */
  values: Record<string, string>;
  errors: Record<string, string>;
  words: Record<string, string>;
  eventId: string;
}

interface Props extends Refused {
  choices: GiveChoices | null;
  lines: LoadedLine[];
  /** May write, the meeting having begun. */
  runs: boolean;
  mayGive: boolean;
  editing: string | null;
  giving: string | null;
}

/** The conclusions in their order, each with the task it became or could become. */
export function Lines(props: Props) {
  return (
    <ol className="numbered-lines">
      {props.lines.map((line, at) => (
        <li key={line.id} id={`line-${line.id}`}>
          <Line {...props} line={line} at={at} />
        </li>
      ))}
    </ol>
  );
}

function Line({ line, at, ...props }: Props & { line: LoadedLine; at: number }) {
  const { runs, mayGive, editing, giving, lines, eventId } = props;
  const { task, proposal } = line;
  if (runs && editing === line.id) return <EditForm {...props} line={line} />;
  return (
    <div className="stack gap-2">
      <div className="line-head">
        <p className="line-text" dir="auto">
          {line.text}
        </p>
        {runs && <Moves line={line} at={at} last={at === lines.length - 1} eventId={eventId} />}
      </div>
      {task && <TaskOf task={task} />}
      {runs && mayGive && proposal && giving !== line.id && <Proposal line={line} eventId={eventId} />}
      {runs && giving === line.id && proposal && props.choices && (
        <GiveForm
          {...props}
          about={{ line: line.id }}
          proposal={proposal}
          choices={props.choices}
          typed={props.values.do === "task" && props.values.line === line.id ? props.values : null}
          back={paths.eventConclusions(eventId)}
        />
      )}
    </div>
  );
}

function TaskOf({ task }: { task: NonNullable<LoadedLine["task"]> }) {
  const t = useWords(conclusionWords);
  return (
    <div className="cluster small">
      {task.seen ? (
        <Link href={paths.task(task.id)}>
          {t.task} {task.code && <Ltr>{task.code}</Ltr>}
        </Link>
      ) : (
        <span className="soft">{t.isTask}</span>
      )}
      <StateBadge state={task.state} />
    </div>
  );
}

function Moves({ line, at, last, eventId }: { line: LoadedLine; at: number; last: boolean; eventId: string }) {
  const t = useWords(conclusionWords);
  const face = { variant: "quiet", size: "small", iconOnly: true } as const;
  return (
    <Form method="post" preventScrollReset className="line-moves no-print">
      <input type="hidden" name="line" value={line.id} />
      {at > 0 && (
        <Button {...face} icon="ascending" name="do" value="up">
          {t.up(at + 1)}
        </Button>
      )}
      {!last && (
        <Button {...face} icon="descending" name="do" value="down">
          {t.down(at + 1)}
        </Button>
      )}
      <ButtonLink {...face} icon="edit" href={`${paths.eventConclusions(eventId)}?edit=${line.id}#line-${line.id}`}>
        {t.editLine(at + 1)}
      </ButtonLink>
      {!line.task && (
        <Button {...face} icon="remove" name="do" value="remove">
          {t.remove(at + 1)}
        </Button>
      )}
    </Form>
  );
}

function EditForm({ line, errors, values, words, eventId }: Refused & { line: LoadedLine }) {
  const t = useWords(conclusionWords);
  const typed = values.do === "edit" && values.line === line.id ? values.text : undefined;
  return (
    <Form method="post" noValidate className="stack gap-3">
      <input type="hidden" name="line" value={line.id} />
      <input type="hidden" name="seen" value={line.updatedAt.getTime()} />
      <TextArea
        name="text"
        id={`text-${line.id}`}
        label={t.edit}
        rows={3}
        defaultValue={typed ?? line.text}
        error={values.do === "edit" && errors.text ? words[errors.text] : undefined}
      />
      <FormActions>
        <Button variant="primary" name="do" value="edit">
          {t.save}
        </Button>
        <ButtonLink variant="quiet" href={paths.eventConclusions(eventId)}>
          {t.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
