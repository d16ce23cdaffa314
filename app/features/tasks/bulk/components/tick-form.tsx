import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { SelectField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { bulkWords } from "../messages";
import { bulkActs } from "../rules";

interface Props {
  /** The list's own query string, for the way back and for "all that it finds". */
  query: string;
  /** All that the list finds, when that is more than the page shows; else 0. */
  every: number;
  children: ReactNode;
}

const boxes = 'input[type="checkbox"][name="task"]:not(:disabled)';

/** The form around the rows and, at the foot of the screen, what can be changed of the ticked ones; a script counts them. */
export function TickForm({ query, every, children }: Props) {
  const t = useWords(bulkWords);
  const form = useRef<HTMLFormElement>(null);
  const [ticked, setTicked] = useState(0);
  const [scripted, setScripted] = useState(false);
  const count = () => setTicked(form.current?.querySelectorAll(`${boxes}:checked`).length ?? 0);
  useEffect(() => {
    setScripted(true);
    // The browser may bring ticks back when one returns to the page.
    setTicked(form.current?.querySelectorAll(`${boxes}:checked`).length ?? 0);
  }, []);
  const tickAll = (on: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>(boxes) ?? []) box.checked = on;
    count();
  };
  return (
    <Form method="post" action={paths.taskBulk} ref={form} onChange={count}>
      {children}
      <input type="hidden" name="query" value={query} />
      <details className="tick-bar no-print" open={ticked > 0 || undefined} data-ticked={ticked > 0 || undefined}>
        <summary>{ticked > 0 ? t.chosen(ticked) : t.legend}</summary>
        <div className="cluster gap-2">
          {scripted && (
            <Button type="button" size="small" variant="quiet" onClick={() => tickAll(ticked === 0)}>
              {ticked === 0 ? t.wholePage : t.noneOfPage}
            </Button>
          )}
          {every > 0 && <CheckboxField name="every" value="on" label={t.every(every)} />}
          <SelectField
            name="act"
            label={t.what}
            hideLabel
            choices={bulkActs.map((act) => ({ value: act, label: t.acts[act] }))}
          />
          <Button variant="primary" size="small">
            {t.go}
          </Button>
        </div>
      </details>
    </Form>
  );
}
