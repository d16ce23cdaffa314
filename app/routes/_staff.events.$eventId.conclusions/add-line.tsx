import { useFetchers, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { longestLine } from "~/features/tasks/conclusions/rules";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

interface Props {
  /** The id that the next line gets. */
  press: string;
  /** The ids of the lines that are stored. */
  known: string[];
  /** The meeting runs: the page is for typing. Later it is for reading, from the top. */
  live: boolean;
  error?: string;
  typed?: string;
}

interface Sent {
  press: string;
  text: string;
}

/**
 * One field for the next line. Enter adds it; with script the field is free at once, and each line travels on its own, so
 * that a slow network neither holds up the writer nor loses a line.
 */
export function AddLine({ press, known, live, error, typed }: Props) {
  const t = useWords(conclusionWords);
  const submit = useSubmit();
  const [sent, setSent] = useState<Sent[]>([]);
  const stored = known.join();
  useEffect(() => setSent((lines) => lines.filter((line) => !stored.includes(line.press))), [stored]);

  const send = (line: Sent) =>
    submit({ ...line }, { method: "post", navigate: false, fetcherKey: line.press, preventScrollReset: true });
  const add = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const text = (form.elements.namedItem("text") as HTMLInputElement).value.trim();
    event.preventDefault();
    if (text === "") return;
    // The server's press names the first line; what is typed before its answer needs ids of its own.
    const line = { press: sent.some((one) => one.press === press) ? crypto.randomUUID() : press, text };
    setSent((lines) => [...lines, line]);
    send(line);
    form.reset();
  };
  return (
    <div className="stack gap-3">
      <Unstored lines={sent} onAgain={send} />
      <Form method="post" onSubmit={add} noValidate className="add-line">
        <input type="hidden" name="press" value={press} />
        <TextField
          name="text"
          label={t.line}
          hint={t.addHint}
          error={error}
          defaultValue={typed}
          maxLength={longestLine}
          autoComplete="off"
          autoFocus={live}
        />
        <Button variant="primary" icon="add">
          {t.add}
        </Button>
      </Form>
    </div>
  );
}

/** Lines on their way, and those that did not arrive, with a press to send them again. */
function Unstored({ lines, onAgain }: { lines: Sent[]; onAgain(line: Sent): void }) {
  const t = useWords(conclusionWords);
  const travelling = new Set(useFetchers().map(({ key }) => key));
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list" aria-live="polite">
      {lines.map((line) => (
        <li key={line.press} className="cluster">
          <span>{line.text}</span>
          {travelling.has(line.press) ? (
            <span className="soft small">{t.saving}</span>
          ) : (
            <>
              <Status tone="danger">{t.unsaved}</Status>
              <Button type="button" size="small" onClick={() => onAgain(line)}>
                {t.again}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
