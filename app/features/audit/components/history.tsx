import type { ReactNode } from "react";
import { Table } from "~/ui/table";
import { Ltr, Time } from "~/ui/text";
import { formatMoment } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";
import { auditWords } from "../messages";

export interface HistoryEntry {
  id: string;
  at: Date;
  actorName: string;
  verb: string;
  detail: Record<string, string | number | boolean | null>;
}

/** Who did what, when, the newest first. `say` words an entry; the noun that owns the verbs knows them. */
export function History({ entries, say }: { entries: HistoryEntry[]; say: (entry: HistoryEntry) => ReactNode }) {
  const t = useWords(auditWords);
  const zone = useZone();
  return (
    <Table
      caption={t.history}
      hideCaption
      rows={entries}
      rowKey={(entry) => entry.id}
      empty={<p className="soft">{t.nothing}</p>}
      columns={[
        { key: "what", head: t.what, primary: true, cell: say },
        { key: "who", head: t.who, cell: (entry) => entry.actorName || t.system },
        {
          key: "when",
          head: t.when,
          nowrap: true,
          cell: (entry) => (
            <Time at={entry.at}>
              <Ltr>{formatMoment(entry.at, zone)}</Ltr>
            </Time>
          ),
        },
      ]}
    />
  );
}

/** An act in words, with what it was about. */
export function Said({ verb, more }: { verb: string; more: (HistoryEntry["detail"][string] | undefined)[] }) {
  const about = more.filter(Boolean).join(" · ");
  return (
    <>
      {verb.charAt(0).toLocaleUpperCase()}
      {verb.slice(1)}
      {about && <span className="soft">: {about}</span>}
    </>
  );
}
