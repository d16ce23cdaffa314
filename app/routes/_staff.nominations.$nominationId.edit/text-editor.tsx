import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { nominationWords } from "~/features/awards/nominations/messages";
import type { NominationField } from "~/features/awards/nominations/rules";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { TextArea } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

interface Answered {
  errors: Record<string, string>;
  values: Record<string, string>;
  field: NominationField | null;
  theirs: string;
  by: string;
  version: number;
  saved: boolean;
}

interface Props {
  field: NominationField;
  text: string;
  version: number;
  by: string;
  /** What the page without a script was answered about this field. */
  answered: Answered | null;
}

const restMs = 1200;
const rows: Record<NominationField, number> = { achievement: 2, report: 12, measure: 4, spread: 4, innovation: 4 };

/**
 * One text with a version of its own. It is saved a moment after the last key; when a colleague wrote meanwhile both
 * texts stand on the page, and what is saved next is put upon theirs.
 */
export function TextEditor({ field, text, version, by, answered }: Props) {
  const t = useWords(nominationWords);
  const fetcher = useFetcher<Answered>();
  const said = fetcher.data ?? answered;
  const clash = said !== null && said !== undefined && said.errors[field] === "changed-meanwhile";
  const other = said && !said.saved && !clash ? said.errors[said.field ?? field] : undefined;
  const [typed, setTyped] = useState(answered?.values.text ?? text);
  const base = useRef(answered?.version || version);
  const saved = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  if (said?.saved || clash) base.current = said.version;

  const save = (value: string) => {
    saved.current = value;
    fetcher.submit({ field, text: value, version: String(base.current) }, { method: "post" });
  };
  // A clash waits for the person: saving by itself would put one text over the other.
  const schedule = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    if (!clash) timer.current = setTimeout(() => save(value), restMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const idle = fetcher.state === "idle";
  return (
    <Panel title={t.texts[field]}>
      <fetcher.Form method="post" noValidate className="stack gap-3">
        <input type="hidden" name="field" value={field} />
        <input type="hidden" name="version" value={base.current} />
        {clash && (
          <Notice tone="warning" title={t.meanwhile(said.by)}>
            <p className="small">{t.theirs}</p>
            <p style={{ whiteSpace: "pre-line" }}>
              <bdi>{said.theirs}</bdi>
            </p>
          </Notice>
        )}
        <TextArea
          name="text"
          id={`text-${field}`}
          label={t.texts[field]}
          hideLabel
          hint={field === "achievement" ? t.hints.achievement : undefined}
          rows={rows[field]}
          value={typed}
          onChange={(event) => schedule(event.currentTarget.value)}
          error={other ? (t.errors[other] ?? other) : undefined}
        />
        <div className="cluster">
          <Button size="small" busy={!idle}>
            {t.save}
          </Button>
          <span className="soft small" role="status">
            {!idle ? t.saving : said?.saved && saved.current === typed ? t.kept : by ? t.by(by) : ""}
          </span>
        </div>
      </fetcher.Form>
    </Panel>
  );
}
