import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { nominationWords } from "~/features/awards/nominations/messages";
import { type NominationField, requiredTexts } from "~/features/awards/nominations/rules";
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
  /** Handed in meanwhile: what was typed stays to be copied, and nothing is saved any more. */
  closed: boolean;
  /** What the page without a script was answered about this field. */
  answered: Answered | null;
}

const restMs = 1200;
const retryMs = 5000;
const rows: Record<NominationField, number> = { achievement: 2, report: 12, measure: 4, spread: 4, innovation: 4 };

/**
 * One text with a version of its own. It is saved a moment after the last key, and when its field is left; when a
 * colleague wrote meanwhile both texts stand on the page, and what is saved next is put upon theirs.
 */
export function TextEditor({ field, text, version, by, closed, answered }: Props) {
  const t = useWords(nominationWords);
  const fetcher = useFetcher<Answered>();
  const said = fetcher.data ?? answered;
  const error = said?.errors[field] ?? said?.errors.text;
  const clash = error === "changed-meanwhile";
  const cut = error === "no-line";
  const other = error && !clash && !cut ? error : undefined;
  const [typed, setTyped] = useState(answered?.values.text ?? text);
  const base = useRef(answered?.version || version);
  const sent = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  if (said && (said.saved || clash)) base.current = said.version;

  const idle = fetcher.state === "idle";
  const waiting = useRef(false);
  const save = useRef(() => {});
  save.current = () => {
    clearTimeout(timer.current);
    // One after the other: the second would carry the version that the first is about to raise.
    waiting.current = !idle;
    if (!idle) return;
    sent.current = typed;
    fetcher.submit({ field, text: typed, version: String(base.current) }, { method: "post" });
  };
  useEffect(() => {
    if (!idle) return;
    if (cut) timer.current = setTimeout(() => save.current(), retryMs);
    // A clash waits for the person: saving by itself would put one text over the other.
    else if (waiting.current && !clash) save.current();
  }, [idle, cut, clash]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    if (!clash) timer.current = setTimeout(() => save.current(), restMs);
  };
  // A link that is followed takes the page away before the moment is over.
  const leave = () => {
    if (!clash && !closed && typed !== sent.current) save.current();
  };

  const example = field === "achievement" ? t.hints.achievement : undefined;
  const standing = () => {
    if (!idle) return t.saving;
    if (cut) return t.cut;
    if (said?.saved && sent.current === typed) return t.kept;
    return by ? t.by(by) : "";
  };
  return (
    <Panel title={t.texts[field]}>
      <fetcher.Form
        method="post"
        noValidate
        className="stack gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save.current();
        }}
      >
        <input type="hidden" name="field" value={field} />
        <input type="hidden" name="version" value={base.current} />
        {clash && said && (
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
          hint={requiredTexts.includes(field) ? example : t.hints.optional}
          rows={rows[field]}
          value={typed}
          readOnly={closed}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={leave}
          error={other ? (t.errors[other] ?? other) : undefined}
        />
        <div className="cluster">
          {!closed && (
            <Button size="small" busy={!idle}>
              {t.save}
            </Button>
          )}
          <span className="soft small" role="status">
            {standing()}
          </span>
        </div>
      </fetcher.Form>
    </Panel>
  );
}
