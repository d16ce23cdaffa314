import { GuestFields, useGuestErrors } from "~/features/participants/guests/components/guest-fields";
import { guestWords } from "~/features/participants/guests/messages";
import { Button } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import type { Choice } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import type { Refused } from "./acts.server";

interface Props {
  guest: {
    keeps: boolean;
    fullName: string;
    position: string;
    organization: string;
    unitName: string | null;
    pointName: string;
  };
  values: Record<string, string>;
  seen: string;
  units: Choice[];
  whole: boolean;
  refused: Refused | null;
}

/** A person's data: a form for those who keep it, facts for those who only see it. */
export function DataPanel({ guest, values, seen, units, whole, refused }: Props) {
  const t = useWords(guestWords);
  const mine = refused?.about === "data" ? refused : null;
  const { summary } = useGuestErrors(mine?.errors ?? {});
  if (!guest.keeps)
    return (
      <Panel title={t.page.data} description={t.page.readOnly}>
        <DescriptionList
          items={[
            { term: t.name, detail: <bdi>{guest.fullName}</bdi> },
            { term: t.position, detail: guest.position || "–" },
            { term: t.unit, detail: guest.organization || guest.unitName || "–" },
            { term: t.point, detail: guest.pointName },
          ]}
        />
      </Panel>
    );
  return (
    <Panel title={t.page.data}>
      <Form method="post" noValidate className="stack gap-5" key={mine?.seen ?? seen}>
        <ErrorSummary title={t.form.mend} errors={summary} />
        {mine?.current && <Meanwhile theirs={mine.current} yours={mine.values} units={units} />}
        <input type="hidden" name="seen" value={mine?.seen ?? mine?.values.seen ?? seen} />
        <GuestFields values={mine?.values ?? values} errors={mine?.errors ?? {}} units={units} unitOptional={whole} />
        <FormActions>
          <Button variant="primary" name="do" value="save">
            {t.form.save}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  );
}

/** What somebody else has saved since the form was opened, beside what was typed. */
function Meanwhile({
  theirs,
  yours,
  units,
}: {
  theirs: Record<string, string>;
  yours: Record<string, string>;
  units: Choice[];
}) {
  const t = useWords(guestWords);
  const labels: Record<string, string> = {
    name: t.name,
    position: t.position,
    organization: t.organization,
    unitId: t.unit,
    email: t.email,
    phone: t.phone,
    note: t.note,
    locale: t.language,
  };
  const shown = (field: string, value = "") =>
    field === "unitId" ? (units.find((unit) => unit.value === value)?.label.trim() ?? "–") : value || "–";
  const rows = Object.keys(labels).filter((field) => (theirs[field] ?? "") !== (yours[field] ?? ""));
  return (
    <Table
      caption={t.form.meanwhile}
      rows={rows}
      rowKey={(field) => field}
      columns={[
        { key: "field", head: t.form.meanwhileField, primary: true, cell: (field) => labels[field] },
        { key: "theirs", head: t.form.theirs, cell: (field) => <bdi>{shown(field, theirs[field])}</bdi> },
        { key: "yours", head: t.form.yours, cell: (field) => <bdi>{shown(field, yours[field])}</bdi> },
      ]}
    />
  );
}
