import type { ConflictEntry, ConflictLine, RivalLine } from "~/features/awards/conflicts/council.reads.server";
import { conflictWords } from "~/features/awards/conflicts/messages";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { inLanguage, type Localized } from "~/web/localized";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { LiftForm, PinForm } from "./pin-forms";

interface Props {
  lines: ConflictLine[];
  rivals: RivalLine[];
  dossiers: { id: string; categoryId: string; nomineeName: string; unitName: string }[];
  journal: ConflictEntry[];
  seats: { memberId: string; name: string }[];
  categories: { id: string; title: Localized }[];
  errors: Record<string, string>;
  values?: Record<string, string>;
  /** The round runs: conflicts can still be set and lifted. */
  open: boolean;
}

/** All conflicts between the council and the dossiers, what sets and lifts them, and who did so why. */
export function CouncilConflicts(props: Props) {
  const { lines, rivals, categories, journal, errors, open } = props;
  const t = useWords(conflictWords);
  const locale = useLocale();
  const zone = useZone();
  const rows = [
    ...lines.map(({ why, said, ...line }) => ({
      ...{ key: `${line.memberId}:${line.nominationId}`, member: line.memberName, dossier: line.nomineeName },
      under: line.unitName === line.nomineeName ? "" : line.unitName,
      why: said?.pinned ? t.pinned : t.reasons[why],
      words: said?.reason ?? "",
    })),
    ...rivals.map(({ memberId, memberName, categoryId }) => ({
      ...{ key: `${memberId}:${categoryId}`, member: memberName, under: "", why: t.reasons.rival, words: "" },
      dossier: t.rivals(inLanguage(categories.find(({ id }) => id === categoryId)?.title ?? { vi: "" }, locale)),
    })),
  ];
  const members = [...new Set(rows.map(({ member }) => member))];
  return (
    <>
      <Panel title={t.councilTitle} flush={rows.length > 0}>
        <Table
          caption={t.councilTitle}
          hideCaption
          rows={rows}
          groups={members.map((member) => ({
            key: member,
            head: <bdi>{member}</bdi>,
            rows: rows.filter((row) => row.member === member),
          }))}
          rowKey={(row) => row.key}
          empty={<p className="soft">{t.councilNone}</p>}
          columns={[
            {
              key: "dossier",
              head: t.dossier,
              primary: true,
              cell: (row) => (
                <>
                  <bdi>{row.dossier}</bdi>
                  {row.under && (
                    <span className="soft small block">
                      <bdi>{row.under}</bdi>
                    </span>
                  )}
                </>
              ),
            },
            {
              key: "why",
              head: t.why,
              cell: (row) => (
                <>
                  {row.why}
                  {row.words && (
                    <span className="soft small block">
                      <bdi>{row.words}</bdi>
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Panel>
      {open && (
        <Panel>
          <Disclosure summary={t.pin} open={["memberId", "nominationId", "reason"].some((name) => errors[name])}>
            <PinForm {...props} />
          </Disclosure>
          <Disclosure summary={t.lift} open={["pair", "why"].some((name) => errors[name])}>
            <LiftForm {...props} />
          </Disclosure>
        </Panel>
      )}
      {journal.length > 0 && (
        <Panel title={t.journal}>
          <ol className="plain-list">
            {journal.map((entry) => (
              <li key={entry.id} className="small">
                <bdi>{entry.byName}</bdi> {t.acts[entry.what]}
                {entry.nomineeName && (
                  <>
                    {": "}
                    <bdi>{entry.memberName}</bdi> – <bdi>{entry.nomineeName}</bdi>
                  </>
                )}
                {entry.reason && (
                  <span className="block">
                    {t.reason}: <bdi>{entry.reason}</bdi>
                  </span>
                )}
                <span className="soft block">
                  <Ltr>{formatMoment(entry.at, zone)}</Ltr>
                </span>
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}
