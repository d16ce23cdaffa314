import type { ReactNode } from "react";
import { Stat, Stats } from "~/ui/counter";
import { Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { useWords } from "~/web/use-words";
import { listWords } from "../messages";

interface Props<F extends string> {
  /** The page of this import. */
  here: string;
  /** What can become of a row, in the order in which it is told; `warns` where somebody has to see to it. */
  fates: readonly { fate: F; label: string; count: number; warns: boolean }[];
  /** Of which rows are shown; null: of all. */
  fate: F | null;
  from: number;
  total: number;
  rowCount: number;
  pageSize: number;
  children: ReactNode;
}

/** The address at which the rows of one fate are shown from a place on. */
export const fatePath = (here: string, fate: string | null, start = 0): string =>
  `${here}?${new URLSearchParams({ ...(fate && { fate }), ...(start > 0 && { from: String(start) }) })}`;

/** The rows of a file by what becomes of them: how many of each, one page of those chosen, and the way to the others. */
export function ByFate<F extends string>(props: Props<F>) {
  const { here, fates, fate, from, total, rowCount, pageSize, children } = props;
  const t = useWords(listWords);
  const last = Math.min(total, from + pageSize);
  return (
    <>
      <Stats label={t.counts}>
        <Stat label={t.all} value={rowCount} href={fatePath(here, null)} current={fate === null} />
        {fates
          .filter(({ count }) => count > 0)
          .map((one) => (
            <Stat
              key={one.fate}
              label={one.label}
              value={one.count}
              href={fatePath(here, one.fate)}
              current={fate === one.fate}
              {...(one.warns && { tone: "warning" as const })}
            />
          ))}
      </Stats>
      <Panel flush title={fates.find((one) => one.fate === fate)?.label ?? t.all}>
        {children}
        {total > pageSize && (
          <Pagination
            summary={t.rowsShown(from + 1, last, total)}
            previous={from > 0 ? fatePath(here, fate, Math.max(0, from - pageSize)) : null}
            next={last < total ? fatePath(here, fate, last) : null}
          />
        )}
      </Panel>
    </>
  );
}

/** What a row would change, from and to in words, and what is to be known of it besides. */
export function RowChanges({
  changes,
  flags,
}: {
  changes: { field: string; label: string; from: string; to: string }[];
  flags: string[];
}) {
  return (
    <>
      {changes.length > 0 && (
        <ul className="plain-list gap-1 small">
          {changes.map(({ field, label, from, to }) => (
            <li key={field}>
              <span className="soft">{label}:</span> <del>{from}</del> → <bdi>{to}</bdi>
            </li>
          ))}
        </ul>
      )}
      {flags.map((flag) => (
        <span key={flag} className="soft small block">
          {flag}
        </span>
      ))}
    </>
  );
}
