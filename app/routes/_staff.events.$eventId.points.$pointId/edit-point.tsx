import { Form } from "@remix-run/react";
import { Meanwhile } from "~/features/events/components/meanwhile";
import { PointFields } from "~/features/events/components/point-fields";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { eventFormWords } from "~/features/events/messages/form";
import { programmeWords } from "~/features/events/programme/messages";
import type { PointContent } from "~/features/events/programme/rules";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Disclosure } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import type { Choice } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Refused {
  errors: Record<string, string>;
  values: Record<string, string>;
  n: number;
}
interface Props {
  eventId: string;
  point: PointContent;
  taken: number | null;
  seen: string;
  told: number;
  units: Choice[];
  refused?: Refused;
  removal?: Refused;
}

/** The form of a point for those who run the event, and below it the way to take the point off. */
export function EditPoint({ eventId, point, taken, seen, told, units, refused, removal }: Props) {
  const { one: t } = useWords(programmeWords);
  const f = useWords(eventFormWords);
  const { error, summary } = useFieldErrors(refused?.errors);
  const {
    name,
    address,
    way,
    meetingUrl,
    chairName,
    chairPosition,
    contactName,
    contactPhone,
    contactEmail,
    isMain,
    capacity,
    unitId,
  } = point;
  const texts = { name, address, way, meetingUrl, chairName, chairPosition, contactName, contactPhone, contactEmail };
  const unitNamed = (id: string) => units.find((unit) => unit.value === id)?.label.trim() ?? "";
  const stored: Record<string, string> = {
    ...texts,
    unitId: unitId ?? "",
    isMain: isMain ? "on" : "",
    capacity: capacity === null ? "" : String(capacity),
  };
  const values = refused?.values ?? stored;
  const clash = refused?.errors.form === "changed-meanwhile";
  const isCounted = (field: string | undefined) =>
    field !== undefined && refused?.errors[field] === "below-seats-taken";
  const counted = (field: string) => (isCounted(field) ? f.belowSeatsTaken(refused?.n ?? 0) : error(field));
  const errors = summary.map((item) =>
    isCounted(item.field) ? { ...item, text: f.belowSeatsTaken(refused?.n ?? 0) } : item,
  );
  const removalSaid =
    removal &&
    (removal.n > 0 ? f.peopleOnIt(removal.n) : (f.errors as Record<string, string>)[removal.errors.form ?? "form"]);
  return (
    <div className="stack gap-8">
      <Form method="post" noValidate className="stack gap-6">
        {clash ? (
          <Meanwhile
            text={t.meanwhile}
            now={stored}
            typed={values}
            named={(field, value) => (field === "unitId" ? unitNamed(value) : value)}
          />
        ) : (
          <ErrorSummary title={t.mend} errors={errors} />
        )}
        <input type="hidden" name="seen" value={seen} />
        <PointFields values={values} error={counted} units={units} taken={taken ?? 0} />
        {told > 0 && (
          <CheckboxField name="tell" label={t.tell(told)} defaultChecked={refused ? values.tell === "on" : true} />
        )}
        <FormActions>
          <Button variant="primary" name="do" value="save">
            {t.save}
          </Button>
          <ButtonLink href={paths.eventPoints(eventId)} variant="quiet">
            {t.back}
          </ButtonLink>
        </FormActions>
      </Form>
      <Disclosure summary={t.remove} open={Boolean(removal)}>
        {removalSaid && <Notice tone="danger" title={removalSaid} />}
        <p className="soft">{t.removeText}</p>
        <Form method="post">
          <Button variant="danger" name="do" value="remove">
            {t.remove}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
