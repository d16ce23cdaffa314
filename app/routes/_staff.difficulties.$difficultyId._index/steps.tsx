import { difficultyWords } from "~/features/difficulties/messages";
import type { Difficulty } from "~/features/difficulties/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { type Choice, SelectField, TextArea } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  difficulty: Difficulty;
  /** Conferences ahead. */
  events: Choice[];
  mayGive: boolean;
  values: Record<string, string>;
  errors: Record<string, string>;
  words: Record<string, string>;
}

/** What this person may do about it; the likely step stands open. */
export function Steps({ difficulty, events, mayGive, ...refused }: Props) {
  const t = useWords(difficultyWords);
  const { access, state, id, eventId } = difficulty;
  const open = state === "open";
  return (
    <>
      {open && (access.resolve || access.manage) && (
        <Panel title={t.solve.title}>
          <WordForm what="solve" {...t.solve} {...refused} primary />
        </Panel>
      )}
      {mayGive && (
        <div className="cluster">
          <ButtonLink href={`${paths.difficulty(id)}?give=1`} icon="tasks">
            {t.task.press}
          </ButtonLink>
        </div>
      )}
      {open && access.manage && (
        <Disclosure summary={t.agenda.title} open={refused.errors.eventId !== undefined}>
          <Agenda eventId={eventId} events={events} />
        </Disclosure>
      )}
      {open && (access.propose || access.manage) && (
        <Disclosure summary={t.drop.title} open={refused.values.do === "drop"}>
          <WordForm what="drop" {...t.drop} {...refused} />
        </Disclosure>
      )}
      {!open && (access.propose || access.manage) && (
        <Disclosure summary={t.reopen.title} open={refused.values.do === "reopen"}>
          <WordForm what="reopen" {...t.reopen} {...refused} />
        </Disclosure>
      )}
    </>
  );
}

interface WordProps extends Pick<Props, "values" | "errors" | "words"> {
  what: "solve" | "drop" | "reopen";
  label: string;
  press: string;
  primary?: boolean;
}

function WordForm({ what, label, press, primary, values, errors, words }: WordProps) {
  const typed = values.do === what;
  return (
    <Form method="post" noValidate className="stack gap-3">
      <TextArea
        name="word"
        id={`word-${what}`}
        label={label}
        rows={3}
        defaultValue={typed ? values.word : ""}
        error={typed && errors.word ? words[errors.word] : undefined}
      />
      <div>
        <Button variant={primary ? "primary" : "secondary"} name="do" value={what}>
          {press}
        </Button>
      </div>
    </Form>
  );
}

function Agenda({ eventId, events }: { eventId: string | null; events: Choice[] }) {
  const t = useWords(difficultyWords);
  if (eventId)
    return (
      <Form method="post">
        <input type="hidden" name="eventId" value="" />
        <Button name="do" value="agenda">
          {t.agenda.off}
        </Button>
      </Form>
    );
  if (events.length === 0) return <p className="soft">{t.agenda.none}</p>;
  return (
    <Form method="post" className="stack gap-3">
      <SelectField name="eventId" label={t.agenda.event} choices={events} />
      <div>
        <Button name="do" value="agenda">
          {t.agenda.press}
        </Button>
      </div>
    </Form>
  );
}
