import type { CSSProperties, ReactNode } from "react";
import { CheckboxField, Fieldset } from "~/ui/choice-field";
import { Disclosure } from "~/ui/guest-page";
import { type Choice, DateField, SelectField, TextArea, TextField, TimeField } from "~/ui/text-field";
import type { Locale } from "~/web/i18n";
import { useWords } from "~/web/use-words";
import { eventWords } from "../messages";
import { eventFormWords } from "../messages/form";
import { eventKinds } from "../rules";

export interface EventChoices {
  units: Choice[];
  campaigns: Choice[];
  parents: Choice[];
}

interface Props {
  values: Record<string, string>;
  /** The sentence for a field, or undefined. */
  error: (field: string) => string | undefined;
  choices: EventChoices;
  /** A draft still has its dates in the form; an announced event moves on a page of its own. */
  withDates: boolean;
  replyHint: string;
  /** Stands between the time and the invitation: the venue, while there are no points yet. */
  place?: ReactNode;
}

const others: [Exclude<Locale, "vi">, string][] = [
  ["en", "En"],
  ["ar", "Ar"],
  ["hi", "Hi"],
];

/** All that is written of an event, in the order in which an organizer thinks of it. */
export function EventFields({ values, error, choices, withDates, replyHint, place }: Props) {
  const t = useWords(eventWords);
  const f = useWords(eventFormWords).form;
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  const translated = others.some(([, end]) => values[`title${end}`] || values[`description${end}`]);
  return (
    <>
      <Fieldset legend={f.what}>
        <TextField {...field("title")} label={f.title} required />
        <div className="grid grid-narrow">
          <SelectField
            {...field("kind")}
            label={t.kind}
            choices={eventKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <SelectField
            {...field("campaignId")}
            label={t.campaign}
            choices={choices.campaigns}
            placeholder={t.noCampaign}
          />
        </div>
        <SelectField {...field("hostUnitId")} label={t.host} choices={choices.units} required />
        <TextArea {...field("description")} label={f.description} rows={3} optional />
        <Disclosure summary={f.otherLanguages} open={translated}>
          <p className="field-hint">{f.otherLanguagesHint}</p>
          {others.map(([locale, end]) => (
            <div key={locale} className="stack gap-2">
              <TextField {...field(`title${end}`)} label={f.titleIn(f.languages[locale])} lang={locale} />
              <TextArea
                {...field(`description${end}`)}
                label={f.descriptionIn(f.languages[locale])}
                rows={2}
                lang={locale}
              />
            </div>
          ))}
        </Disclosure>
      </Fieldset>

      <Fieldset legend={f.whenTitle}>
        {withDates ? <SpanFields values={values} error={error} /> : <p className="field-hint">{f.dateFixed}</p>}
        <ReplyFields values={values} error={error} hint={replyHint} />
      </Fieldset>

      {place}

      <Fieldset legend={f.inviting}>
        <TextField {...field("invitationNumber")} label={f.invitationNumber} width="m" optional />
        <TextArea {...field("composition")} label={f.composition} rows={3} optional />
        <TextArea {...field("note")} label={f.note} hint={f.noteHint} rows={3} optional />
      </Fieldset>

      <Fieldset legend={f.contactTitle}>
        <TextField {...field("contactName")} label={f.contactName} width="l" optional />
        <div className="grid grid-narrow">
          <TextField {...field("contactPhone")} label={f.contactPhone} type="tel" optional />
          <TextField {...field("contactEmail")} label={f.contactEmail} type="email" optional />
        </div>
      </Fieldset>

      <Fieldset legend={f.more}>
        <CheckboxField
          name="isPublic"
          label={f.isPublic}
          hint={f.isPublicHint}
          defaultChecked={values.isPublic === "on"}
        />
        <CheckboxField
          name="guestsChoosePoint"
          label={f.guestsChoosePoint}
          defaultChecked={values.guestsChoosePoint === "on"}
        />
        {choices.parents.length > 0 && (
          <SelectField
            {...field("parentId")}
            label={f.parent}
            hint={f.parentHint}
            choices={choices.parents}
            placeholder={f.noParent}
            optional
          />
        )}
      </Fieldset>
    </>
  );
}

// Four short fields stand in one line of a form.
const narrow = { "--column": "9rem" } as CSSProperties;

/** Day, hours and, for what lasts longer, the last day. */
export function SpanFields({ values, error }: Pick<Props, "values" | "error">) {
  const f = useWords(eventFormWords).form;
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  return (
    <>
      <div className="grid" style={narrow}>
        <DateField {...field("day")} label={f.day} required />
        <TimeField {...field("from")} label={f.from} required />
        <TimeField {...field("to")} label={f.to} />
        <DateField {...field("endDay")} label={f.endDay} />
      </div>
      <p className="field-hint">
        {f.toHint} {f.endDayHint}
      </p>
    </>
  );
}

export function ReplyFields({ values, error, hint }: Pick<Props, "values" | "error"> & { hint: string }) {
  const f = useWords(eventFormWords).form;
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  return (
    <>
      <div className="grid" style={narrow}>
        <DateField {...field("replyDay")} label={f.replyDay} />
        <TimeField {...field("replyClock")} label={f.replyClock} />
      </div>
      <p className="field-hint">{hint}</p>
    </>
  );
}
