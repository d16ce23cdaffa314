import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { scoringWords } from "~/features/awards/scoring/messages";
import { rawScore, scoreRefusal, unanswered } from "~/features/awards/scoring/ballot.rules";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { TextArea, TextField } from "~/ui/text-field";
import { formatExactly } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { useAutosave } from "~/web/use-autosave";
import { useLocale, useWords } from "~/web/use-words";

interface Criterion {
  id: string;
  title: Localized;
  weight: number;
  maximum: number;
  step: number;
  required: boolean;
}

interface Answered {
  errors: Record<string, string>;
  values: Record<string, string>;
  version: number | null;
  saved: boolean;
}

interface Props {
  criteria: Criterion[];
  sheet: { version: number; comment: string; reason: string; scores: Record<string, number> };
  state: "open" | "begun" | "submitted" | "abstained";
  open: boolean;
  answered: Answered | null;
}

const numberIn = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")));

/** The score sheet: kept a moment after each change, sent by a press or by Ctrl+Enter; arrows walk the scale. */
export function Sheet({ criteria, sheet, state, open, answered }: Props) {
  const t = useWords(scoringWords);
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const { queue, said, saving, ...kept } = useAutosave<Answered>({
    ...{ answered, version: sheet.version, restMs: 700 },
    clashes: ({ errors }) => errors.form === "changed-meanwhile",
    isCut: ({ errors }) => errors.form === "no-line",
    body: () => form.current,
  });
  // Taking a ballot back raises the version too, and its page is loaded anew.
  const version = Math.max(sheet.version, kept.version);
  const errors = said?.errors ?? {};
  const shown = (value: number | undefined) =>
    value === undefined ? "" : locale === "en" ? String(value) : String(value).replace(".", ",");
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(criteria.map(({ id }) => [id, answered?.values[`score.${id}`] ?? shown(sheet.scores[id])])),
  );
  // After a press that was refused: on a phone the field stands out of sight above the button.
  useEffect(() => {
    if (answered && !answered.saved) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [answered]);
  const submit = () =>
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>('button[value="submit"]'));
  const change = (id: string, value: string) => {
    setTyped((old) => ({ ...old, [id]: value }));
    queue.later();
  };
  const walk = (event: KeyboardEvent, { id, step, maximum }: Criterion) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
      return;
    }
    if (event.key === "Enter") {
      // A ballot is sent by its button alone; Enter goes on to the next field.
      event.preventDefault();
      const fields = [...(form.current?.querySelectorAll<HTMLElement>("input[inputmode], textarea") ?? [])];
      fields[fields.indexOf(event.currentTarget as HTMLElement) + 1]?.focus();
      return;
    }
    const way = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    const now = numberIn(typed[id] ?? "");
    const from = Number.isFinite(now) ? now + way * step : way > 0 ? step : maximum;
    change(id, shown(Math.round(Math.min(maximum, Math.max(0, from)) * 1000) / 1000));
  };
  const hold = (event: FormEvent<HTMLFormElement>) => {
    queue.stop();
    if (!saving) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    queue.press(submitter?.getAttribute("value") === "submit" ? submit : kept.save);
  };

  const scores = new Map(
    criteria.flatMap(({ id }) => {
      const value = numberIn(typed[id] ?? "");
      return Number.isFinite(value) ? [[id, value] as const] : [];
    }),
  );
  const counts =
    unanswered(criteria, scores).length === 0 &&
    criteria.every((criterion) => scoreRefusal(criterion, scores.get(criterion.id) ?? 0) === null);
  const total = counts ? rawScore(criteria, scores) : null;
  const locked = !open || state === "submitted" || state === "abstained";
  return (
    <Panel title={t.sheet} description={locked ? undefined : <span className="with-keys">{t.keys}</span>}>
      {errors.form && <Notice tone="danger" title={t.errors[errors.form] ?? errors.form} />}
      {!open && <Notice tone="info" title={t.closed} />}
      <Form method="post" noValidate className="stack" ref={form} onSubmit={hold}>
        <input type="hidden" name="version" value={version} />
        {criteria.map((criterion) => {
          const { id, title, weight, maximum, step } = criterion;
          const error = errors[`score.${id}`];
          return (
            <TextField
              key={id}
              name={`score.${id}`}
              label={`${inLanguage(title, locale)} (${weight}%)`}
              hint={
                <>
                  <Ltr>{t.of(String(maximum))}</Ltr> · {t.step(formatExactly(step, locale))}
                </>
              }
              inputMode="decimal"
              autoComplete="off"
              width="s"
              required={criterion.required}
              readOnly={locked}
              value={typed[id] ?? ""}
              onChange={(event) => change(id, event.currentTarget.value)}
              onKeyDown={(event) => walk(event, criterion)}
              error={error ? (t.errors[error] ?? error) : undefined}
            />
          );
        })}
        <p>
          <strong>{t.total(total === null ? "–" : formatExactly(Math.round(total * 100) / 100, locale))}</strong>{" "}
          <span className="soft small" role="status">
            {saving ? t.saving : said?.saved ? t.kept : ""}
          </span>
        </p>
        <TextArea
          name="comment"
          label={t.comment}
          rows={3}
          defaultValue={answered?.values.comment ?? sheet.comment}
          error={errors.comment ? t.errors[errors.comment] : undefined}
          readOnly={locked}
          onChange={queue.later}
        />
        {!locked && (
          <div className="cluster">
            <Button variant="primary" name="do" value="submit">
              {t.submit}
            </Button>
            <Button name="do" value="save">
              {t.save}
            </Button>
          </div>
        )}
      </Form>
      {open && (state === "submitted" || state === "abstained") && (
        <Form method="post">
          {state === "abstained" && (
            <p>
              {t.states.abstained}: <bdi>{sheet.reason}</bdi>
            </p>
          )}
          <Button name="do" value="reopen">
            {t.reopen}
          </Button>
        </Form>
      )}
      {!locked && (
        <Disclosure summary={t.abstain} open={errors.reason !== undefined}>
          <Form method="post" noValidate className="stack gap-3">
            <TextArea
              name="reason"
              label={t.abstainReason}
              rows={2}
              defaultValue={answered?.values.reason}
              error={errors.reason ? t.errors[errors.reason] : undefined}
            />
            <div>
              <Button name="do" value="abstain">
                {t.abstain}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Panel>
  );
}
