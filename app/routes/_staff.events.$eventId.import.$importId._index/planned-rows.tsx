import { ByFate, fatePath, RowChanges } from "~/features/participants/list/components/by-fate";
import { fates, toneOf } from "~/features/participants/list/fates.rules";
import { whyOf } from "~/features/participants/list/held.rules";
import { listWords } from "~/features/participants/list/messages";
import { type Act, choices as rowChoices, type Fate, type PlannedRow } from "~/features/participants/list/rules";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { type Choice, SelectField } from "~/ui/text-field";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { showPhone } from "~/web/phone";
import { useLocale, useWords } from "~/web/use-words";

interface Row extends Pick<PlannedRow, "row" | "fate" | "raw" | "flags" | "changes" | "otherRows" | "otherPointId"> {
  act: Act;
  name: string;
  position: string;
  email: string;
  phone: string;
  pointId: string;
}

interface Props {
  eventId: string;
  importId: string;
  counts: Partial<Record<Fate, number>>;
  fate: Fate | null;
  from: number;
  total: number;
  rowCount: number;
  pageSize: number;
  rows: Row[];
  points: Choice[];
  choices: Record<string, string>;
}

/** Each row of the file with what becomes of it and why; rows at two points with a choice. */
export function PlannedRows({
  eventId,
  importId,
  counts,
  fate,
  from,
  total,
  rowCount,
  pageSize,
  rows,
  points,
  choices,
}: Props) {
  const t = useWords(listWords);
  const locale = useLocale();
  const here = paths.guestImportOf(eventId, importId);
  const nameOf = new Map(points.map(({ value, label }) => [value, label]));
  const asking = rows.some((row) => row.fate === "at-two-points");
  const table = (
    <Table
      caption={t.dryTitle}
      hideCaption
      rows={rows}
      rowKey={(row) => String(row.row)}
      rowTone={(row) => (row.act === "mend" ? "warning" : undefined)}
      empty={<EmptyState title={t.noRows} level={3} />}
      columns={[
        { key: "row", head: t.row, numeric: true, cell: (row) => formatNumber(row.row, locale) },
        {
          key: "name",
          head: t.name,
          primary: true,
          cell: (row) => (
            <>
              <bdi>{row.name || "–"}</bdi>
              {row.position && <span className="soft small block">{row.position}</span>}
            </>
          ),
        },
        { key: "point", head: t.point, cell: (row) => nameOf.get(row.pointId) ?? (row.raw.point || "–") },
        {
          key: "contact",
          head: t.contact,
          cell: (row) => (
            <div>
              {row.email ? <Ltr>{row.email}</Ltr> : "–"}
              {row.phone && (
                <span className="soft small block">
                  <Ltr>{showPhone(row.phone)}</Ltr>
                </span>
              )}
            </div>
          ),
        },
        {
          key: "fate",
          head: t.fate,
          cell: (row) => <RowFate row={row} pointName={nameOf} chosen={choices[String(row.row)]} />,
        },
      ]}
    />
  );
  return (
    <ByFate
      {...{ here, fate, from, total, rowCount, pageSize }}
      fates={fates.map((one) => ({
        ...{ fate: one, label: t.fates[one], count: counts[one] ?? 0 },
        warns: toneOf[one] === "danger" || toneOf[one] === "warning",
      }))}
    >
      {asking ? (
        <Form method="post" action={fatePath(here, fate)} key={fatePath(here, fate, from)}>
          <div className="panel-pad cluster gap-3">
            <SelectField
              name="all"
              label={t.allChoices}
              placeholder={t.eachChoice}
              choices={rowChoices.map((choice) => ({ value: choice, label: t.choices[choice] }))}
              defaultValue=""
            />
            <Button name="do" value="decide">
              {t.keepChoices}
            </Button>
          </div>
          {table}
        </Form>
      ) : (
        table
      )}
    </ByFate>
  );
}

function RowFate({ row, pointName, chosen }: { row: Row; pointName: Map<string, string>; chosen: string | undefined }) {
  const t = useWords(listWords);
  const { fate, changes, flags } = row;
  const shown = (field: string, value: string) =>
    (field === "point" ? (pointName.get(value) ?? value) : value) || t.empty;
  return (
    <div>
      <Status tone={toneOf[fate]}>{t.fates[fate]}</Status>
      <span className="soft small block">{whyOf(row, t, pointName.get(row.otherPointId ?? "") ?? "")}</span>
      <RowChanges
        changes={changes.map(({ field, from, to }) => ({
          ...{ field, label: t.changed[field], from: shown(field, from), to: shown(field, to) },
        }))}
        flags={flags.map((flag) => t.flags[flag])}
      />
      {fate === "at-two-points" && (
        <RadioGroup
          name={`row.${row.row}`}
          label={t.choices.label(row.name)}
          hideLabel
          inline
          choices={rowChoices.map((choice) => ({ value: choice, label: t.choices[choice] }))}
          defaultValue={chosen}
        />
      )}
    </div>
  );
}
