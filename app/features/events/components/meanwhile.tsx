import { useEffect, useRef } from "react";
import { eventFormWords } from "../messages/form";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";
import { useWords } from "~/web/use-words";
import { useFieldLabels } from "./use-field-labels";

interface Props {
  /** What happened: who, when. */
  text: string;
  /** As stored now, and as typed, by field; only fields of both are compared. */
  now: Record<string, string>;
  typed: Record<string, string>;
  /** The words for a stored value, such as a unit's name for its id. */
  named: (field: string, value: string) => string;
}

/** Somebody saved while this person typed: who, when, and where the two versions differ. */
export function Meanwhile({ text, now, typed, named }: Props) {
  const { form: f } = useWords(eventFormWords);
  const labels = useFieldLabels();
  const rows = Object.keys(now)
    .map((field) => ({ field, now: now[field] ?? "", yours: (typed[field] ?? "").replace(/\r\n/g, "\n").trim() }))
    .filter((row) => row.now !== row.yours);
  const words = (field: string, value: string) => (value === "on" ? f.yes : named(field, value) || f.empty);
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed stands far below.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="stack">
      <Notice tone="warning" title={f.meanwhile}>
        {text}
      </Notice>
      {rows.length > 0 && (
        <Table
          caption={f.meanwhile}
          hideCaption
          rows={rows}
          rowKey={(row) => row.field}
          columns={[
            { key: "field", head: f.field, primary: true, cell: (row) => labels[row.field] ?? row.field },
            { key: "now", head: f.meanwhileNow, cell: (row) => <bdi>{words(row.field, row.now)}</bdi> },
            { key: "yours", head: f.meanwhileYours, cell: (row) => <bdi>{words(row.field, row.yours)}</bdi> },
          ]}
        />
      )}
    </div>
  );
}
