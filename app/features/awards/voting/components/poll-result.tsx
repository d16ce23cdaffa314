import { Status } from "~/ui/badge";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { PlaceBadge } from "~/features/awards/components/place-badge";
import type { Place } from "~/features/awards/places.rules";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";
import { votingWords } from "../messages";

interface Line {
  nominationId: string;
  name: string;
  unitName: string;
  yes: number;
  no: number;
  blank: number;
  base: number;
  share: number;
  needed: number;
  passed: boolean;
  place: Place | null;
}

interface Props {
  caption: string;
  kind: "approval" | "run-off";
  lines: Line[];
  /** A run-off that waits for the casting vote. */
  equal: boolean;
}

/** The count of one poll, to be read from the back of a room. */
export function PollResult({ caption, kind, lines, equal }: Props) {
  const t = useWords(votingWords);
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const most = Math.max(0, ...lines.map(({ yes }) => yes));
  const verdict = (line: Line) => {
    if (kind === "run-off")
      return line.passed ? (
        <Status tone="success">{t.first}</Status>
      ) : equal && line.yes === most ? (
        <Status tone="warning">{t.equal}</Status>
      ) : null;
    if (!line.passed) return <Status icon="close">{t.failed}</Status>;
    return (
      <span className="cluster gap-1">
        <Status tone="success">{t.passed}</Status>
        {line.place && line.place !== "within" && <PlaceBadge place={line.place} />}
      </span>
    );
  };
  return (
    <div className="projected">
      <Table
        caption={caption}
        hideCaption
        rows={lines}
        rowKey={(line) => line.nominationId}
        columns={[
          {
            ...{ key: "nominee", head: t.nominee, primary: true },
            cell: (line) => (
              <>
                {line.name}
                {line.unitName !== line.name && <span className="soft small block">{line.unitName}</span>}
              </>
            ),
          },
          { key: "yes", head: t.yes, numeric: true, cell: (line) => number(line.yes) },
          { key: "no", head: t.no, numeric: true, cell: (line) => number(line.no) },
          { key: "blank", head: t.blank, numeric: true, cell: (line) => number(line.blank) },
          {
            ...{ key: "share", head: t.share, numeric: true, nowrap: true },
            cell: (line) =>
              kind === "run-off" ? (
                t.votes(number(line.yes))
              ) : (
                <span>
                  <Ltr>
                    {number(line.yes)}/{number(line.base)} = {formatNumber(line.share, locale, 2)} %
                  </Ltr>
                  <span className="soft small block">{t.needs(number(line.needed))}</span>
                </span>
              ),
          },
          { key: "result", head: t.result, nowrap: true, cell: verdict },
        ]}
      />
    </div>
  );
}
