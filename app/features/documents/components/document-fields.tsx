import { type Choice, DateField, SelectField, TextArea, TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { documentWords } from "../messages";

interface Props {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** Documents this one may carry out. */
  parents: Choice[];
}

/** The fields of an entry of the register. */
export function DocumentFields({ values, errors, parents }: Props) {
  const t = useWords(documentWords);
  const text = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  return (
    <>
      <TextField
        {...text("number")}
        label={t.number}
        hint={t.numberHint}
        required
        width="m"
        autoComplete="off"
        dir="ltr"
      />
      <TextArea {...text("abstract")} label={t.abstract} rows={3} />
      <div className="grid grid-narrow align-end">
        <DateField {...text("issuedOn")} label={t.issuedOn} />
        <TextField {...text("issuer")} label={t.issuer} hint={t.issuerHint} optional autoComplete="off" />
      </div>
      <TextField {...text("signatory")} label={t.signatory} optional autoComplete="off" width="m" />
      <SelectField
        {...text("parentId")}
        label={t.parent}
        hint={t.parentHint}
        placeholder={t.noParent}
        choices={parents}
      />
      <div className="grid grid-narrow align-end">
        <DateField {...text("validFrom")} label={t.validFrom} optional />
        <DateField {...text("validTo")} label={t.validTo} optional />
      </div>
      <TextField {...text("url")} type="url" label={t.url} optional autoComplete="off" />
    </>
  );
}
