import type { AskedReader } from "~/features/awards/rounds/reminders.reads.server";
import { roundWords } from "~/features/awards/rounds/messages";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";

interface Props {
  caption: string;
  rows: AskedReader[];
  /** The letter counts dossiers. */
  counts: boolean;
}

/** Who gets a letter, where, and when each last had one. */
export function Readers({ caption, rows, counts }: Props) {
  const { columns } = useWords(roundWords);
  const locale = useLocale();
  const zone = useZone();
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.email}
      columns={[
        {
          key: "name",
          head: columns.name,
          primary: true,
          cell: (row) => (
            <>
              <bdi>{row.name}</bdi>
              {row.position && <span className="soft small block">{row.position}</span>}
            </>
          ),
        },
        ...(rows.some(({ units }) => units.length > 0)
          ? [{ key: "units", head: columns.units, cell: (row: AskedReader) => row.units.join(", ") || "–" }]
          : []),
        { key: "address", head: columns.address, cell: (row) => <Ltr>{row.email}</Ltr> },
        ...(counts
          ? [
              {
                ...{ key: "count", head: columns.count, numeric: true },
                cell: (row: AskedReader) => formatNumber(row.count, locale),
              },
            ]
          : []),
        {
          ...{ key: "had", head: columns.had },
          cell: (row) => (row.hadAt ? <Ltr>{formatMoment(row.hadAt, zone)}</Ltr> : "–"),
        },
      ]}
    />
  );
}
