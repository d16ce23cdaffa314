import type { ConflictLine } from "~/features/awards/conflicts/council.reads.server";
import { conflictWords } from "~/features/awards/conflicts/messages";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { SelectField, TextArea } from "~/ui/text-field";
import { inLanguage, type Localized } from "~/web/localized";
import { useLocale, useWords } from "~/web/use-words";

interface Typed {
  errors: Record<string, string>;
  values?: Record<string, string>;
}

const called = ({ nomineeName, unitName }: { nomineeName: string; unitName: string }) =>
  unitName === nomineeName ? nomineeName : `${nomineeName} (${unitName})`;

interface PinProps extends Typed {
  dossiers: { id: string; categoryId: string; nomineeName: string; unitName: string }[];
  seats: { memberId: string; name: string }[];
  categories: { id: string; title: Localized }[];
}

/** A conflict that the organizer sets between a member and a dossier. */
export function PinForm({ dossiers, seats, categories, errors, values }: PinProps) {
  const t = useWords(conflictWords);
  const locale = useLocale();
  const wrong = (name: string) => (errors[name] ? t.errors[errors[name]] : undefined);
  const titles = new Map(categories.map(({ id, title }) => [id, inLanguage(title, locale)]));
  return (
    <Form method="post" noValidate className="stack gap-3">
      <p className="soft">{t.pinLead}</p>
      <div className="fields-2">
        <SelectField
          name="memberId"
          label={t.member}
          choices={seats.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          placeholder={t.choose}
          defaultValue={values?.memberId}
          error={wrong("memberId")}
          required
        />
        <SelectField
          name="nominationId"
          label={t.dossier}
          choices={categories.flatMap(({ id }) =>
            dossiers
              .filter(({ categoryId }) => categoryId === id)
              .map((one) => ({ value: one.id, label: called(one), group: titles.get(id) })),
          )}
          placeholder={t.choose}
          defaultValue={values?.nominationId}
          error={wrong("nominationId")}
          required
        />
      </div>
      <TextArea
        name="reason"
        label={t.reason}
        rows={2}
        defaultValue={values?.reason}
        error={wrong("reason")}
        required
      />
      <div>
        <Button name="do" value="pin">
          {t.pin}
        </Button>
      </div>
    </Form>
  );
}

/** A declared or set conflict that the organizer lifts. */
export function LiftForm({ lines, errors, values }: Typed & { lines: ConflictLine[] }) {
  const t = useWords(conflictWords);
  const wrong = (name: string) => (errors[name] ? t.errors[errors[name]] : undefined);
  const declared = lines.filter(({ said }) => said !== null);
  if (declared.length === 0 && !errors.pair) return <p className="soft">{t.liftNone}</p>;
  return (
    <Form method="post" noValidate className="stack gap-3">
      <p className="soft">{t.liftLead}</p>
      <SelectField
        name="pair"
        label={t.liftPair}
        choices={declared.map((line) => ({
          value: `${line.memberId}:${line.nominationId}`,
          label: called(line),
          group: line.memberName,
        }))}
        placeholder={t.choose}
        defaultValue={values?.pair}
        error={wrong("pair")}
        required
      />
      <TextArea name="why" label={t.reason} rows={2} defaultValue={values?.why} error={wrong("why")} required />
      <div>
        <Button name="do" value="lift">
          {t.lift}
        </Button>
      </div>
    </Form>
  );
}
