import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { type Choice, SelectField } from "~/ui/text-field";
import { columnName } from "~/web/sheet/columns";
import { useWords } from "~/web/use-words";
import { listWords } from "../messages";

interface Props {
  importId: string;
  fileName: string;
  sheetName: string;
  /** Other sheets of the same file. */
  others: { id: string; sheetName: string }[];
  /** The page of an import. */
  pathOf: (importId: string) => string;
  /** Where another file is chosen. */
  otherFile: string;
  /** What a column may hold, by the names that the form reads as "column-<value>". */
  fields: readonly Choice[];
  /** The number of the column that a field is read from; null: of none. */
  mapping: Record<string, number | null>;
  /** What stands above each column. */
  heads: string[];
  sample: string[][];
  /** The column by which a row of the sample is known. */
  primary: number;
  /** More questions beside the columns. */
  children?: ReactNode;
}

/** The step of an import in which columns are told apart, above the first rows of the file. */
export function ColumnChoice(props: Props) {
  const { importId, fileName, sheetName, others, pathOf, otherFile, fields, mapping, heads, sample, primary } = props;
  const t = useWords(listWords);
  const columns = heads.map((head, n) => ({ value: String(n), label: t.column(columnName(n), head) }));
  return (
    <>
      <p>
        <strong>{fileName}</strong>
        {sheetName && ` · ${t.sheet} ${sheetName}`}
      </p>
      {others.length > 0 && (
        <p className="cluster gap-2">
          {t.sheetOther}
          {others.map((other) => (
            <Link key={other.id} href={`${pathOf(other.id)}/columns`}>
              {other.sheetName || t.sheetUnnamed}
            </Link>
          ))}
        </p>
      )}
      <Form method="post" className="stack gap-6" key={importId}>
        <Panel>
          <div className="grid grid-narrow">
            {fields.map(({ value, label }) => (
              <SelectField
                key={value}
                name={`column-${value}`}
                label={label}
                placeholder={t.noColumn}
                choices={columns}
                defaultValue={String(mapping[value] ?? "")}
              />
            ))}
            {props.children}
          </div>
          <FormActions>
            <Button variant="primary">{t.tryIt}</Button>
            <ButtonLink href={otherFile} variant="quiet">
              {t.otherFile}
            </ButtonLink>
          </FormActions>
        </Panel>
      </Form>
      <Panel flush title={t.sample}>
        <Table
          caption={t.sample}
          hideCaption
          rows={sample.map((cells, n) => ({ cells, key: String(n) }))}
          rowKey={(row) => row.key}
          columns={heads.map((head, n) => ({
            key: String(n),
            head: `${columnName(n)}${head ? `: ${head}` : ""}`,
            primary: n === primary,
            cell: (row: { cells: string[]; key: string }) => row.cells[n] || "–",
          }))}
        />
      </Panel>
    </>
  );
}
