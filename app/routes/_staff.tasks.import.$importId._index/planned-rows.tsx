import { ByFate, RowChanges } from "~/features/participants/list/components/by-fate";
import { fates, toneOf } from "~/features/tasks/import/fates.rules";
import { whyOf } from "~/features/tasks/import/held.rules";
import { taskImportWords } from "~/features/tasks/import/messages";
import type { Fate, PlannedTask } from "~/features/tasks/import/rules";
import { listWords } from "~/features/participants/list/messages";
import { taskWords } from "~/features/tasks/messages";
import type { DuePrecision } from "~/features/tasks/rules";
import { dueText } from "~/features/tasks/wording.rules";
import { Status } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

type Row = Omit<PlannedTask, "before" | "depth" | "knownId">;

interface Props {
  importId: string;
  counts: Partial<Record<Fate, number>>;
  fate: Fate | null;
  from: number;
  total: number;
  rowCount: number;
  pageSize: number;
  rows: Row[];
  /** Units and people by id. */
  names: Record<string, string>;
}

/** Each row of the file with what becomes of it and why. */
export function PlannedRows({ importId, counts, fate, from, total, rowCount, pageSize, rows, names }: Props) {
  const t = useWords(taskImportWords);
  const sheet = useWords(listWords);
  const words = useWords(taskWords);
  const locale = useLocale();
  return (
    <ByFate
      {...{ here: paths.taskImportOf(importId), fate, from, total, rowCount, pageSize }}
      fates={fates.map((one) => ({
        ...{ fate: one, label: t.fates[one], count: counts[one] ?? 0, warns: toneOf(one) === "danger" },
      }))}
    >
      <Table
        caption={sheet.dryTitle}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.row)}
        rowTone={(row) => (row.act === "mend" ? "warning" : undefined)}
        empty={<EmptyState title={t.noRows} level={3} />}
        columns={[
          { key: "row", head: sheet.row, numeric: true, cell: (row) => formatNumber(row.row, locale) },
          { key: "title", head: t.fields.title, primary: true, cell: (row) => <RowTitle row={row} /> },
          { key: "lead", head: t.fields.lead, cell: (row) => <RowUnits row={row} names={names} /> },
          {
            key: "due",
            head: t.due,
            cell: ({ isGroup, draft, text }) =>
              isGroup ? "" : draft.dueOn ? dueText(draft, words) : text.due || words.due.none,
          },
          { key: "fate", head: t.result, cell: (row) => <RowFate row={row} names={names} /> },
        ]}
      />
    </ByFate>
  );
}

function RowTitle({ row: { isGroup, draft } }: { row: Row }) {
  const title = `${draft.clause ? `${draft.clause}. ` : ""}${draft.title || "–"}`;
  return isGroup ? <strong dir="auto">{title}</strong> : <span dir="auto">{title}</span>;
}

function RowUnits({ row: { isGroup, draft, text }, names }: { row: Row; names: Record<string, string> }) {
  const t = useWords(taskImportWords);
  if (isGroup) return t.group;
  const others = [
    ...draft.coordinatingGroups.map((one) => t.groupsOfUnits[one]),
    ...draft.coordinatingUnitIds.map((id) => names[id] ?? id),
  ];
  return (
    <div>
      {(draft.leadUnitId && names[draft.leadUnitId]) || text.lead || "–"}
      {others.length > 0 && (
        <span className="soft small block">
          {t.coordinating} {others.join("; ")}
        </span>
      )}
    </div>
  );
}

function RowFate({ row, names }: { row: Row; names: Record<string, string> }) {
  const t = useWords(taskImportWords);
  const words = useWords(taskWords);
  const shown = (field: Row["changes"][number]["field"], value: string): string => {
    if (value === "") return t.empty;
    const [dueOn = "", precision] = value.split("/");
    if (field === "due") return dueText({ dueOn, duePrecision: precision as DuePrecision }, words);
    if (field === "start") return formatDay(value);
    if (field !== "lead" && field !== "coordinating" && field !== "responsible") return value.slice(0, 200);
    const groups = new Map(Object.entries(t.groupsOfUnits).map(([one, name]) => [`group:${one}`, name]));
    return value
      .split(",")
      .map((id) => groups.get(id) ?? names[id] ?? id)
      .join("; ");
  };
  return (
    <div>
      <Status tone={toneOf(row.fate)}>{t.fates[row.fate]}</Status>
      {row.faults.length > 0 && <span className="soft small block">{whyOf(row, t)}</span>}
      <RowChanges
        changes={row.changes.map(({ field, from, to }) => ({
          ...{ field, label: t.fields[field], from: shown(field, from), to: shown(field, to) },
        }))}
        flags={row.flags.map((flag) => t.flags[flag])}
      />
    </div>
  );
}
