import { CheckboxField, Fieldset } from "~/ui/choice-field";
import { type Choice, SelectField, TextArea, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { programmeWords } from "../programme/messages";

interface Props {
  values: Record<string, string>;
  error: (field: string) => string | undefined;
  units: Choice[];
  /** How many seats are taken already, said beside the limit. */
  taken?: number;
}

/** All that is written of a place of an event. */
export function PointFields({ values, error, units, taken }: Props) {
  const { one: t, points } = useWords(programmeWords);
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name) });
  return (
    <>
      <Fieldset legend={t.edit}>
        <TextField {...field("name")} label={t.name} required />
        <SelectField {...field("unitId")} label={t.unit} choices={units} placeholder={points.noUnit} />
        <CheckboxField name="isMain" label={t.isMain} hint={t.isMainHint} defaultChecked={values.isMain === "on"} />
      </Fieldset>
      <Fieldset legend={t.placeTitle}>
        <TextField {...field("address")} label={t.address} optional />
        <TextArea {...field("way")} label={t.way} rows={2} optional />
        <TextField {...field("meetingUrl")} label={t.meetingUrl} hint={t.meetingHint} type="url" optional />
        <TextField
          {...field("capacity")}
          label={t.seats}
          hint={taken ? `${t.seatsHint} ${t.seatsTaken(taken)}.` : t.seatsHint}
          inputMode="numeric"
          width="xs"
        />
      </Fieldset>
      <Fieldset legend={t.chairTitle}>
        <div className="grid grid-narrow">
          <TextField {...field("chairName")} label={t.fullName} optional />
          <TextField {...field("chairPosition")} label={t.position} optional />
        </div>
      </Fieldset>
      <Fieldset legend={t.contactTitle}>
        <TextField {...field("contactName")} label={t.fullName} optional />
        <div className="grid grid-narrow">
          <TextField {...field("contactPhone")} label={t.phone} type="tel" optional />
          <TextField {...field("contactEmail")} label={t.email} type="email" optional />
        </div>
      </Fieldset>
    </>
  );
}
