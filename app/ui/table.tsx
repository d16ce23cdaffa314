import { Fragment, isValidElement, type ReactNode } from "react";
import { classes } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";
import { useUiWords } from "./words";

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures: tabular, at the end of the cell. */
  numeric?: boolean;
  /** Names the row: becomes its header cell and the headline of the stacked row on a phone. */
  primary?: boolean;
  /** Keeps short values on one line. */
  nowrap?: boolean;
  /** Buttons of a row: the head is for screen readers only. */
  actions?: boolean;
  /** Only on screens wide enough for it. */
  wideOnly?: boolean;
  /** How wide it is where the table keeps to its widths. */
  width?: string;
  sort?: { href: string; direction?: "ascending" | "descending" };
}

/** Rows under a head of their own. */
export interface RowGroup<Row> {
  key: string;
  head: ReactNode;
  rows: Row[];
}

interface TableProps<Row> {
  /** Names the table; shown unless `hideCaption`. */
  caption: ReactNode;
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  /** The same rows under heads; `rows` is then only asked whether there are any. */
  groups?: RowGroup<Row>[];
  rowKey: (row: Row) => string;
  /** A tick box before each row, for acting on many; the table must stand in the form that acts. */
  select?: {
    name: string;
    value: (row: Row) => string;
    label: (row: Row) => string;
    chosen?: (row: Row) => boolean;
    disabled?: (row: Row) => boolean;
  };
  /** Cells of a last row of sums, by column key. */
  foot?: Record<string, ReactNode>;
  rowTone?: (row: Row) => "danger" | "warning" | "muted" | undefined;
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode;
}

/** Rows of facts. On a phone each row becomes a small sheet of labelled lines. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, groups, rowKey, select, foot, rowTone, empty } = props;
  const words = useUiWords();
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="table-frame">
      <table className="table">
        <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {select && (
              <th scope="col" className="table-select">
                <span className="visually-hidden">{words.select}</span>
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {(groups ?? [{ key: "rows", head: null, rows }]).map((group) => (
          <tbody key={group.key}>
            {group.head && (
              <tr className="table-group">
                <th scope="rowgroup" colSpan={columns.length + (select ? 1 : 0)}>
                  {group.head}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr key={rowKey(row)} data-tone={rowTone?.(row)}>
                {select && <TickCell select={select} row={row} />}
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        {foot && (
          <tfoot>
            <tr>
              {select && <td className="table-select" />}
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)} data-label={column.head}>
                  {foot[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function TickCell<Row>({ select, row }: { select: NonNullable<TableProps<Row>["select"]>; row: Row }) {
  const words = useUiWords();
  return (
    <td className="table-select">
      <label className="table-tick">
        <input
          type="checkbox"
          name={select.name}
          value={select.value(row)}
          defaultChecked={select.chosen?.(row)}
          disabled={select.disabled?.(row)}
        />
        <span className="visually-hidden">
          {words.select} {select.label(row)}
        </span>
      </label>
    </td>
  );
}

const cellClass = (column: Omit<Column<never>, "cell">) =>
  classes(
    column.numeric && "numeric",
    column.primary && "table-primary",
    column.nowrap && "nowrap",
    column.actions && "table-actions",
    column.wideOnly && "wide-only",
  );

function Head<Row>({ column }: { column: Column<Row> }) {
  const words = useUiWords();
  const { head, sort, actions } = column;
  const sign = sort?.direction ?? "sortable";
  return (
    <th scope="col" className={cellClass(column)} style={{ inlineSize: column.width }} aria-sort={sort?.direction}>
      {sort ? (
        <Link href={sort.href} className={sort.direction ? "sort sort-current" : "sort"}>
          {head}
          <Icon name={sign} size={14} />
          {sort.direction && <span className="visually-hidden">, {words.sorted[sort.direction]}</span>}
        </Link>
      ) : (
        <span className={actions ? "visually-hidden" : undefined}>{head}</span>
      )}
    </th>
  );
}

/** Several pieces: on a phone a cell is a grid beside its label, which would set each of them apart. */
const isManifold = (content: ReactNode): boolean =>
  Array.isArray(content) || (isValidElement(content) && content.type === Fragment);

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  if (column.primary) {
    return (
      <th scope="row" className={cellClass(column)}>
        {content}
      </th>
    );
  }
  return (
    <td className={cellClass(column)} data-label={column.actions ? undefined : column.head}>
      {isManifold(content) && !column.actions ? <div>{content}</div> : content}
    </td>
  );
}
