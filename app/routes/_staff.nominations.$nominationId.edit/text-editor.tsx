import { useRef, useState } from "react";
import { nominationWords } from "~/features/awards/nominations/messages";
import { type NominationField, requiredTexts } from "~/features/awards/nominations/rules";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { TextArea } from "~/ui/text-field";
import { useAutosave } from "~/web/use-autosave";
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

const rows: Record<NominationField, number> = { achievement: 2, report: 12, measure: 4, spread: 4, innovation: 4 };

/**
 * One text with a version of its own. It is saved a moment after the last key, and when its field is left; when a
 * colleague wrote meanwhile both texts stand on the page, and what is saved next is put upon theirs.
 */
export function TextEditor({ field, text, version, by, closed, answered }: Props) {
  const t = useWords(nominationWords);
  const [typed, setTyped] = useState(answered?.values.text ?? text);
  const sent = useRef(text);
  const errorIn = ({ errors }: Answered) => errors[field] ?? errors.text;
  const kept = useAutosave<Answered>({
    ...{ answered, version, restMs: 1200 },
    clashes: (said) => errorIn(said) === "changed-meanwhile",
    isCut: (said) => errorIn(said) === "no-line",
    body: (version) => {
      sent.current = typed;
      return { field, text: typed, version: String(version) };
    },
  });
  const { queue, said, saving, clash, cut } = kept;
  const other = clash || cut || said === null ? undefined : errorIn(said);
  const change = (value: string) => {
    setTyped(value);
    queue.later();
  };
  // A link that is followed takes the page away before the moment is over.
  const leave = () => {
    if (!closed && typed !== sent.current) queue.soon();
  };

  const example = field === "achievement" ? t.hints.achievement : undefined;
  const standing = () => {
    if (saving) return t.saving;
    if (cut) return t.cut;
    if (said?.saved && sent.current === typed) return t.kept;
    return by ? t.by(by) : "";
  };
  return (
    <Panel title={t.texts[field]}>
      <Form
        method="post"
        noValidate
        className="stack gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          queue.press(kept.save);
        }}
      >
        <input type="hidden" name="field" value={field} />
        <input type="hidden" name="version" value={kept.version} />
        {clash && said && (
          <Notice tone="warning" title={t.meanwhile(said.by)}>
            <p className="small">{t.theirs}</p>
            <p className="lines" dir="auto">
              {said.theirs}
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
            <Button size="small" busy={saving}>
              {t.save}
            </Button>
          )}
          <span className="soft small" role="status">
            {standing()}
          </span>
        </div>
      </Form>
    </Panel>
  );
}
