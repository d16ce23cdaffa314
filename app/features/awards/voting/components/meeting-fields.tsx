import { TextArea, DateField, TextField, TimeField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { votingWords } from "../messages";

interface Props {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** With what was discussed, for the minutes. */
  withNote?: boolean;
}

/** What is planned of a meeting. */
export function MeetingFields({ values, errors, withNote }: Props) {
  const t = useWords(votingWords);
  const field = (name: string) => ({
    ...{ name, defaultValue: values[name] ?? "" },
    error: errors[name] ? (t.errors[errors[name]] ?? errors[name]) : undefined,
  });
  return (
    <>
      <TextField {...field("title")} label={t.name} required autoComplete="off" />
      <div className="fields-2">
        <DateField {...field("day")} label={t.day} required />
        <TimeField {...field("clock")} label={t.clock} required />
      </div>
      <TextField {...field("place")} label={t.place} optional />
      <TextField {...field("tellers")} label={t.tellers} hint={t.tellersHint} optional />
      {withNote && <TextArea {...field("note")} label={t.note} optional rows={5} />}
    </>
  );
}
