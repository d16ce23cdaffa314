import type { ReactNode } from "react";
import { answerWords, type Words } from "~/features/participants/answer/messages";
import { askedBy, type Wish } from "~/features/participants/answer/rules";
import { Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { Answers } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { SelectField, TextArea, TextField } from "~/ui/text-field";
import { useLocale, useWords } from "~/web/use-words";
import { Facts, momentText } from "./facts";
import type { Mend, Reply } from "./route";

/** The address of a step of this page, in the language it is read in. */
export function useStepHref(): (answer?: Wish["answer"]) => string {
  const locale = useLocale();
  return (answer) => (answer ? `?answer=${answer}&lang=${locale}` : `?lang=${locale}`);
}

/** A form of this page: posts to the page itself, and stays in its language. */
export function AnswerForm({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return (
    <form method="post" action={`?lang=${locale}`} noValidate className="stack">
      {children}
    </form>
  );
}

/** The decision: three buttons. Yes is said by one press where there is nothing more to choose. */
export function Ask({ page }: { page: Reply }) {
  const t = useWords(answerWords);
  const locale = useLocale();
  const stepHref = useStepHref();
  const until = askedBy(page.event, page.now);
  return (
    <section className="stack gap-3" aria-label={t.yourAnswer}>
      <p>{until ? t.replyBy(momentText(until, page.event.zone, locale)) : t.replySoon}</p>
      <Answers>
        {page.event.guestsChoosePoint ? (
          <ButtonLink plain size="large" wide variant="primary" icon="confirmed" href={stepHref("yes")}>
            {t.answers.yes}
          </ButtonLink>
        ) : (
          <AnswerForm>
            <Button size="large" wide variant="primary" icon="confirmed" name="answer" value="yes">
              {t.answers.yes}
            </Button>
          </AnswerForm>
        )}
        <ButtonLink plain size="large" wide icon="substitute" href={stepHref("substitute")}>
          {t.answers.substitute}
        </ButtonLink>
        <ButtonLink plain size="large" wide icon="declined" href={stepHref("no")}>
          {t.answers.no}
        </ButtonLink>
      </Answers>
    </section>
  );
}

/** One answer made ready to be sent, with what belongs to it. */
export function Step({ page, step, mend }: { page: Reply; step: Wish["answer"]; mend: Mend | null }) {
  const t = useWords(answerWords);
  const stepHref = useStepHref();
  const errors = Object.fromEntries(
    Object.entries(mend?.errors ?? {}).map(([field, code]) => [field, t.errors[code] ?? code]),
  );
  const props = { page, errors, values: mend?.values ?? {} };
  return (
    <>
      <Facts page={page} brief />
      <section className="stack" aria-labelledby="step">
        <h2 id="step">{t.answers[step]}</h2>
        <ErrorSummary
          title={t.mend}
          errors={Object.entries(errors).map(([field, text]) => ({ field, text: labelled(field, text, t) }))}
        />
        {step === "yes" && <YesStep {...props} />}
        {step === "no" && <NoStep {...props} />}
        {step === "substitute" && <SubstituteStep {...props} />}
        <p>
          <a className="rsvp-back" href={stepHref()}>
            {t.another}
          </a>
        </p>
      </section>
    </>
  );
}

/** The field's name before what to mend: two fields may have the same trouble. */
function labelled(field: string, text: string, t: Words): string {
  const labels: Record<string, string> = { ...t.substitute, reason: t.no.reason, point: t.yes.point };
  return `${labels[field] ?? t.yourAnswer}: ${text}`;
}

interface StepProps {
  page: Reply;
  errors: Record<string, string>;
  values: Record<string, string>;
}

function YesStep({ page, errors }: StepProps) {
  const t = useWords(answerWords);
  const { choices, point, guest } = page;
  const isFull = choices.length > 0 && guest.answer !== "yes" && choices.every(({ id }) => id !== point.id);
  return (
    <AnswerForm>
      {isFull && <Notice tone="warning">{t.refused.full(point.name)}</Notice>}
      {choices.length > 0 && <PointField choices={choices} chosen={point.id} error={errors.point} />}
      <Button size="large" wide variant="primary" icon="confirmed" name="answer" value="yes">
        {choices.length > 0 ? t.yes.pressPoint : t.yes.press}
      </Button>
    </AnswerForm>
  );
}

/** A few points stand in sight, many fold into a list. Nobody is sent elsewhere by a choice made beforehand. */
export function PointField({ choices, chosen, error }: { choices: Reply["choices"]; chosen: string; error?: string }) {
  const t = useWords(answerWords);
  const seatsOf = (seats: number | null) => (seats === null ? "" : t.yes.seats(seats));
  const isOffered = choices.some(({ id }) => id === chosen);
  const field = { name: "point", label: t.yes.point, error };
  if (choices.length <= 5)
    return (
      <RadioGroup
        {...field}
        defaultValue={isOffered ? chosen : undefined}
        choices={choices.map(({ id, name, seats }) => ({ value: id, label: <bdi>{name}</bdi>, hint: seatsOf(seats) }))}
      />
    );
  const said = (name: string, seats: number | null) => (seats === null ? name : `${name} (${seatsOf(seats)})`);
  return (
    <SelectField
      {...field}
      defaultValue={isOffered ? chosen : ""}
      placeholder={isOffered ? undefined : "—"}
      choices={choices.map(({ id, name, seats }) => ({ value: id, label: said(name, seats) }))}
    />
  );
}

function NoStep({ page, errors, values }: StepProps) {
  const t = useWords(answerWords);
  return (
    <AnswerForm>
      <TextArea
        name="reason"
        label={t.no.reason}
        optional
        rows={3}
        error={errors.reason}
        defaultValue={values.reason ?? page.guest.declineReason}
      />
      <Button size="large" wide variant="primary" icon="declined" name="answer" value="no">
        {t.no.press}
      </Button>
    </AnswerForm>
  );
}

function SubstituteStep({ errors, values }: StepProps) {
  const t = useWords(answerWords);
  const field = (name: string) => ({ name, error: errors[name], defaultValue: values[name] });
  return (
    <AnswerForm>
      <p>{t.substitute.lead}</p>
      <TextField {...field("name")} label={t.substitute.name} required autoComplete="off" />
      <TextField {...field("position")} label={t.substitute.position} optional autoComplete="off" />
      <TextField
        {...field("email")}
        type="email"
        label={t.substitute.email}
        hint={t.substitute.emailHint}
        autoComplete="off"
      />
      <TextField {...field("phone")} type="tel" label={t.substitute.phone} width="m" autoComplete="off" />
      <Button size="large" wide variant="primary" icon="substitute" name="answer" value="substitute">
        {t.substitute.press}
      </Button>
    </AnswerForm>
  );
}
